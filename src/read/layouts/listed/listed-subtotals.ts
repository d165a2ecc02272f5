import type { UnitSubtotal } from "../../../domain/declaration.ts";
import type { Span } from "../../../domain/place.ts";
import type { ReadingRecord } from "../../record/record.ts";
import { nameOf } from "../../record/wrapped-text.ts";
import type { UnitOfColumn } from "../columns.ts";
import type { JoinedRow } from "../packed/join-rows.ts";
import { amountsOf, amountsOfOption, readFunding, type SortedRows } from "../packed/subtotals.ts";
import type { ProjectDraft } from "./project-draft.ts";

interface SubtotalFiling {
  readonly record: ReadingRecord;
  readonly projects: readonly ProjectDraft[];
  readonly sorted: SortedRows;
  /** The units whose rows stand above their projects. */
  readonly units: readonly UnitSubtotal[];
  readonly path: string;
  readonly unitOf: UnitOfColumn;
}

/** Units that a 小计 below their projects sums up, and the projects of each. */
export interface FiledSubtotals {
  readonly units: readonly UnitSubtotal[];
  readonly unitOf: ReadonlyMap<JoinedRow, number>;
}

/**
 * Files rows of 小计 — 小计行: what a unit's row above its projects prints already is repeated; below projects of one unit
 * it is that unit's subtotal; others are noted.
 */
export function fileSubtotals(filing: SubtotalFiling): FiledSubtotals {
  const { record, sorted, units, path, unitOf } = filing;
  const found: UnitSubtotal[] = [];
  const unitOfRow = new Map<JoinedRow, number>();
  let after = -1;
  for (const sum of sorted.otherSums) {
    const at = sum.parts[0].line;
    const group = sorted.projects.filter(({ row }) => row.parts[0].line > after && row.parts[0].line < at);
    after = at;
    const spans = spansOfRow(sum);
    const option = sum.funding[0];
    const own = JSON.stringify(amountsOfOption(option, unitOf));
    if (own !== "{}" && units.some(({ funding }) => JSON.stringify(amountsOf(funding)) === own)) {
      for (const span of spans) record.ledger.decorate(span, "repeated");
      continue;
    }
    const unit = group.some((one) => one.unit !== undefined) ? undefined : commonUnit(filing, group);
    if (!unit || !option) {
      record.note("row-unplaced", "", spans);
      continue;
    }
    const number = units.length + found.length;
    record.point(`${path}/units/${number}`, spans);
    record.point(`${path}/units/${number}/name`, unit);
    for (const span of sum.texts.project ?? []) record.ledger.decorate(span, "label");
    const funding = readFunding(record, option, `${path}/units/${number}/funding`, unitOf);
    found.push({ name: nameOf(record.text, unit), funding });
    for (const { row } of group) unitOfRow.set(row, number);
  }
  return { units: found, unitOf: unitOfRow };
}

/** The unit that all projects above a 小计 print. */
function commonUnit({ record, projects }: SubtotalFiling, group: SortedRows["projects"]): readonly Span[] | undefined {
  const units = group.map(({ row }) => projects[row.parts[0].line]?.unit?.spans ?? []);
  const names = new Set(units.map((spans) => nameOf(record.text, spans)));
  return names.size === 1 && !names.has("") ? units[0] : undefined;
}

/** All that a row of sums prints, in reading order — 合计行所印. */
export function spansOfRow(row: JoinedRow): Span[] {
  const money = Object.values(row.funding[0]?.cells ?? {}).map(({ span }) => span);
  const spans = [...Object.values(row.texts).flat(), ...money].sort((a, b) => a.start - b.start);
  return spans.length > 0 ? spans : [{ start: 0, end: 0 }];
}
