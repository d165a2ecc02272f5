import Papa from "papaparse";
import type { Result } from "../../domain/result.ts";
import { type DocumentWriter, openWriter } from "../document-writer.ts";
import { limits } from "../limits.ts";
import { type ReadingRefusal, refuse } from "../reading-refusal.ts";
import type { SourceDocument } from "../source-document.ts";
import { openSource } from "../source-file.ts";
import { csvDelimiter } from "./csv-delimiter.ts";
import { damagedCharacters } from "./damaged-characters.ts";
import type { FileBytes } from "./file-bytes.ts";
import { tabbedCells } from "./tabbed-cells.ts";

/** CSV, or tabbed text that Excel quoted → cells — 读取 CSV. The delimiter is found by what the rows look like. */
export function documentOfCsv(file: FileBytes): Result<SourceDocument, ReadingRefusal> {
  const { description, text } = openSource(file.name, file.bytes, "csv");
  const delimiter = csvDelimiter(text.slice(0, 256 * 1024));
  const writer = openWriter();
  writer.view({ kind: "sheet", name: file.name.slice(file.name.lastIndexOf("/") + 1) });
  const { rows, unclosed } = delimiter === undefined ? { rows: tabbedCells(text) } : csvRows(text, delimiter);
  if (!writeRows(writer, rows)) return tooManyCells;
  if (unclosed !== undefined) writer.note("quote-unclosed", { row: unclosed + 1 });
  const document = writer.finish(description);
  return { ok: true, value: { ...document, notes: [...document.notes, ...damagedCharacters(document.text)] } };
}

interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  /** The record from which on quotes are just quotes, because one is never closed. */
  readonly unclosed?: number;
}

/** A quote that is never closed would swallow all that follows: from its record on, quotes are read as they stand. */
function csvRows(text: string, delimiter: string): CsvRows {
  const whole = Papa.parse<string[]>(text, { delimiter });
  const open = whole.errors.find(({ code }) => code === "MissingQuotes");
  if (open?.row === undefined) return { rows: whole.data.map(unwrapped) };
  let start = 0;
  const step = ({ meta }: Papa.ParseStepResult<string[]>): void => {
    start = meta.cursor;
  };
  if (open.row > 0) Papa.parse<string[]>(text, { delimiter, preview: open.row, step });
  const rest = Papa.parse<string[]>(text.slice(start), { delimiter, quoteChar: "\u0000" });
  return { rows: [...whole.data.slice(0, open.row), ...rest.data].map(unwrapped), unclosed: open.row };
}

/** Excel keeps figures that are codes as `="001"`. */
function unwrapped(row: readonly string[]): string[] {
  return row.map((field) => /^="([^"]*)"$/u.exec(field)?.[1] ?? field);
}

/** Blank rows part tables, as on a sheet; `false` where there are too many cells. */
function writeRows(writer: DocumentWriter, rows: readonly (readonly string[])[]): boolean {
  let count = 0;
  let isOpen = false;
  for (const [number, row] of rows.entries()) {
    const cells = row.flatMap((content, index) => (content.trim() === "" ? [] : [{ content, index }]));
    count += row.length;
    if (count > limits.cells * 4) return false;
    if (cells.length === 0) {
      isOpen = false;
      continue;
    }
    if (!isOpen) writer.table();
    isOpen = true;
    writer.row({ cells, width: row.length, row: number });
  }
  return true;
}

const tooManyCells = refuse(
  "too-large",
  {
    zh: `表中超过 ${limits.cells * 4} 格，超过单个文件的上限。`,
    en: `The table has more than ${limits.cells * 4} places; that is the limit of one file.`,
  },
  { zh: "请按部门或按年度拆成几个文件。", en: "Split it, for example by department or year." },
);
