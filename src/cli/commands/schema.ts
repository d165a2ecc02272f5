import { readingJsonSchema } from "../../publish/reading-schema.ts";
import type { Terminal } from "../terminal.ts";

/** `jiheng schema` — 输出读取结果的 JSON Schema. */
export function schemaCommand(terminal: Terminal): void {
  terminal.write(`${JSON.stringify(readingJsonSchema(), null, 1)}\n`);
}
