import { basename, dirname, join } from "node:path";
import type { SkippedFile } from "../read/formats/archive.ts";
import { filesInBounded, ownPool } from "../workflow/bounded/read-bounded.ts";
import type { ReadingProgress } from "../workflow/bounded/reading-process.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { givenFiles } from "./given-files.ts";
import type { Journal } from "./journal.ts";
import { refusalOf } from "./known-troubles.ts";
import { CommandRefusal, type Terminal } from "./terminal.ts";
import { workThrough } from "./work-through.ts";

/** A file that a command was given — 待处理文件. */
export interface GivenFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What goes with a file while it is worked on — 处理环境. */
export interface Work {
  onProgress(progress: ReadingProgress): void;
  onFailure(detail: string): void;
  /** Waits until the files before this one are done: for what must happen in the order in which they were given. */
  turn(): Promise<void>;
}

/** What became of a file: how it ends, and what there is to show — 单个文件的结果. */
export interface FileEnd<Result> {
  readonly end: ExitCode;
  readonly result?: Result;
}

/** What is done with every file — 对每个文件做的事. */
export interface Doing<Result> {
  /** Several at a time. */
  act(file: GivenFile, work: Work): Promise<FileEnd<Result>>;
  /** One after another, in the order in which files were given; not where results go to a folder. */
  show(result: Result): Promise<void>;
  /** A result as a file of its own. */
  text(result: Result): Promise<string>;
}

/** How many at a time, and where results go instead of being shown — 批量处理的方式. */
export interface Manner {
  readonly jobs?: number | undefined;
  readonly journal?: Journal | undefined;
}

/** A file, or why there is none: it cannot be had, or its archive does not hand it out. */
type Item = { readonly path: string } & (
  | { readonly file: GivenFile }
  | { readonly error: unknown }
  | { readonly skipped: SkippedFile }
);

/**
 * Does the same with every file, several at a time — 逐个文件处理. A file that cannot be had is named and the others go on; the
 * end is the files' own where all ended alike, "partly done" where some succeeded, "interrupted" where a person stopped it.
 */
export async function eachFile<Result>(
  terminal: Terminal,
  given: readonly string[],
  { jobs = ownPool().most, journal }: Manner,
  doing: Doing<Result>,
): Promise<void> {
  const paths = givenFiles(given, journal?.folder);
  if (paths.length === 0) throw noFiles(given);
  const ends: ExitCode[] = [];
  let before = 0;
  const tellProgress = (zh: string, en: string): void => {
    if (paths.length > 1) terminal.progress(ends.length, Math.max(paths.length, ends.length), { zh, en });
  };
  const workOn = async (file: GivenFile, turn: () => Promise<void>): Promise<FileEnd<Result>> => {
    const { path, bytes } = file;
    const past = journal?.endedBefore(path, bytes);
    if (past !== undefined) {
      before++;
      return { end: past };
    }
    tellProgress(path, path);
    const { end, result } = await doing.act(file, {
      turn,
      onProgress: ({ done, of }) => tellProgress(`${path} 第 ${done}/${of} 页`, `${path}, page ${done} of ${of}`),
      onFailure: (detail) => terminal.detail({ zh: `${path}：${detail}`, en: `${path}: ${detail}` }),
    });
    if (!journal) return { end, ...(result === undefined ? {} : { result }) };
    journal.keep(path, bytes, end, result === undefined ? undefined : await doing.text(result));
    return { end };
  };
  const finished = await terminal.interruptible((signal) =>
    workThrough(filesAt(terminal, paths, signal), {
      jobs,
      stopped: () => signal.aborted,
      async act(item: Item, turn): Promise<FileEnd<Result> | undefined> {
        try {
          if ("error" in item) throw item.error;
          if ("skipped" in item) {
            tellSkipped(terminal, item.path, item.skipped);
            if (item.skipped.because === "refused") ends.push(exitCodes.problemsInData);
            return undefined;
          }
          const ended = await workOn(item.file, turn);
          ends.push(ended.end);
          return ended;
        } catch (error) {
          if (signal.aborted && isAbort(error)) return undefined;
          const refusal = refusalOf(error, item.path);
          if (!refusal) throw error;
          terminal.complain(refusal.words);
          ends.push(refusal.code);
          return undefined;
        }
      },
      async show(ended) {
        if (ended?.result !== undefined) await doing.show(ended.result);
      },
    }),
  );
  if (finished) {
    if (ends.length > 1 && (before > 0 || ends.some((end) => end !== exitCodes.done))) tellSum(terminal, ends, before);
    return terminal.end(endOf(ends));
  }
  terminal.complain({
    zh: `已中断：${paths.length} 个文件处理了 ${ends.length} 个，它们的结果有效；其余没有处理。`,
    en: `Interrupted: ${ends.length} of ${paths.length} files were processed, and that holds; the others were not.`,
  });
  terminal.end(exitCodes.interrupted);
}

const noFiles = (given: readonly string[]): CommandRefusal =>
  new CommandRefusal(
    {
      zh: `${given.join("、")} 里没有文件。请检查路径。`,
      en: `There is no file in ${given.join(", ")}. Check the path.`,
    },
    exitCodes.notFound,
  );

/** What systems leave in archives is of no interest; anything else that is left out is a problem. */
function tellSkipped(terminal: Terminal, path: string, { because, why }: SkippedFile): void {
  const words = { zh: `${path} 没有读：${why.zh}。`, en: `${path} was not read: ${why.en}.` };
  if (because === "junk") terminal.detail(words);
  else terminal.complain(words);
}

/** Files as they are asked for, those of archives one by one; what cannot be had is handed on with its reason. */
async function* filesAt(terminal: Terminal, paths: readonly string[], signal: AbortSignal): AsyncGenerator<Item> {
  for (const path of paths) {
    try {
      const file = { name: path === "-" ? "stdin.txt" : basename(path), bytes: await terminal.readBytes(path, signal) };
      const found = await filesInBounded(file);
      // an archive that cannot be opened is a file that cannot be read: that says why
      if (!found.ok) yield { path, file: { path, ...file } };
      else {
        for (const { name, bytes } of found.value.files) {
          const at = name === file.name ? path : join(dirname(path), name);
          yield { path: at, file: { path: at, name, bytes } };
        }
        for (const skipped of found.value.skipped) yield { path: join(dirname(path), skipped.name), skipped };
      }
    } catch (error) {
      yield { path, error };
    }
  }
}

function tellSum(terminal: Terminal, ends: readonly ExitCode[], before: number): void {
  const good = ends.filter((end) => end === exitCodes.done).length;
  const problems = ends.filter((end) => end === exitCodes.problemsInData).length;
  const failed = ends.length - good - problems;
  terminal.say({
    zh: `${ends.length} 个文件：完成 ${good} 个，有问题 ${problems} 个，没有读到 ${failed} 个${before > 0 ? `；其中 ${before} 个上次已处理，没有重做` : ""}。`,
    en: `${ends.length} files: ${good} done, ${problems} with problems, ${failed} not to be had${before > 0 ? `; ${before} of them were done before, and not again` : ""}.`,
  });
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === "AbortError";

/** What many files end with together — 总退出码. */
export function endOf(ends: readonly ExitCode[]): ExitCode {
  const distinct = [...new Set(ends)];
  if (distinct.length <= 1) return distinct[0] ?? exitCodes.done;
  const failed = distinct.filter((end) => end !== exitCodes.done && end !== exitCodes.problemsInData);
  return failed.length > 0 ? exitCodes.partlyDone : exitCodes.problemsInData;
}
