import { type DocumentWriter, openWriter, type WrittenPiece } from "../../document-writer.ts";
import type { SourceDocument } from "../../source-document.ts";
import { describeSource } from "../../source-file.ts";
import type { FileBytes } from "../file-bytes.ts";
import { boxOnSheet, noteDoubt, pieceOnSheet, type Recognition, readingsOf } from "../scan/recognised-cell.ts";
import { columnsOf, type WholeTable, wholeTables } from "./continued-tables.ts";
import { type Cuts, cutsOf } from "./cut-rows.ts";
import { contentsOf } from "./page-contents.ts";
import type { PageModel } from "./page-model.ts";
import type { PageContents, PageTable } from "./page-table.ts";

/** What a page says beside its words. */
interface PageFacts extends Recognition, Pick<PageModel, "number" | "hidden" | "unmapped"> {
  readonly scanned: boolean;
  readonly unreadable: boolean;
  /** On average, where the words were recognised. */
  readonly confidence: number;
}

/**
 * Pages → one text with its cells — 页面转文件. Each page model is let go as soon as its lines and tables are known, so
 * that a long document needs the memory of its text.
 */
export function documentOfPages(
  file: FileBytes,
  pages: Iterable<PageModel>,
  kind: "pdf" | "image" = "pdf",
  unread: readonly string[] = [],
): SourceDocument {
  const contents: PageContents[] = [];
  const facts: PageFacts[] = [];
  for (const page of pages) {
    contents.push(contentsOf(page, contents.at(-1)));
    facts.push(factsOf(page));
  }
  const writer = openWriter();
  const tables = placesOf(wholeTables(contents));
  contents.forEach((page, at) => {
    const { number, width, height } = page;
    const about = facts[at]!;
    const turned = about.turning?.quarters;
    writer.view({ kind: "page", number, width, height, scanned: about.scanned, ...(turned ? { turned } : {}) });
    for (const part of page.parts) {
      if (part.kind === "table") writeTable(writer, part.table, tables.get(part.table)!, about);
      else writer.paragraph(onSheet(part.line.content, about), boxOnSheet(part.line.box, about));
    }
    notePage(writer, about);
  });
  for (const part of unread) writer.note("part-unread", { part }, { start: 0, end: 0 });
  return writer.finish(describeSource(file.name, file.bytes, kind));
}

/** Where the rows and columns of a page stand in their whole table. */
interface TablePlace {
  readonly whole: WholeTable;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly firstRow: number;
  readonly cuts: Cuts;
  /** Its number in the writer, once it was given one. */
  readonly number: { value: number | undefined };
}

function placesOf(wholes: readonly WholeTable[]): ReadonlyMap<PageTable, TablePlace> {
  const places = new Map<PageTable, TablePlace>();
  for (const whole of wholes) {
    const cuts = cutsOf(whole);
    const number = { value: undefined };
    let firstRow = 0;
    for (const { table } of whole.parts) {
      places.set(table, { whole, columns: columnsOf(whole, table), firstRow, cuts, number });
      firstRow += table.ys.length - 1;
    }
  }
  return places;
}

/** A row lower than this without a word is a double line. */
const sliver = 6;

function writeTable(writer: DocumentWriter, table: PageTable, place: TablePlace, page: PageFacts): void {
  const { columns, firstRow, cuts, number } = place;
  number.value = writer.table(number.value);
  const rows = Map.groupBy(table.cells, (cell) => cell.row);
  const width = place.whole.xs.length - 1;
  for (let row = 0; row + 1 < table.ys.length; row++) {
    const cells = rows.get(row) ?? [];
    if (table.ys[row + 1]! - table.ys[row]! < sliver && cells.every(({ content }) => content.length === 0)) continue;
    const cut = cuts.get(table)?.get(row);
    const spans = writer.row({
      cells: cells.map((cell) => {
        const index = columns[cell.column]!.first;
        return {
          content: onSheet(cell.content, page),
          index,
          columns: Math.max(1, columns[cell.column + cell.columns - 1]!.end - index),
          rows: cell.rows,
          box: boxOnSheet(cell.box, page),
          ...readingsOf(cell, page),
        };
      }),
      width,
      row: firstRow + row,
      ...(cut ? { cut } : {}),
    });
    cells.forEach((cell, at) => {
      noteDoubt(writer, cell, page, spans[at]!);
    });
  }
}

function onSheet(content: readonly WrittenPiece[], page: Recognition): readonly WrittenPiece[] {
  return content.map((piece) => pieceOnSheet(piece, page));
}

function factsOf(page: PageModel): PageFacts {
  const { number, width, height, hidden, unmapped, scanned, unreadable, readings, turning } = page;
  const sure = page.glyphs.flatMap(({ confidence }) => confidence ?? []);
  const confidence = sure.length === 0 ? 0 : Math.round(sure.reduce((sum, one) => sum + one, 0) / sure.length);
  return {
    number,
    width,
    height,
    hidden,
    unmapped,
    scanned: scanned === true,
    unreadable: unreadable === true,
    confidence,
    ...(readings ? { readings } : {}),
    ...(turning ? { turning } : {}),
  };
}

/** So many of the words that cannot be seen are quoted. */
const quoted = 40;

function notePage(writer: DocumentWriter, { number, hidden, unmapped, scanned, unreadable, confidence }: PageFacts) {
  const words = hidden.replace(/\s+/gu, "");
  if (unreadable) writer.note("part-unread", { part: `第 ${number} 页` });
  if (scanned && unmapped > 0) writer.note("font-unmapped", { page: number, characters: unmapped });
  else if (scanned) writer.note("page-scanned", { page: number, confidence });
  else if (words !== "") writer.note("text-hidden", { characters: words.length, words: words.slice(0, quoted) });
}
