import type { Place } from "./place.ts";
import type { Bilingual, Language } from "./result.ts";
import type { PrintedCell } from "./source-view.ts";
import { overlapping, type PrintedDocument } from "./where-printed.ts";

/**
 * Where a value stands, as a person says it — 出处的说法: 第 3 页第 12 行, 工作表“绩效”B7, 表 2 第 3 行第 4 列; of plain
 * text its line.
 */
export function placeInWords(document: PrintedDocument, place: Place, language: Language): string {
  return placeInBoth(document, place)[language];
}

/** The same in both languages — 出处的双语说法. */
export function placeInBoth(document: PrintedDocument, place: Place): Bilingual {
  const cells = place.spans.flatMap((span) => overlapping(document.cells, span));
  const first = cells[0];
  const view = first && document.views[first.view];
  if (!first || !view) return { zh: `第 ${place.line} 行`, en: `line ${place.line}` };
  switch (view.kind) {
    case "page":
      return onPages(document, place);
    case "sheet": {
      const address = addressOf(first, lastIn(cells, first.view));
      return { zh: `工作表“${view.name}”${address}`, en: `sheet “${view.name}”, ${address}` };
    }
    case "part":
      return inPart(document, first, place);
  }
}

/** Page and line; of words that a page break cuts, where they go on as well. */
function onPages(document: PrintedDocument, place: Place): Bilingual {
  const found: { readonly page: number; readonly line: number }[] = [];
  for (const span of place.spans) {
    const cell = overlapping(document.cells, span)[0];
    const view = cell && document.views[cell.view];
    if (view?.kind !== "page" || found.at(-1)?.page === view.number) continue;
    found.push({ page: view.number, line: lineInView(document, cell!.view, span.start) });
  }
  return {
    zh: found.map(({ page, line }) => `第 ${page} 页第 ${line} 行`).join("，续"),
    en: found.map(({ page, line }) => `page ${page}, line ${line}`).join("; goes on at "),
  };
}

function inPart(document: PrintedDocument, cell: PrintedCell, place: Place): Bilingual {
  const { table, row, column } = cell;
  if (table === undefined) return { zh: `第 ${place.line} 行`, en: `line ${place.line}` };
  const single = document.cells.findLast((one) => one.table !== undefined)?.table === 0;
  return {
    zh: `${single ? "表中" : `表 ${table + 1} `}第 ${row + 1} 行第 ${column + 1} 列`,
    en: `${single ? "" : `table ${table + 1}, `}row ${row + 1}, column ${column + 1}`,
  };
}

/** 1-based, counted from where its page, sheet or part begins — 页内行号. */
function lineInView({ text, cells }: PrintedDocument, view: number, offset: number): number {
  let line = 1;
  const begin = cells[firstOfView(cells, view)]?.span.start ?? 0;
  for (let at = text.indexOf("\n", begin); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/** Number of the first cell of a view, or of the one after it — 视图的首个单元格. Views come in the order of the text. */
export function firstOfView(cells: readonly PrintedCell[], view: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cells[middle]!.view >= view) high = middle;
    else low = middle + 1;
  }
  return low;
}

const lastIn = (cells: readonly PrintedCell[], view: number): PrintedCell =>
  cells.findLast((cell) => cell.view === view) ?? cells[0]!;

/** `B7`, or `B7:F9` of what takes several cells — 单元格地址. */
function addressOf(first: PrintedCell, last: PrintedCell): string {
  const from = `${columnName(first.column)}${first.row + 1}`;
  const to = `${columnName(last.column)}${last.row + 1}`;
  return from === to ? from : `${from}:${to}`;
}

/** 0 → A, 25 → Z, 26 → AA — 列号. */
export function columnName(column: number): string {
  let name = "";
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    name = String.fromCharCode(65 + (left % 26)) + name;
  return name;
}
