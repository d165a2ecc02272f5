import type { Bilingual, Language } from "../domain/result.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";

/** The terminal as the commands see it: results out, everything else beside — 终端. */
export interface Terminal {
  readonly language: Language;
  /** Results: standard output. */
  write(text: string): void;
  /** Words to the person: standard error. */
  say(words: Bilingual): void;
  /** A line that is overwritten by the next, only where a person looks on. */
  progress(words: Bilingual): void;
  readBytes(path: string): Promise<Uint8Array>;
  /** The worst end so far is what the process ends with. */
  end(code: ExitCode): void;
}

/** A command cannot do as asked: what was found and what to do — 命令无法执行. */
export class CommandRefusal extends Error {
  readonly words: Bilingual;
  readonly code: ExitCode;

  constructor(words: Bilingual, code: ExitCode) {
    super(words.en);
    this.words = words;
    this.code = code;
  }
}

/** Language of the messages: asked for, else of the environment; Chinese first — 界面语言. */
export function languageOf(asked: string | undefined, environment: NodeJS.ProcessEnv): Language {
  if (asked === "zh" || asked === "en") return asked;
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^en/i.test(locale) ? "en" : "zh";
}

/** Worse ends win; "done" never hides a problem. */
export function worse(one: ExitCode, other: ExitCode): ExitCode {
  return one === exitCodes.done ? other : other === exitCodes.done ? one : exitCodes.partlyDone;
}
