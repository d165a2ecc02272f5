import type { Reading } from "../../domain/reading.ts";
import type { Result } from "../../domain/result.ts";
import type { BroughtFiles } from "../../read/formats/archive.ts";
import type { FileBytes } from "../../read/formats/file-bytes.ts";
import { limits } from "../../read/limits.ts";
import type { Brought, ReadAndSeen } from "../../read/read-source.ts";
import type { SeenColumns } from "../../read/seen-columns.ts";
import { mostProcesses, openReadingPool, type ReadingPool } from "./reading-pool.ts";
import type { GivenTask, ReadingProgress } from "./reading-process.ts";
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
 * The files of an archive, unpacked in a process of its own as documents are read there — 受限解包. What is no archive is one
 * file: itself.
 */
export async function filesInBounded(
  { name, bytes }: FileBytes,
  options: BoundedOptions = {},
): Promise<Result<BroughtFiles, BoundedRefusal>> {
  if (!maybeArchive(bytes) || bytes.length > limits.fileBytes)
    return { ok: true, value: { files: [{ name, bytes }], skipped: [] } };
  const files: FileBytes[] = [];
  const end = await run({ kind: "files", brought: { name }, bytes }, options, (inner, content) =>
    files.push({ name: inner, bytes: content }),
  );
  if (!end.ok) return end;
  const { skipped } = end.value as Pick<BroughtFiles, "skipped">; // our own program made it: see reading-child.ts
  return { ok: true, value: { files: files.length > 0 ? files : [{ name, bytes }], skipped } };
}

/** What may be a ZIP; whether it is one, and what kind, is found out where it can do no harm. */
const maybeArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * Reads a document in a process of its own that can be killed — 受限读取: without network, disk and secrets, within time and
 * memory. Whatever becomes of that process, this one goes on and gets a reading or a refusal.
 */
export async function readBounded(
  { bytes, ...brought }: Brought,
  options: BoundedOptions = {},
): Promise<Result<Reading, BoundedRefusal>> {
  if (bytes.length > limits.fileBytes) {
    const { readSource } = await import("../../read/read-source.ts"); // not loaded here for any other file
    return readSource({ ...brought, bytes }); // refused by its size alone
  }
  const end = await run({ kind: "read", brought, bytes }, options);
  return end.ok ? { ok: true, value: end.value as Reading } : end; // our own program made it: see reading-child.ts
}

/** The same, with what a person may be asked of its columns, where that is sought — 受限读取并查看各列. */
export async function readAndSeeBounded(
  brought: Brought,
  options: BoundedOptions = {},
): Promise<Result<ReadAndSeen, BoundedRefusal>> {
  const read = await readBounded(brought, options);
  if (!read.ok) return read;
  const { seen, ...reading } = read.value as Reading & { readonly seen?: SeenColumns }; // see `hand` in reading-child.ts
  return { ok: true, value: { reading, seen } };
}

async function run(
  task: Pick<GivenTask, "kind" | "brought" | "bytes">,
  options: BoundedOptions,
  onFile?: (name: string, bytes: Uint8Array) => void,
): Promise<Result<object, BoundedRefusal>> {
  const { milliseconds = limits.milliseconds, memoryBytes = limits.memoryBytes, pool = ownPool() } = options;
  const { onProgress, onFailure, signal } = options;
  const files = onFile ? { onFile } : {};
  const end = await pool.run({ ...task, milliseconds, memoryBytes, onProgress, signal, ...files });
  if (end.kind === "done") return { ok: true, value: end.value };
  if (end.kind === "refused") return { ok: false, refusal: end.refusal };
  if (end.detail !== "") onFailure?.(end.detail);
  return { ok: false, refusal: refuseStopped(end.reason, end.last, { milliseconds, memoryBytes }) };
}
