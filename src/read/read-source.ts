import type { Reading } from "../domain/reading.ts";
import type { Result } from "../domain/result.ts";
import type { Engines } from "./engines.ts";
import { openDocument } from "./formats/open-document.ts";
import { documentOfText } from "./formats/text.ts";
import { type Known, readDocument } from "./read-document.ts";
import type { ReadingRefusal } from "./reading-refusal.ts";

/** What is brought to be read — 待读文件. */
export interface Brought extends Known {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A published file of any format in; its tables, with the place of every value, out — 读取绩效目标表. */
export function readSource(brought: Brought, engines: Engines = {}): Result<Reading, ReadingRefusal> {
  const opened = openDocument(brought, engines);
  return opened.ok ? { ok: true, value: readDocument(opened.value, brought) } : opened;
}

/** The same for text, whatever the bytes look like — 按文本读取. */
export function readText(brought: Brought): Reading {
  return readDocument(documentOfText(brought), brought);
}
