import type { TargetTable } from "../domain/declaration.ts";
import { placesOf } from "../domain/place-book.ts";
import type { Reading } from "../domain/reading.ts";
import { officialHead } from "./layouts/header-words.ts";
import { readTables } from "./layouts/read-tables.ts";
import { noteLookalikes } from "./note-lookalikes.ts";
import { type ColumnRecipe, headSettingsOf, headsMapped } from "./recipe.ts";
import { openRecord, type ReadingRecord } from "./record/record.ts";
import { wrappingOf } from "./record/wrapped-text.ts";
import type { SourceDocument } from "./source-document.ts";
import { withWordsAbove } from "./words-above.ts";

/** What a person knows of a file before it is read — 已知信息. */
export interface Known {
  /** The budget year; else it is read or inferred. */
  readonly year?: number;
  /** What a person said of the columns of such tables. */
  readonly recipe?: ColumnRecipe;
}

/**
 * A document in cells → its tables, with the place of every value — 读出绩效目标表. Pure and linear; a bad table is notes,
 * not an exception. Unknown layouts give no table, a located note, and the whole text as not placed.
 */
export function readDocument(document: SourceDocument, known: Known = {}): Reading {
  const { description, text, decoded, lines, views, cells, runs } = document;
  const isExact = views.length > 0 && !views.some((view) => view.kind === "page" && view.scanned);
  const record = openRecord(text, isExact);
  for (const { code, at, facts } of document.notes) record.note(code, "", [at], { facts });
  const heads = known.recipe && headSettingsOf(known.recipe);
  const context = { record, wrapping: wrappingOf(text), year: known.year, ...(heads ? { heads } : {}) };
  const found = readTables(lines, context);
  const tables = known.recipe ? asTold(record, found, known.recipe, document) : found;
  if (!decoded) record.note("encoding-unknown", "", [{ start: 0, end: 0 }]);
  else if (tables.length === 0) record.note("no-known-layout", "", [lines[0]?.cells[0]?.span ?? { start: 0, end: 0 }]);
  noteLookalikes(record, tables);
  return {
    source: description,
    text,
    tables,
    places: placesOf(record.places),
    notes: record.notes.sort((a, b) => a.at.line - b.at.line),
    competing: record.competing,
    sums: record.sums,
    conservation: record.ledger.close(record.lineAt),
    views,
    cells,
    runs,
  };
}

/** Says that columns were mapped by a person, and which; such tables say who and when in words of their own. */
function asTold(
  record: ReadingRecord,
  tables: TargetTable[],
  recipe: ColumnRecipe,
  { lines, description: { name } }: SourceDocument,
): TargetTable[] {
  const spans = tables.length === 0 ? [] : headsMapped(recipe, lines);
  if (spans.length === 0) return tables;
  const columns = recipe.heads.map(({ printed, is }) => `${printed}→${officialHead(is)}`).join("、");
  record.note("columns-mapped", "", spans, { facts: { recipe: recipe.name, columns } });
  return withWordsAbove(record, tables, recipe, { lines, heads: spans, name });
}
