import type { Reading } from "../domain/reading.ts";
import type { Result } from "../domain/result.ts";
import type { Engines } from "./engines.ts";
import { documentOfPasted, type PastedForm } from "./formats/clipboard.ts";
import { openDocument } from "./formats/open-document.ts";
import { documentOfText } from "./formats/text.ts";
import { type Known, readDocument } from "./read-document.ts";
import type { ReadingRefusal } from "./reading-refusal.ts";
import { type OfferedRecipe, type SeenColumns, seeColumns } from "./seen-columns.ts";

/** What is brought to be read — 待读文件. */
export interface Brought extends Known {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where the bytes were pasted, not brought as a file. */
  readonly pasted?: PastedForm;
  /** Asks for the columns that a person may tell: where no layout opens, or always. */
  readonly seek?: { readonly recipes: readonly OfferedRecipe[]; readonly always: boolean };
}

/** A reading, and what a person may be asked of its columns — 读取结果与待对照的列. */
export interface ReadAndSeen {
  readonly reading: Reading;
  readonly seen: SeenColumns | undefined;
}

/** A published file of any format in; its tables, with the place of every value, out — 读取绩效目标表. */
export function readSource(brought: Brought, engines: Engines = {}): Result<Reading, ReadingRefusal> {
  const read = readAndSee(brought, engines);
  return read.ok ? { ok: true, value: read.value.reading } : read;
}

/** The same, with what a person may be asked where that was sought — 读取并查看各列. */
export function readAndSee(brought: Brought, engines: Engines = {}): Result<ReadAndSeen, ReadingRefusal> {
  const { pasted, seek } = brought;
  const opened = pasted ? documentOfPasted(brought, pasted) : openDocument(brought, engines);
  if (!opened.ok) return opened;
  const reading = readDocument(opened.value, brought);
  const isSought = seek && opened.value.decoded && (seek.always || reading.tables.length === 0);
  return { ok: true, value: { reading, seen: isSought ? seeColumns(opened.value, seek.recipes) : undefined } };
}

/** The same for text, whatever the bytes look like — 按文本读取. */
export function readText(brought: Brought): Reading {
  return readDocument(documentOfText(brought), brought);
}
