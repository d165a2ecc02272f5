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
  const { rows, broken } =
    delimiter === undefined ? { rows: tabbedCells(text, "file"), broken: new Set<number>() } : csvRows(text, delimiter);
  if (!writeRows(writer, rows, broken)) return tooManyCells;
  const document = writer.finish(description);
  return { ok: true, value: { ...document, notes: [...document.notes, ...damagedCharacters(document.text)] } };
}

interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  /** Records with a quote that is never closed, or closed in the middle of a field. */
  readonly broken: ReadonlySet<number>;
}

/** So many broken records are read one by one; where there are more, quotes mean nothing in this file. */
const mostBroken = 20;

/**
 * A quote that is never closed would swallow all that follows: the line it stands on is read with quotes as just quotes,
 * and reading goes on behind it.
 */
function csvRows(text: string, delimiter: string): CsvRows {
  const rows: string[][] = [];
  const broken = new Set<number>();
  for (let from = 0; from < text.length; ) {
    const found = Papa.parse<string[]>(text.slice(from), { delimiter });
    const trouble = found.errors.find(({ type }) => type === "Quotes")?.row;
    for (const row of found.data.slice(0, trouble)) rows.push(unwrapped(row));
    if (trouble === undefined) break;
    from += startOfRow(text.slice(from), delimiter, trouble);
    broken.add(rows.length);
    const end = broken.size < mostBroken ? endOfLine(text, from) : text.length;
    const plain = Papa.parse<string[]>(text.slice(from, end), { delimiter, quoteChar: "\u0000" });
    for (const row of plain.data) rows.push(unwrapped(row));
    from = end;
  }
  return { rows, broken };
}

function startOfRow(text: string, delimiter: string, row: number): number {
  let start = 0;
  const step = ({ meta }: Papa.ParseStepResult<string[]>): void => {
    start = meta.cursor;
  };
  if (row > 0) Papa.parse<string[]>(text, { delimiter, preview: row, step });
  return start;
}

/** Behind the line that begins here, its end included. */
function endOfLine(text: string, from: number): number {
  const end = /\r\n?|\n/gu;
  end.lastIndex = from;
  const found = end.exec(text);
  return found ? found.index + found[0].length : text.length;
}

/** Excel keeps figures that are codes as `="001"`. */
function unwrapped(row: readonly string[]): string[] {
  return row.map((field) => /^="([^"]*)"$/u.exec(field)?.[1] ?? field);
}

/** Rows of texts → tables, parted by blank rows as on a sheet — 写出各行; `false` where there are too many cells. */
export function writeRows(
  writer: DocumentWriter,
  rows: readonly (readonly string[])[],
  broken: ReadonlySet<number> = new Set(),
): boolean {
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
    if (broken.has(number)) writer.note("quote-unclosed", { row: number + 1 });
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
