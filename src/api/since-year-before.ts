import type { Declaration } from "../domain/declaration.ts";
import { fenOf } from "../domain/funding.ts";
import { foldName } from "../domain/identity.ts";
import type { Indicator } from "../domain/indicator.ts";
import { plainWanYuan } from "../domain/money.ts";
import type { SinceView } from "./contract/project-views.ts";

type Change = SinceView["changes"][number];

/** What differs between a project's declarations of two years; indicators are matched by their names — 年度间变化. */
export function changesSince(before: Declaration, after: Declaration): Change[] {
  return [...totalChange(before, after), ...goalChange(before, after), ...indicatorChanges(before, after)];
}

function totalChange(before: Declaration, after: Declaration): Change[] {
  // A total that cannot be read, or a table without columns of money, says nothing of the money.
  if ([before, after].some(({ funding }) => !funding || funding.total.kind === "unreadable")) return [];
  const [old, now] = [totalOf(before), totalOf(after)];
  return old === now ? [] : [{ field: "total", indicator: null, before: old, after: now }];
}

function totalOf({ funding }: Declaration): string | null {
  const fen = funding && fenOf(funding.total);
  return fen === undefined ? null : plainWanYuan(fen);
}

function goalChange(before: Declaration, after: Declaration): Change[] {
  if (foldName(before.goal) === foldName(after.goal)) return [];
  return [{ field: "goal", indicator: null, before: before.goal, after: after.goal }];
}

function indicatorChanges(before: Declaration, after: Declaration): Change[] {
  const old = byName(before.indicators);
  const now = byName(after.indicators);
  const changes: Change[] = [];
  for (const [name, indicator] of now) {
    const earlier = old.get(name);
    const value = textOf(indicator);
    if (!earlier) changes.push({ field: "indicator-added", indicator: indicator.name, before: null, after: value });
    else if (foldName(textOf(earlier) ?? "") !== foldName(value ?? ""))
      changes.push({ field: "annualTarget", indicator: indicator.name, before: textOf(earlier), after: value });
  }
  for (const [name, indicator] of old)
    if (!now.has(name))
      changes.push({ field: "indicator-removed", indicator: indicator.name, before: textOf(indicator), after: null });
  return changes;
}

/** Two indicators of one name in one project: only the first is followed. */
function byName(indicators: readonly Indicator[]): Map<string, Indicator> {
  const named = new Map<string, Indicator>();
  for (const indicator of indicators) {
    const name = foldName(indicator.name);
    if (!named.has(name)) named.set(name, indicator);
  }
  return named;
}

const textOf = ({ annualTarget }: Indicator): string | null => annualTarget?.text ?? null;
