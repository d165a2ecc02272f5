import type { Severity } from "../domain/finding.ts";
import type { Bilingual, Language } from "../domain/result.ts";
import type { ExitCode } from "./exit-codes.ts";

/** The terminal as the commands see it: results out, everything else beside — 终端. */
export interface Terminal {
  readonly language: Language;
  /** Whether the reader of the results has gone (`| head`): more of them is of no use. */
  readonly readerGone: boolean;
  /** Results: standard output. The promise waits where the reader is slow, so that nothing piles up. */
  write(text: string): Promise<void>;
  /** Words to the person: standard error; not with `--quiet`. */
  say(words: Bilingual): void;
  /** What only `--verbose` shows. */
  detail(words: Bilingual): void;
  /** What went wrong: said even with `--quiet`. */
  complain(words: Bilingual): void;
  /** A line that is overwritten by the next, only where a person looks on. */
  progress(done: number, of: number, what: Bilingual): void;
  /** A severity's word in its colour, where colours are wanted. */
  paint(severity: Severity, text: string): string;
  readBytes(path: string, signal: AbortSignal): Promise<Uint8Array>;
  /** Ctrl+C during this work: once aborts the signal, so that the work stops at a good place; twice ends at once. */
  interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** What the process will end with. */
  end(code: ExitCode): void;
}

/** A command cannot do as asked: what was found and what to do — 命令无法执行. */
export class CommandRefusal extends Error {
  readonly words: Bilingual;
  readonly code: ExitCode;

  constructor(words: Bilingual, code: ExitCode, cause?: unknown) {
    super(words.en, { cause });
    this.words = words;
    this.code = code;
  }
}
