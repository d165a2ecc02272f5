import type { ReadingNoteCode } from "../../src/domain/reading.ts";
import type { BoundedRefusal } from "../../src/workflow/bounded/stopped-refusals.ts";
import { waterTable } from "../support/run-jiheng.ts";

/** What a file that means harm, or came to harm, must come to — 应有的结果. */
export type Outcome =
  /** It is read: so many projects, at least these notes, and none of these words anywhere in the text. */
  | {
      readonly kind: "read";
      readonly projects: number;
      readonly notes: readonly ReadingNoteCode[];
      readonly without: readonly string[];
    }
  | { readonly kind: "refused"; readonly code: BoundedRefusal }
  /** An archive gives so many files and holds back so many. */
  | { readonly kind: "files"; readonly files: number; readonly skipped: number };

/** A file of the hostile suite — 恶意或损坏的文件. */
export interface HostileFile {
  readonly name: string;
  /** Made when it is its turn: some are large. */
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly outcome: Outcome;
}

/** The port of a server of the test, which nobody must visit. */
export const trapPort = 48_733;
/** Where files of the suite try to reach. */
export const trap = `http://127.0.0.1:${trapPort}`;

/** What must not be found in any reading: words of a file of this machine. */
export const ofThisMachine = "root:x:0:0";

/** It is read. */
export const read = (projects: number, ...notes: readonly ReadingNoteCode[]): Outcome => ({
  kind: "read",
  projects,
  notes,
  without: [ofThisMachine],
});

/** It is read, and says none of these words. */
export const readWithout = (projects: number, ...without: readonly string[]): Outcome => ({
  kind: "read",
  projects,
  notes: [],
  without: [ofThisMachine, ...without],
});

/** No table of ours is in it, and that is said with its place. */
export const noTable = (...notes: readonly ReadingNoteCode[]): Outcome => read(0, "no-known-layout", ...notes);

/** It is no text of any encoding, and that is said. */
export const noText: Outcome = read(0, "encoding-unknown");

/** It is not read, and why. */
export const refused = (code: BoundedRefusal): Outcome => ({ kind: "refused", code });

/** An archive is unpacked. */
export const files = (count: number, skipped = 0): Outcome => ({ kind: "files", files: count, skipped });

const encoder = new TextEncoder();
/** UTF-8. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** A good table of two projects, as text and as rows of cells. */
export const goodText = waterTable;
/** 有两个项目的好表，按单元格. */
export const goodRows: readonly (readonly string[])[] = waterTable
  .split("\n")
  .slice(4)
  .map((line) => line.split("\t"));
