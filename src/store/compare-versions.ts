import type { Declaration } from "../domain/declaration.ts";
import { type Amount, fundingColumns } from "../domain/funding.ts";
import { foldName } from "../domain/identity.ts";
import type { Indicator } from "../domain/indicator.ts";
import { plainWanYuan } from "../domain/money.ts";
import type { Located } from "./located.ts";
import type { Match } from "./match-projects.ts";
import type { Difference } from "./store.ts";

/** What changed between two versions of a table, in the order of the new one; what is gone comes last — 版本差异. */
export function compareVersions(
  before: readonly Located[],
  after: readonly Located[],
  matches: readonly Match[],
): readonly Difference[] {
  const old = new Map(matches.map((match) => [match.after, match.before]));
  const kept = new Set(matches.map((match) => match.before));
  const differences: Difference[] = [];
  for (const at of after) {
    const same = old.get(at);
    if (same) differences.push(...compareDeclarations(same.declaration, at.declaration));
    else differences.push(whole("project-added", at.declaration));
  }
  for (const at of before) if (!kept.has(at)) differences.push(whole("project-removed", at.declaration));
  return differences;
}

const whole = (kind: "project-added" | "project-removed", declaration: Declaration): Difference => ({
  kind,
  ...whose(declaration),
  indicator: undefined,
  field: undefined,
  before: undefined,
  after: undefined,
});

const whose = (declaration: Declaration) => ({ unit: declaration.unit ?? "", project: declaration.project.name });

function compareDeclarations(before: Declaration, after: Declaration): readonly Difference[] {
  const fields = changedFields(projectFields(before), projectFields(after));
  const changed = fields.map(
    (change): Difference => ({ kind: "changed", ...whose(after), indicator: undefined, ...change }),
  );
  return [...changed, ...compareIndicators(before, after)];
}

function compareIndicators(before: Declaration, after: Declaration): readonly Difference[] {
  // backwards, so that the first of a name is the last of its group, and taken first
  const waiting = Map.groupBy(before.indicators.toReversed(), ({ name }) => foldName(name));
  const differences: Difference[] = [];
  const none = { field: undefined, before: undefined, after: undefined };
  for (const indicator of after.indicators) {
    const same = waiting.get(foldName(indicator.name))?.pop();
    const about = { ...whose(after), indicator: indicator.name };
    if (!same) differences.push({ kind: "indicator-added", ...about, ...none });
    else
      for (const change of changedFields(indicatorFields(same), indicatorFields(indicator)))
        differences.push({ kind: "changed", ...about, ...change });
  }
  const gone = new Set([...waiting.values()].flat());
  for (const indicator of before.indicators)
    if (gone.has(indicator))
      differences.push({ kind: "indicator-removed", ...whose(after), indicator: indicator.name, ...none });
  return differences;
}

type Fields = Readonly<Record<string, string | undefined>>;

function projectFields(declaration: Declaration): Fields {
  const { disclosure, funding } = declaration;
  return {
    department: declaration.department,
    unit: declaration.unit,
    name: declaration.project.name,
    ...Object.fromEntries(
      fundingColumns.map((column) => [`funding/${column}`, funding ? amountText(funding[column]) : undefined]),
    ),
    goal: declaration.goal || undefined,
    disclosure: disclosure.kind === "withheld" ? disclosure.reason : undefined,
  };
}

const indicatorFields = (indicator: Indicator): Fields => ({
  level1: indicator.level1?.name,
  level2: indicator.level2?.name,
  cycleTarget: indicator.cycleTarget?.text,
  annualTarget: indicator.annualTarget?.text,
});

/** In 万元, as the tables print it. */
function amountText(amount: Amount): string | undefined {
  if (amount.kind === "empty") return undefined;
  return amount.kind === "read" ? plainWanYuan(amount.fen) : amount.text;
}

function changedFields(before: Fields, after: Fields): readonly Pick<Difference, "field" | "before" | "after">[] {
  return Object.keys(after)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}
