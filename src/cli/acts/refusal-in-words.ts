import type { Refusal } from "../../domain/result.ts";
import type { Terminal } from "../terminal.ts";

/** Says why a file is not read, where, and what to do — 拒绝原因. */
export function complainOfRefusal(terminal: Terminal, path: string, { message, hint, line }: Refusal): void {
  const at = line === undefined ? path : `${path}:${line}`;
  terminal.complain({ zh: `${at} ${message.zh}${hint.zh}`, en: `${at} ${message.en} ${hint.en}` });
}
