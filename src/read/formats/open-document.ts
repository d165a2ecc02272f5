import type { Result } from "../../domain/result.ts";
import type { Engines } from "../engines.ts";
import type { ReadingRefusal } from "../reading-refusal.ts";
import type { SourceDocument } from "../source-document.ts";
import { documentOfText } from "./text.ts";

/** A file to be opened — 待打开的文件. */
export interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file of any format → its cells — 打开文件. What it is, its content tells, never its name. */
export function openDocument(file: FileBytes, _engines: Engines): Result<SourceDocument, ReadingRefusal> {
  return { ok: true, value: documentOfText(file) };
}
