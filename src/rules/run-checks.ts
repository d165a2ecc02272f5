import { type TableKind, tableKinds } from "../domain/declaration.ts";
import type { Finding } from "../domain/finding.ts";
import type { FieldPath } from "../domain/place.ts";
import type { Reading } from "../domain/reading.ts";
import type { Check, Observation, Outcome } from "./check.ts";
import type { CheckReport, OurError, RuleOutcome } from "./check-report.ts";
import { checks as allChecks } from "./checks/index.ts";
import { groupByTable, tableOf } from "./group-by-table.ts";
import { notApplicable } from "./outcome.ts";
import { placeOf } from "./place-of.ts";
import { type DeclarationSubject, type ReadingSubject, subjectsOf } from "./subjects.ts";
import { Tally } from "./tally.ts";

/** Holds a reading against every rule — 执行审核. Pure; its time grows with the length of the reading and no faster. */
export function runChecks(reading: Reading, checks: readonly Check[] = allChecks): CheckReport {
  const subjects = subjectsOf(reading);
  const findings: Finding[] = [];
  const outcomes: RuleOutcome[] = [];
  const ourErrors: OurError[] = [];
  for (const check of checks) {
    const tally = new Tally();
    const seen: Observation[] = [];
    const judged = new Map<FieldPath, number>();
    for (const { path, look } of looks(check, subjects)) {
      const outcome = lookSafely(look);
      tally.add(outcome, path);
      if (outcome.kind === "our-error") ourErrors.push(ourError(check, path, outcome.message, reading));
      if (outcome.kind === "fail") for (const observation of outcome.observations) seen.push(observation);
      if (outcome.kind === "fail" || outcome.kind === "pass") {
        judged.set(tableOf(path), (judged.get(tableOf(path)) ?? 0) + 1);
      }
    }
    const isGrouped = check.scope === "declaration" && check.grouped === true;
    const observations = isGrouped ? groupByTable(seen, judged, reading.places) : seen;
    for (const observation of observations) findings.push(findingOf(check, observation, reading));
    outcomes.push(tally.of(check));
  }
  return { findings, outcomes, ourErrors };
}

interface Look {
  readonly path: FieldPath;
  readonly look: () => Outcome;
}

/** Everything that a check has to look at, in the order of the source. */
function* looks(check: Check, subjects: ReadingSubject): Generator<Look> {
  if (check.scope === "reading") {
    yield { path: subjects.path, look: () => check.look(subjects) };
    return;
  }
  for (const table of subjects.tables) {
    const isOther = !(check.tables ?? kindsFor[check.scope]).includes(table.table.kind);
    if (check.scope === "table") {
      yield { path: table.path, look: () => (isOther ? otherTable : check.look(table)) };
      continue;
    }
    if (check.scope === "row") {
      for (const row of table.rows) yield { path: row.path, look: () => (isOther ? otherTable : check.look(row)) };
      continue;
    }
    for (const declaration of table.declarations) {
      const exempt = isOther ? otherTable : check.skipsWithheld && isWithheld(declaration) ? withheld : undefined;
      if (check.scope === "declaration") {
        yield { path: declaration.path, look: () => exempt ?? check.look(declaration) };
        continue;
      }
      for (const indicator of declaration.indicators) {
        yield { path: indicator.path, look: () => exempt ?? check.look(indicator) };
      }
    }
  }
}

/** Tables that promise something; the others report on it or judge it — 设定目标的表. */
const targetTables: readonly TableKind[] = ["targets", "overall-targets"];

/** What a rule speaks of where it does not say — 默认适用的表. */
const kindsFor: Readonly<Record<Exclude<Check["scope"], "reading">, readonly TableKind[]>> = {
  table: tableKinds,
  row: tableKinds,
  declaration: targetTables,
  indicator: targetTables,
};

const otherTable = notApplicable(
  "不是设定绩效目标的表（如自评表、监控表、评价表）",
  "Not a table that sets targets, but one of self-evaluation, monitoring or evaluation",
);

const isWithheld = ({ declaration }: DeclarationSubject): boolean => declaration.disclosure.kind === "withheld";

const withheld = notApplicable("项目内容不公开", "The content of the project is not disclosed");

type SafeOutcome =
  | Outcome
  | { readonly kind: "our-error"; readonly message: string; readonly reason: { zh: string; en: string } };

/** A check that breaks is our mistake. It is caught here so that the other checks still speak, and it is reported. */
function lookSafely(look: () => Outcome): SafeOutcome {
  try {
    return look();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: "our-error", message, reason: { zh: `程序出错：${message}`, en: `Our error: ${message}` } };
  }
}

function ourError(check: Check, subject: FieldPath, message: string, { places }: Reading): OurError {
  return { rule: check.id, version: check.version, subject, line: placeOf(places, subject)?.line, message };
}

function findingOf(check: Check, seen: Observation, { places }: Reading): Finding {
  const place = placeOf(places, seen.subject);
  return {
    rule: check.id,
    version: check.version,
    severity: seen.severity ?? check.severity,
    subject: seen.subject,
    at: seen.at ?? (place ? [place] : []),
    quoted: seen.quoted,
    expected: seen.expected,
    found: seen.found,
    facts: seen.facts,
  };
}
