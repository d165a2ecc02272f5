import { describe, expect, test } from "vitest";
import { readingOf, ruleCases } from "../../../test/support/a-rule-case.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Reading } from "../../domain/reading.ts";
import { findingInWords } from "../in-words.ts";
import { runChecks } from "../run-checks.ts";
import { checks } from "./index.ts";

const catalogue = ruleCases();

const judged = (rule: string, reading: Reading) => {
  const report = runChecks(
    reading,
    checks.filter((check) => check.id === rule),
  );
  const counts = Object.entries(report.outcomes[0]?.counts ?? {}).filter(([, count]) => count > 0);
  return { report, outcomes: counts.map(([outcome]) => outcome) };
};

describe.for(catalogue)("$rule", ({ rule, cases }) => {
  test.for(cases)("$why → $outcome", ({ outcome, table, at, says, severity }) => {
    const { report, outcomes } = judged(rule, readingOf(table));
    expect(report.ourErrors).toEqual([]);
    expect(outcomes).toContain(outcome);
    if (outcome !== "fail") {
      expect(report.findings).toEqual([]);
      return;
    }
    const [finding] = report.findings;
    expect(finding).toBeDefined();
    if (!finding) return;
    expect(findingInWords(finding, "zh").message).toContain(says ?? "");
    expect(finding.severity).toBe(severity ?? checks.find((check) => check.id === rule)?.severity);
    if (at !== undefined) expect(finding.subject.replace(/^tables\/0\/?/u, "")).toBe(at);
  });
});

describe("every check", () => {
  test("has good and bad cases, and every case file has its check", () => {
    expect(catalogue.map(({ rule }) => rule).sort()).toEqual(checks.map(({ id }) => id).sort());
    for (const { rule, cases } of catalogue) {
      const kinds = new Set(cases.map(({ outcome }) => outcome));
      expect([rule, kinds.has("pass"), kinds.has("fail")]).toEqual([rule, true, true]);
    }
  });

  test("stands in the list in the order of the catalogue, once", () => {
    const order = ["S", "M", "T", "C", "D"];
    const ids = checks.map(({ id }) => id);
    const key = (id: string) => `${order.indexOf(id.charAt(0))}${id.slice(1)}`;
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => key(a).localeCompare(key(b))));
  });

  test("points to a place, quotes words and needs no fact that it did not give", () => {
    for (const { rule, finding } of findingsOfAllCases()) {
      expect([rule, finding.at.length > 0, finding.quoted.trim() !== ""]).toEqual([rule, true, true]);
      for (const language of ["zh", "en"] as const) {
        const { title, message, advice, basis } = findingInWords(finding, language);
        for (const words of [title, message, advice, basis]) {
          expect([rule, words.trim().length > 3, words.includes("undefined")]).toEqual([rule, true, false]);
          // “—” stands for a fact that is not there; only S07 quotes it, being about that very character.
          if (rule !== "S07") expect([rule, words.includes("—")]).toEqual([rule, false]);
        }
      }
    }
  });

  test("says different things in Chinese and in English", () => {
    for (const { rule, finding } of findingsOfAllCases()) {
      const zh = findingInWords(finding, "zh");
      const en = findingInWords(finding, "en");
      expect([rule, zh.message === en.message, zh.advice === en.advice]).toEqual([rule, false, false]);
    }
  });
});

function findingsOfAllCases(): { rule: string; finding: Finding }[] {
  return catalogue.flatMap(({ rule, cases }) =>
    cases.flatMap(({ table }) => judged(rule, readingOf(table)).report.findings.map((finding) => ({ rule, finding }))),
  );
}
