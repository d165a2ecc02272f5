import type { Indicator, PrintedDetail, PrintedDetails, PrintedLevel } from "../../../domain/indicator.ts";
import { parseTargetValue } from "../../../domain/parse-target-value.ts";
import type { Span } from "../../../domain/place.ts";
import type { TargetValue } from "../../../domain/target-value.ts";
import { trimSpan } from "../../cells.ts";
import type { ReadingRecord } from "../../record/record.ts";
import { nameOf, textOf, type Wrapping } from "../../record/wrapped-text.ts";
import { composedTarget } from "../listed/composed-target.ts";
import { aspectOf, dimensionPrinted, levelOf } from "../printed-classes.ts";
import type { IndicatorDraft, LevelDraft } from "./form-draft.ts";
import type { FormColumnRole } from "./form-heads.ts";

/** What filing the indicators of a form needs — 指标归档环境. */
interface Filing {
  readonly record: ReadingRecord;
  readonly wrapping: Wrapping;
  /** Path of the declaration. */
  readonly path: string;
  /** Levels that are filed already: they are printed once for several indicators. */
  readonly filed: Set<LevelDraft>;
  /** Texts that are filed already: a merged one holds for several indicators. */
  readonly filedTexts: Set<Span>;
}

/** A right-half indicator with the left-half one of the same name is one with two values — 中期与年度并列的指标. */
interface Pair {
  readonly draft: IndicatorDraft;
  readonly cycle: IndicatorDraft | undefined;
}

/** Files the indicators of a form — 指标归档. */
export function fileIndicators(
  record: ReadingRecord,
  drafts: readonly IndicatorDraft[],
  path: string,
  wrapping: Wrapping,
): Indicator[] {
  const filing: Filing = { record, wrapping, path, filed: new Set(), filedTexts: new Set() };
  const indicators = pairsOf(record, drafts).map((pair, at) => fileIndicator(filing, pair, `${path}/indicators/${at}`));
  for (const level of drafts.flatMap(({ level1, level2, level3 }) => [level1, level2, level3]))
    if (level && !filing.filed.has(level)) decorate(record, level, filing.filed);
  return indicators;
}

const detailRoles = [
  "nature",
  "unit",
  "weight",
  "definition",
  "standard",
  "basis",
  "source",
  "soFar",
  "expected",
  "likelihood",
  "actual",
  "score",
  "deviation",
  "remark",
] as const satisfies readonly PrintedDetail[];

/** Indicators of the period and of the year: those of one name are one indicator with both values. */
function pairsOf(record: ReadingRecord, drafts: readonly IndicatorDraft[]): Pair[] {
  const isTwofold = drafts.some(({ side }) => side === 1) || drafts.some(({ ofCycle }) => ofCycle);
  if (!isTwofold) return drafts.map((draft) => ({ draft, cycle: undefined }));
  const isOfCycle = (draft: IndicatorDraft): boolean =>
    draft.ofCycle || (draft.side === 0 && drafts.some(({ side }) => side === 1));
  const open = new Map<string, IndicatorDraft[]>();
  const keyOf = (draft: IndicatorDraft): string =>
    [draft.level1 ? nameOf(record.text, draft.level1.spans) : "", nameOf(record.text, nameSpans(draft))].join("\t");
  for (const draft of drafts) if (isOfCycle(draft)) open.set(keyOf(draft), [...(open.get(keyOf(draft)) ?? []), draft]);
  const taken = new Map<IndicatorDraft, IndicatorDraft>();
  for (const draft of drafts) {
    const cycle = isOfCycle(draft) ? undefined : open.get(keyOf(draft))?.shift();
    if (cycle) taken.set(draft, cycle);
  }
  const paired = new Set(taken.values());
  return drafts.flatMap((draft) => {
    if (paired.has(draft)) return [];
    if (isOfCycle(draft)) return [{ draft, cycle: draft }];
    return [{ draft, cycle: taken.get(draft) }];
  });
}

/** Files a text once, and points at it from the other indicators that it holds for. */
function fileShared({ record, filedTexts }: Filing, path: string, spans: readonly Span[]): void {
  record.point(path, spans);
  const fresh = spans.filter((span) => !filedTexts.has(span));
  record.ledger.place(fresh.map((span) => trimSpan(record.text, span)));
  for (const span of fresh) filedTexts.add(span);
}

function fileIndicator(filing: Filing, { draft, cycle }: Pair, path: string): Indicator {
  const { record, filed } = filing;
  record.point(
    path,
    [...draft.cells.values()].flat().sort((a, b) => a.start - b.start),
  );
  const level1 = fileLevel(record, draft.level1, `${path}/level1`, filed);
  const level2 = fileLevel(record, draft.level2, `${path}/level2`, filed);
  fileLevel(record, draft.level3, `${path}/printed/level3`, filed);
  const { name, number } = fileName(record, draft, path);
  if (cycle && cycle !== draft)
    for (const span of cycle.cells.get("name") ?? []) record.ledger.decorate(span, "repeated");
  const isOfCycle = cycle === draft;
  const annual = isOfCycle ? undefined : fileTarget(filing, draft, "annualTarget", `${path}/annualTarget`);
  const ofCycle = cycle
    ? fileTarget(filing, cycle, "annualTarget", `${path}/cycleTarget`)
    : fileTarget(filing, draft, "cycleTarget", `${path}/cycleTarget`);
  if (cycle && cycle !== draft) fileRest(filing, cycle);
  const dimension = level1 && dimensionPrinted(level1);
  const printed = fileDetails(filing, { draft, cycle }, path);
  return {
    number,
    level1,
    level2,
    dimension,
    aspect: aspectOf(level1, level2, dimension?.value, name),
    name,
    cycleTarget: ofCycle,
    annualTarget: annual,
    ...(Object.keys(printed).length > 0 ? { printed } : {}),
  };
}

