import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import type { Language } from "../domain/result.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { CommandRefusal, type Terminal } from "./terminal.ts";

/** The process's own terminal — 真实终端. Progress only where standard error is a screen. */
export function realTerminal(language: Language, { quiet }: { readonly quiet: boolean }): Terminal {
  let open = false;
  const clear = () => {
    if (open) process.stderr.write("\r\u001b[K");
    open = false;
  };
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exitCodes.done); // the reader, `head` perhaps, has seen enough
    throw error;
  });
  return {
    language,
    write(text) {
      clear();
      process.stdout.write(text);
    },
    say(words) {
      clear();
      if (!quiet) process.stderr.write(`${words[language]}\n`);
    },
    progress(words) {
      if (!process.stderr.isTTY || quiet || process.env.TERM === "dumb") return;
      process.stderr.write(`\r\u001b[K${words[language]}`);
      open = true;
    },
    readBytes: (path) => (path === "-" ? buffer(process.stdin) : readFile(path).catch((error) => refuse(path, error))),
    end(code: ExitCode) {
      process.exitCode = code;
    },
  };
}

function refuse(path: string, error: NodeJS.ErrnoException): never {
  if (error.code === "ENOENT")
    throw new CommandRefusal(
      { zh: `找不到文件：${path}。请检查路径。`, en: `No such file: ${path}. Check the path.` },
      exitCodes.notFound,
    );
  if (error.code === "EACCES" || error.code === "EPERM")
    throw new CommandRefusal(
      { zh: `没有读取权限：${path}。`, en: `No permission to read ${path}.` },
      exitCodes.notAllowed,
    );
  if (error.code === "EISDIR")
    throw new CommandRefusal(
      { zh: `${path} 是文件夹，请给出其中的文件。`, en: `${path} is a folder: name the files in it.` },
      exitCodes.usage,
    );
  throw error;
}
