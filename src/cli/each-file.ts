import { existsSync, globSync } from "node:fs";
import { basename } from "node:path";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { refusalOf } from "./known-troubles.ts";
import type { Terminal } from "./terminal.ts";

/** A file that a command was given. */
interface GivenFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Does the same with every file — 逐个文件处理. A file that cannot be had is named and the others go on; the end is the
 * files' own where all ended alike, "partly done" where some succeeded, "interrupted" where a person stopped it.
 */
export async function eachFile(
  terminal: Terminal,
  given: readonly string[],
  act: (file: GivenFile) => Promise<ExitCode>,
): Promise<void> {
  const paths = given.flatMap(named);
  const ends: ExitCode[] = [];
  const finished = await terminal.interruptible(async (signal) => {
    for (const [done, path] of paths.entries()) {
      if (signal.aborted) return false;
      if (paths.length > 1) terminal.progress(done, paths.length, { zh: path, en: path });
      try {
        const bytes = await terminal.readBytes(path, signal);
        ends.push(await act({ path, name: path === "-" ? "stdin.txt" : basename(path), bytes }));
      } catch (error) {
        if (signal.aborted && isAbort(error)) return false;
        const refusal = refusalOf(error, path);
        if (!refusal) throw error;
        terminal.complain(refusal.words);
        ends.push(refusal.code);
      }
    }
    return true;
  });
  if (finished) return terminal.end(endOf(ends));
  terminal.complain({
    zh: `已中断：${paths.length} 个文件处理了 ${ends.length} 个，它们的结果有效；其余没有处理。`,
    en: `Interrupted: ${ends.length} of ${paths.length} files were processed, and that holds; the others were not.`,
  });
  terminal.end(exitCodes.interrupted);
}

/** `*.txt` as files: the shells of Windows leave that to the program. */
function named(path: string): readonly string[] {
  if (!/[*?]/.test(path) || existsSync(path)) return [path];
  const found = globSync(path).sort();
  return found.length > 0 ? found : [path];
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === "AbortError";

/** What many files end with together — 总退出码. */
export function endOf(ends: readonly ExitCode[]): ExitCode {
  const distinct = [...new Set(ends)];
  if (distinct.length <= 1) return distinct[0] ?? exitCodes.done;
  const failed = distinct.filter((end) => end !== exitCodes.done && end !== exitCodes.problemsInData);
  return failed.length > 0 ? exitCodes.partlyDone : exitCodes.problemsInData;
}
