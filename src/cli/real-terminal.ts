import { readFile } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import { buffer } from "node:stream/consumers";
import { styleText } from "node:util";
import type { Severity } from "../domain/finding.ts";
import type { Language } from "../domain/result.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { progressLine } from "./progress-line.ts";
import type { Terminal } from "./terminal.ts";

/** How much is said, and how — 输出方式. */
interface TerminalManner {
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
}

const colors = { error: "red", warning: "yellow", info: "cyan" } as const satisfies Record<Severity, string>;

/** Colours only where a person looks on and nobody objects — 是否用颜色. See no-color.org. */
export function wantsColor(
  { isTTY, asked }: { readonly isTTY: boolean; readonly asked: boolean },
  environment: NodeJS.ProcessEnv,
): boolean {
  return isTTY && asked && !environment.NO_COLOR && environment.TERM !== "dumb";
}

/** The process's own terminal — 真实终端. Progress only where standard error is a screen. */
export function realTerminal(language: Language, { quiet, verbose, color }: TerminalManner): Terminal {
  const { stdout, stderr } = process;
  const painted = wantsColor({ isTTY: stdout.isTTY === true, asked: color }, process.env);
  const moving = stderr.isTTY === true && !quiet && process.env.TERM !== "dumb";
  let open = false;
  let begun = 0;
  let readerGone = false;
  const clear = () => {
    if (open) stderr.write("\r\u001b[K");
    open = false;
  };
  const tell = (line: string) => {
    clear();
    stderr.write(`${line}\n`);
  };
  const whenGone = (act: () => void) => (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE" && error.code !== "EOF") throw error; // EOF is how Windows says it
    act();
  };
  stdout.on(
    "error",
    whenGone(() => {
      readerGone = true;
    }),
  );
  stderr.on(
    "error",
    whenGone(() => {}),
  );
  return {
    language,
    get readerGone() {
      return readerGone;
    },
    write(text) {
      clear();
      if (readerGone || stdout.write(text)) return Promise.resolve();
      return new Promise((ready) => {
        stdout.once("drain", ready).once("close", ready).once("error", ready);
      });
    },
    say(words) {
      if (!quiet) tell(words[language]);
    },
    detail(words) {
      if (verbose) tell(words[language]);
    },
    complain: (words) => tell(words[language]),
    progress(done, of, what) {
      if (!moving) return;
      if (done === 0 && !open) begun = performance.now();
      const columns = (stderr.columns || 80) - 1;
      stderr.write(
        `\r\u001b[K${progressLine({ done, of, elapsedMs: performance.now() - begun, what }, language, columns)}`,
      );
      open = true;
    },
    paint: (severity, text) =>
      painted ? styleText(["bold", colors[severity]], text, { validateStream: false }) : text,
    readBytes: (path, signal) =>
      path === "-" ? buffer(addAbortSignal(signal, process.stdin)) : readFile(path, { signal }),
    async interruptible(work) {
      const controller = new AbortController();
      const stop = () => {
        if (controller.signal.aborted) process.exit(exitCodes.interrupted);
        tell(
          language === "zh"
            ? "正在停止：做完手头这一步就结束；再按一次 Ctrl+C 立即结束。"
            : "Stopping after the step at hand; Ctrl+C again ends at once.",
        );
        controller.abort();
      };
      process.on("SIGINT", stop);
      try {
        return await work(controller.signal);
      } finally {
        process.off("SIGINT", stop);
        clear();
      }
    },
    end(code: ExitCode) {
      process.exitCode = code;
    },
  };
}
