import type { Indicator, PrintedDetail, PrintedDetails, PrintedLevel } from "../../../domain/indicator.ts";
import { parseTargetValue } from "../../../domain/parse-target-value.ts";
import type { FieldPath, Span } from "../../../domain/place.ts";
import type { TargetValue } from "../../../domain/target-value.ts";
import type { ReadingRecord } from "../../record/record.ts";
import { textOf, type Wrapping } from "../../record/wrapped-text.ts";
import type { HeadRole } from "../header-words.ts";
import { aspectOf, dimensionPrinted, levelOf } from "../printed-classes.ts";
import { composedTarget } from "./composed-target.ts";
import type { IndicatorDraft, SharedCell } from "./project-draft.ts";

/** Columns of an indicator beside its levels, name and values, and where they go — 指标其他栏. */
const detailOf: Readonly<Partial<Record<HeadRole, PrintedDetail>>> = {
  nature: "nature",
  measure: "unit",
  weight: "weight",
  definition: "definition",
  standard: "standard",
  basis: "basis",
  source: "source",
  soFar: "soFar",
  expected: "expected",
  likelihood: "likelihood",
  actual: "actual",
  score: "score",
  deviation: "deviation",
  remark: "remark",
};

/** Files cells that several values share — 共用单元格归档. */
export interface SharedFiling {
  /** As the value at a path: once, and pointed at by the others. */
  place(path: FieldPath, cell: SharedCell): void;
  /** As a label, where no value has it. */
  leave(cell: SharedCell): void;
}

/** Opens the filing of shared cells. */
export function openFiling(record: ReadingRecord): SharedFiling {
  const filed = new Set<SharedCell>();
  return {
    place(path, cell) {
      if (filed.has(cell)) record.point(path, cell.spans);
      else record.place(path, cell.spans);
      filed.add(cell);
    },
    leave(cell) {
      if (!filed.has(cell)) for (const span of cell.spans) record.ledger.decorate(span, "label");
      filed.add(cell);
    },
  };
}

/** The lines of an indicator → its values, each with its place — 读一条指标. */
export function readListedIndicator(
  record: ReadingRecord,
  draft: IndicatorDraft,
  path: FieldPath,
  wrapping: Wrapping,
  shared: SharedFiling,
): Indicator {
  const { cells } = draft;
  const text = (role: HeadRole): string | undefined => {
    const spans = cells.get(role);
    return spans && textOf(record.text, spans, wrapping);
  };
  const own = [...cells.values()].flat();
  record.point(
    path,
    own.sort((a, b) => a.start - b.start),
  );
  for (const level of ["level1", "level2"] as const) if (draft[level]) shared.place(`${path}/${level}`, draft[level]);
  const numberSpans = cells.get("ordinal");
  if (numberSpans) record.place(`${path}/number`, numberSpans);
  const name = cells.get("name");
  if (name) record.place(`${path}/name`, name);
  else record.note("cell-clipped", `${path}/name`, own);

  const levelIn = (cell: SharedCell | undefined): PrintedLevel | undefined =>
    cell && record.once(levelOf, textOf(record.text, cell.spans, wrapping));
  const level1 = levelIn(draft.level1);
  const level2 = levelIn(draft.level2);
  const dimension = (level1 && dimensionPrinted(level1)) ?? (level2 && dimensionPrinted(level2));
  const nameText = name ? textOf(record.text, name, wrapping) : "";
  const targets = readTargets(record, cells, path, text);
  return {
    number: text("ordinal"),
    level1,
    level2,
    dimension,
    aspect: aspectOf(level1, level2, dimension?.value, nameText),
    name: nameText,
    ...targets.values,
    ...printedDetails(record, draft, path, text, targets.filed, wrapping),
  };
}

type Cells = ReadonlyMap<HeadRole, readonly Span[]>;
type TextOf = (role: HeadRole) => string | undefined;

/** Both values with the columns that are part of them; 性质 and 计量单位 are filed with the first. */
function readTargets(record: ReadingRecord, cells: Cells, path: FieldPath, text: TextOf) {
  const filed = new Set<HeadRole>();
  const nature = text("nature");
  const measure = text("measure");
  const read = (role: "annualTarget" | "cycleTarget"): TargetValue | undefined => {
    const value = text(role);
    if (value === undefined) return undefined;
    const composed = composedTarget(value, nature, measure);
    const roles = composed.pieces.map((piece) => (piece === "value" ? role : piece));
    const spans = roles.flatMap((one) => cells.get(one)!);
    record.point(`${path}/${role}`, spans);
    for (const one of roles) {
      if (!filed.has(one)) record.ledger.place(cells.get(one)!);
      filed.add(one);
    }
    return record.once(parseTargetValue, composed.text);
  };
  return { values: { cycleTarget: read("cycleTarget"), annualTarget: read("annualTarget") }, filed };
}

function printedDetails(
  record: ReadingRecord,
  { cells, others: printedOthers }: IndicatorDraft,
  path: FieldPath,
  text: TextOf,
  filed: ReadonlySet<HeadRole>,
  wrapping: Wrapping,
): { readonly printed?: PrintedDetails } {
  const printed: Partial<Record<PrintedDetail, string>> = {};
  for (const [role, spans] of cells) {
    const name = detailOf[role];
    if (!name) continue;
    const at = `${path}/printed/${name}`;
    if (filed.has(role)) record.point(at, spans);
    else record.place(at, spans);
    printed[name] = text(role)!;
  }
  const others = printedOthers.map(({ label, span }, at) => {
    record.place(`${path}/printed/others/${at}`, [span]);
    return { label, text: textOf(record.text, [span], wrapping) };
  });
  if (Object.keys(printed).length + others.length === 0) return {};
  return { printed: { ...printed, ...(others.length > 0 ? { others } : {}) } };
}
