import type { Refusal } from "../../domain/result.ts";
import type { Brought } from "../../read/read-source.ts";
import type { ReadingRefusal } from "../../read/reading-refusal.ts";

/** What a reading process is asked to do with the bytes that come along — 读取任务. */
export interface ReadingTask {
  /** Read them, hand out the files that an archive holds, or draw a page. */
  readonly kind: "read" | "files" | "draw";
  /** The page to be drawn, from 1. */
  readonly page?: number;
  /** Everything that is known of them, the bytes left out. */
  readonly brought: Omit<Brought, "bytes">;
  /** After so long the process ends itself, should the program that watches it have gone. */
  readonly milliseconds: number;
  readonly memoryBytes: number;
}

/** What a reading process says while it works; all but the first two end the task — 读取进程的答复. */
export type ReadingAnswer =
  /** Ready for a first task; nothing was asked yet. */
  | { readonly kind: "ready" }
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  /** Some of the result's fields, in the body. */
  | { readonly kind: "piece"; readonly field: string; readonly shape: PieceShape }
  /** A file of an archive, in the body. */
  | { readonly kind: "file"; readonly name: string }
  | { readonly kind: "done" }
  | { readonly kind: "refused"; readonly refusal: Refusal<ReadingRefusal> }
  /** Memory ran out, as the process itself noticed. */
  | { readonly kind: "out-of-memory" }
  /** An error of ours. */
  | { readonly kind: "failed"; readonly error: string; readonly stack: string };

/** How a piece joins the ones before it: whole, more of a list, more of a record. */
export type PieceShape = "value" | "list" | "record";
