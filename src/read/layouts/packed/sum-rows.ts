import type { UnitSubtotal } from "../../../domain/declaration.ts";
import { type Funding, noFunding } from "../../../domain/funding.ts";
import type { Span } from "../../../domain/place.ts";
import type { ReadingRecord } from "../../record/record.ts";
import { nameOf } from "../../record/wrapped-text.ts";
import type { UnitOfColumn } from "../columns.ts";
import type { JoinedRow } from "./join-rows.ts";
import { fileReadings } from "./recognised-amounts.ts";
import { furtherCells, nameSpans, readFunding } from "./subtotals.ts";

/** Files the 合计 row of a table under its path and reads it — 合计行. */
export function fileTotal(record: ReadingRecord, row: JoinedRow, path: string, unit: UnitOfColumn): Funding {
  const name = nameSpans(row);
  for (const span of name) record.ledger.decorate(span, "label");
  record.point(path, allSpans(row));
  return fundingOf(record, row, path, unit);
}

/** Files the row of a unit with its subtotal — 单位小计行. */
export function fileUnit(record: ReadingRecord, row: JoinedRow, path: string, unit: UnitOfColumn): UnitSubtotal {
  const name = nameSpans(row);
  record.point(path, allSpans(row));
  record.place(`${path}/name`, name);
  return { name: nameOf(record.text, name), funding: fundingOf(record, row, `${path}/funding`, unit) };
}

/** What the rows of sums print in columns that they have no place for is kept as value of the row. */
function fundingOf(record: ReadingRecord, row: JoinedRow, path: string, unit: UnitOfColumn): Funding {
  const option = row.funding[0];
  if (!option) return noFunding;
  const funding = readFunding(record, option, path, unit);
  for (const cell of furtherCells(option)) record.ledger.place([cell.span]);
  fileReadings(record, option, path, false);
  return funding;
}

/** All that a row prints, in reading order. */
export function allSpans(row: JoinedRow): Span[] {
  const spans = Object.values(row.texts).flat();
  for (const part of row.parts) for (const cell of Object.values(part.funding[0]?.cells ?? {})) spans.push(cell.span);
  return spans.sort((a, b) => a.start - b.start);
}
