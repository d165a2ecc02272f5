import type { Reading } from "../../domain/reading.ts";
import type { Result } from "../../domain/result.ts";
import { limits } from "../../read/limits.ts";
import type { Brought } from "../../read/read-source.ts";
import { mostProcesses, openReadingPool, type ReadingPool } from "./reading-pool.ts";
import type { ReadingProgress } from "./reading-process.ts";
import { type BoundedRefusal, refuseStopped } from "./stopped-refusals.ts";

/** How a reading is bounded and watched — 受限读取的选项. */
export interface BoundedOptions {
  readonly milliseconds?: number;
  readonly memoryBytes?: number;
  /** Told after each page, sheet or the like. */
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined;
  /** Told what an error of ours was, for a log; the person gets a refusal. */
  readonly onFailure?: ((detail: string) => void) | undefined;
  /** Ends the reading at once; the promise is rejected with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Where to read; the program's own processes where absent. */
  readonly pool?: ReadingPool;
}

let own: ReadingPool | undefined;

/** The processes of this program, made when a first document is read — 本程序的读取进程. */
export const ownPool = (): ReadingPool => {
  own ??= openReadingPool(mostProcesses(limits.memoryBytes), limits.memoryBytes);
  return own;
};

/**
 * Reads a document in a process of its own that can be killed — 受限读取: without network, disk and secrets, within time and
 * memory. Whatever becomes of that process, this one goes on and gets a reading or a refusal.
 */
export async function readBounded(
  { bytes, ...brought }: Brought,
  options: BoundedOptions = {},
): Promise<Result<Reading, BoundedRefusal>> {
  const { milliseconds = limits.milliseconds, memoryBytes = limits.memoryBytes, pool = ownPool() } = options;
  const { onProgress, signal } = options;
  const end = await pool.run({ kind: "read", brought, bytes, milliseconds, memoryBytes, onProgress, signal });
  switch (end.kind) {
    case "done":
      return { ok: true, value: end.value as Reading }; // our own program made it, field by field: see reading-child.ts
    case "refused":
      return { ok: false, refusal: end.refusal };
    case "stopped":
      if (end.detail !== "") options.onFailure?.(end.detail);
      return { ok: false, refusal: refuseStopped(end.reason, end.last, { milliseconds, memoryBytes }) };
  }
}
