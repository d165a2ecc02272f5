import { firstOfView } from "../../domain/place-in-words.ts";
import type { Reading } from "../../domain/reading.ts";
import type { Bilingual } from "../../domain/result.ts";
import type { PrintedCell } from "../../domain/source-view.ts";

/** What the desk shows at once: a page, some rows of a sheet or part, some lines of a text — 核对台的一页. */
export interface DeskSheet {
  readonly name: Bilingual;
  /** Number of its view; `undefined` of plain text. */
  readonly view: number | undefined;
  /** Its stretch of the text. */
  readonly start: number;
  readonly end: number;
  /** Its cells. */
  readonly firstCell: number;
  readonly endCell: number;
}

/** Characters that a person can oversee, where the format has no pages of its own. */
const charactersAtOnce = 12_000;
const rowsAtOnce = 60;
const linesAtOnce = 120;

/** A document in pieces that can be shown — 分页. At least one. */
export function sheetsOf(reading: Reading): readonly DeskSheet[] {
  if (reading.views.length === 0) return textSheets(reading.text);
  return reading.views.flatMap((view, n) => {
    const firstCell = firstOfView(reading.cells, n);
    const endCell = firstOfView(reading.cells, n + 1);
    const start = startOf(reading, n, firstCell);
    const end = startOf(reading, n + 1, endCell);
    const whole = { view: n, start, end, firstCell, endCell };
    if (view.kind === "page") return [{ ...whole, name: { zh: `第 ${view.number} 页`, en: `Page ${view.number}` } }];
    const alone = reading.views.length === 1 && view.kind === "part";
    const name = alone ? { zh: "正文", en: "Text" } : { zh: view.name, en: view.name };
    return rowSheets(reading.cells, whole, name);
  });
}

function startOf({ cells, runs, text, views }: Reading, view: number, firstCell: number): number {
  if (view >= views.length) return text.length;
  const cell = cells[firstCell];
  const run = cell ? undefined : runs.find((one) => one.view >= view);
  return cell?.span.start ?? run?.span.start ?? text.length;
}

/** Cut where a row begins. */
function rowSheets(cells: readonly PrintedCell[], whole: Omit<DeskSheet, "name">, name: Bilingual): DeskSheet[] {
  const cuts = [whole.firstCell];
  let rows = 0;
  for (let at = whole.firstCell + 1; at < whole.endCell; at++) {
    const cell = cells[at]!;
    if (isSameRow(cell, cells[at - 1]!)) continue;
    rows++;
    if (rows < rowsAtOnce && cell.span.end - cells[cuts.at(-1)!]!.span.start <= charactersAtOnce) continue;
    cuts.push(at);
    rows = 0;
  }
  return cuts.map((firstCell, n) => {
    const endCell = cuts[n + 1] ?? whole.endCell;
    return {
      name: cuts.length === 1 ? name : { zh: `${name.zh}（${n + 1}）`, en: `${name.en} (${n + 1})` },
      view: whole.view,
      start: n === 0 ? whole.start : cells[firstCell]!.span.start,
      end: endCell === whole.endCell ? whole.end : cells[endCell]!.span.start,
      firstCell,
      endCell,
    };
  });
}

/** Whether two cells that follow each other stand in one row — 同一行. */
export const isSameRow = (cell: PrintedCell, before: PrintedCell): boolean =>
  cell.table !== undefined && cell.table === before.table && cell.row === before.row;

function textSheets(text: string): DeskSheet[] {
  const cuts = [0];
  let lines = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at + 1 < text.length; at = text.indexOf("\n", at + 1)) {
    lines++;
    if (lines < linesAtOnce && at + 1 - cuts.at(-1)! < charactersAtOnce) continue;
    cuts.push(at + 1);
    lines = 0;
  }
  const nothing = { view: undefined, firstCell: 0, endCell: 0 };
  return cuts.map((start, n) => ({
    ...nothing,
    name: cuts.length === 1 ? { zh: "全文", en: "Text" } : { zh: `第 ${n + 1} 段`, en: `Part ${n + 1}` },
    start,
    end: cuts[n + 1] ?? text.length,
  }));
}

/** Number of the piece in which an offset of the text stands, from 0 — 所在页. */
export function sheetAt(sheets: readonly DeskSheet[], offset: number): number {
  let low = 0;
  let high = sheets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sheets[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return Math.min(low, sheets.length - 1);
}
