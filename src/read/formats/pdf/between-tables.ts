import { isPageFurniture, isPreambleLine } from "../../layouts/preamble.ts";
import type { PageContents, PageLine } from "./page-table.ts";
import { repeatedHeadRows } from "./repeated-head.ts";

/**
 * Whether anything stands between the last table of a page and the first of the next that makes them two — 两表之间有无内容:
 * anything but page numbers, running heads, and what stood above the table where it began, with its head, printed again.
 */
export function standsBetween(before: PageContents, page: PageContents, opened: PageContents): boolean {
  const after = before.parts.slice(before.parts.findLastIndex(({ kind }) => kind === "table") + 1);
  const first = page.parts.findIndex(({ kind }) => kind === "table");
  const above = page.parts.slice(0, first);
  const repeats = headAgain(opened, page.parts[first]);
  return (
    !after.every((part) => part.kind === "line" && isFurniture(part.line, page)) ||
    !above.every(
      (part) =>
        part.kind === "line" && (isFurniture(part.line, before) || (repeats && isOn(opened, part.line, wordsOf))),
    )
  );
}

/** Whether a table prints the head of the last table of the page on which it may have begun. */
function headAgain(opened: PageContents, part: PageContents["parts"][number] | undefined): boolean {
  const origin = opened.parts.findLast(({ kind }) => kind === "table");
  return part?.kind === "table" && origin?.kind === "table" && repeatedHeadRows(origin.table, part.table) > 0;
}

/** A page number, or a line that the neighbouring page prints at the same place. */
function isFurniture(line: PageLine, neighbour: PageContents): boolean {
  const words = wordsOf(line);
  if (isPageFurniture(words)) return true;
  return !isPreambleText(words) && isOn(neighbour, line, withoutFigures);
}

/** Whether a page prints a line at the same place, compared in some way. */
function isOn({ parts }: PageContents, line: PageLine, told: (line: PageLine) => string): boolean {
  return parts.some(
    (part) => part.kind === "line" && Math.abs(part.line.box.top - line.box.top) < 3 && told(part.line) === told(line),
  );
}

function isPreambleText(text: string): boolean {
  const cells = [{ text, span: { start: 0, end: text.length }, index: 0 }];
  return isPreambleLine({ number: 0, page: 0, cells, width: 1 });
}

function wordsOf({ content }: PageLine): string {
  return content.map(({ text }) => text.trim()).join("");
}

function withoutFigures(line: PageLine): string {
  return wordsOf(line).replace(/\d+/gu, "0").replace(/\s+/gu, "");
}