function fileLevel(
  record: ReadingRecord,
  level: LevelDraft | undefined,
  path: string,
  filed: Set<LevelDraft>,
): PrintedLevel | undefined {
  if (!level) return undefined;
  if (filed.has(level)) record.point(path, level.spans);
  else record.place(path, level.spans);
  filed.add(level);
  return levelOf(nameOf(record.text, level.spans));
}

function decorate(record: ReadingRecord, level: LevelDraft, filed: Set<LevelDraft>): void {
  for (const span of level.spans) record.ledger.decorate(span, "repeated");
  filed.add(level);
}

/** An indicator without a name of its own is named by the level that it fills. */
function nameSpans(draft: IndicatorDraft): readonly Span[] {
  return draft.cells.get("name") ?? draft.level3?.spans ?? draft.level2?.spans ?? draft.level1?.spans ?? [];
}

const counted = /^(?:指标\s?)?(\d{1,3})\s?[:：.．、]\s?(?=\D)/u;

/** Files name and number; `指标1：培训人数` and `1.培训人数` hold both. */
function fileName(record: ReadingRecord, draft: IndicatorDraft, path: string) {
  const spans = draft.cells.get("name");
  const ordinal = draft.cells.get("ordinal");
  if (ordinal) record.place(`${path}/number`, ordinal);
  const numberOf = ordinal && nameOf(record.text, ordinal);
  if (!spans) {
    record.point(`${path}/name`, nameSpans(draft));
    return { name: nameOf(record.text, nameSpans(draft)), number: numberOf };
  }
  const [first, ...rest] = spans;
  const prefix = first && !ordinal ? counted.exec(record.text.slice(first.start, first.end)) : null;
  if (!first || !prefix) {
    record.place(`${path}/name`, spans);
    return { name: nameOf(record.text, spans), number: numberOf };
  }
  const digits = first.start + prefix[0].indexOf(prefix[1]!);
  const own = { start: first.start + prefix[0].length, end: first.end };
  record.place(`${path}/number`, [{ start: digits, end: digits + prefix[1]!.length }]);
  for (const part of [
    { start: first.start, end: digits },
    { start: digits + prefix[1]!.length, end: own.start },
  ])
    record.ledger.decorate(trimSpan(record.text, part), "label");
  record.place(`${path}/name`, [own, ...rest]);
  return { name: nameOf(record.text, [own, ...rest]), number: prefix[1] };
}

/** Files value, nature and unit as one target; nature and unit are pointed at as what they are. */
function fileTarget(
  filing: Filing,
  draft: IndicatorDraft,
  role: "annualTarget" | "cycleTarget",
  path: string,
): TargetValue | undefined {
  const { record, wrapping } = filing;
  const spans = draft.cells.get(role);
  if (!spans) return undefined;
  const words = (from: FormColumnRole) => {
    const own = draft.cells.get(from);
    return own && textOf(record.text, own, wrapping);
  };
  const { text, pieces } = composedTarget(textOf(record.text, spans, wrapping), words("nature"), words("measure"));
  const places: Record<(typeof pieces)[number], readonly Span[]> = {
    nature: draft.cells.get("nature") ?? [],
    value: spans,
    measure: draft.cells.get("measure") ?? [],
  };
  fileShared(filing, path, spans);
  record.point(
    path,
    pieces.flatMap((piece) => places[piece]),
  );
  return parseTargetValue(text);
}

/** What else the left half prints of an indicator that both halves name. */
function fileRest({ record, filedTexts }: Filing, cycle: IndicatorDraft): void {
  for (const [role, spans] of cycle.cells) {
    if (role === "name" || role === "annualTarget") continue;
    for (const span of spans) if (!filedTexts.has(span)) record.ledger.decorate(span, "repeated");
    for (const span of spans) filedTexts.add(span);
  }
}

function fileDetails(filing: Filing, { draft, cycle }: Pair, path: string): PrintedDetails {
  const { record, wrapping } = filing;
  const details: Partial<Record<PrintedDetail, string>> = {};
  for (const key of detailRoles) {
    const role: FormColumnRole = key === "unit" ? "measure" : key;
    const own = draft.cells.get(role) ?? [];
    const ticks = draft.ticks.filter((tick) => tick.role === role);
    const spans = [...ticks.map(({ span }) => span), ...own];
    if (spans.length === 0) continue;
    fileShared(filing, `${path}/printed/${key}`, spans);
    const words = [...ticks.map(({ label }) => label.replace(/\s+/gu, "")), textOf(record.text, own, wrapping)];
    details[key] = words.filter((word) => word !== "").join("；");
  }
  const both = cycle && cycle !== draft ? [...draft.others, ...cycle.others] : draft.others;
  const others = both.map(({ label, spans }, at) => {
    record.place(`${path}/printed/others/${at}`, spans);
    return { label: label.replace(/\s+/gu, ""), text: textOf(record.text, spans, wrapping) };
  });
  return {
    ...(draft.level3 && draft.cells.has("name") ? { level3: nameOf(record.text, draft.level3.spans) } : {}),
    ...details,
    ...(others.length > 0 ? { others } : {}),
  };
}
