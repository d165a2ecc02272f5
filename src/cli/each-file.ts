import { basename } from "node:path";
import type { ExitCode } from "./exit-codes.ts";
import { exitCodes } from "./exit-codes.ts";
import { CommandRefusal, type Terminal } from "./terminal.ts";

/** A file that a command was given. */
export interface GivenFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Does the same with every file — 逐个文件处理. A file that cannot be had is named and the others go on; the end is the
 * files' own where all ended alike, "partly done" where some succeeded.
 */
export async function eachFile(
  terminal: Terminal,
  paths: readonly string[],
  act: (file: GivenFile) => Promise<ExitCode>,
): Promise<void> {
  const ends: ExitCode[] = [];
  for (const [at, path] of paths.entries()) {
    terminal.progress({ zh: `${at + 1}/${paths.length} ${path}`, en: `${at + 1}/${paths.length} ${path}` });
    try {
      const bytes = await terminal.readBytes(path);
      ends.push(await act({ path, name: path === "-" ? "stdin.txt" : basename(path), bytes }));
    } catch (error) {
      if (!(error instanceof CommandRefusal)) throw error;
      terminal.say(error.words);
      ends.push(error.code);
    }
  }
  terminal.end(endOf(ends));
}

function endOf(ends: readonly ExitCode[]): ExitCode {
  const distinct = [...new Set(ends)];
  if (distinct.length <= 1) return distinct[0] ?? exitCodes.done;
  const failed = distinct.filter((end) => end !== exitCodes.done && end !== exitCodes.problemsInData);
  return failed.length > 0 ? exitCodes.partlyDone : exitCodes.problemsInData;
}
