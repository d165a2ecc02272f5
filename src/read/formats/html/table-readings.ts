import { limits } from "../../limits.ts";
import { type LooseRow, placeBySpans } from "../flow/place-cells.ts";
import { attributeOf } from "./page-element.ts";
import { type ElementReading, endItemNumber, endParagraph, paragraphAlone, type Walk } from "./page-walk.ts";
import type { PageElement } from "./parse-page.ts";

/** How the elements of tables are read — 网页表格. */
export const tableReadings: Readonly<Record<string, ElementReading>> = {
  table: (walk, element) => {
    endParagraph(walk);
    endItemNumber(walk);
    walk.flow.openTable();
    const outer = walk.group;
    walk.group = bodies;
    const role = attributeOf(element, "role");
    return () => {
      endParagraph(walk);
      walk.flow.closeTable((rows) => placeBySpans(inGroupOrder(rows), role === "presentation" || role === "none"));
      walk.group = outer;
    };
  },
  caption: (walk) => paragraphAlone(walk),
  // a second head is but a further body
  thead: (walk) => rowGroup(walk, walk.group === bodies ? 0 : walk.group + 1),
  tbody: (walk) => rowGroup(walk, walk.group + 1),
  tfoot: (walk) => rowGroup(walk, foot),
  tr: (walk) => {
    endParagraph(walk);
    if (!walk.flow.openRow()) return undefined;
    const { group } = walk;
    return () => {
      endParagraph(walk);
      walk.flow.closeRow({ group });
    };
  },
  td: (walk, element) => cell(walk, element),
  th: (walk, element) => cell(walk, element),
};

/** Rows of the body are numbered between those of head and foot. */
const bodies = 1;
const foot = Number.MAX_SAFE_INTEGER;

/** Browsers print the foot of a table last, wherever it stands in the source. */
function inGroupOrder(rows: readonly LooseRow[]): readonly LooseRow[] {
  return rows.some(({ group }, at) => group < (rows[at - 1]?.group ?? 0))
    ? [...rows].sort((a, b) => a.group - b.group)
    : rows;
}

function rowGroup(walk: Walk, group: number): () => void {
  const outer = walk.group;
  walk.group = group;
  return () => {
    walk.group = group === foot || group === 0 ? outer : group;
  };
}

/** Begins a cell where a row is open. */
export function cell(walk: Walk, element: PageElement): (() => void) | undefined {
  endParagraph(walk);
  if (!walk.flow.openCell()) return undefined;
  const number = attributeOf(element, "x:num");
  const columns = spanOf(attributeOf(element, "colspan")) || 1;
  const down = spanOf(attributeOf(element, "rowspan"));
  // a spreadsheet that wrote the figure only for machines
  if (number && element.childNodes.length === 0) walk.inline.add(number);
  return () => {
    endParagraph(walk);
    walk.flow.closeCell({ columns, rows: down === 0 ? "rest" : (down ?? 1) });
  };
}

/** As browsers read a span: leading digits, 1 where there are none, never more than the limit. */
function spanOf(value: string | undefined): number | undefined {
  const digits = /^\s{0,20}(\d{1,20})/u.exec(value ?? "")?.[1];
  return digits === undefined ? undefined : Math.min(Number(digits), limits.htmlSpan);
}
