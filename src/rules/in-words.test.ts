import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "../domain/finding.ts";
import { checks } from "./checks/index.ts";
import { findingInWords } from "./in-words.ts";

const findingOf = (rule: string, facts: Finding["facts"]): Finding => ({
  rule,
  version: "1",
  severity: "warning",
  subject: "tables/0",
  at: [],
  quoted: "原文",
  expected: undefined,
  found: undefined,
  facts,
});

const names = ["line", "words", "project", "code", "missing", "trouble", "because", "proposal", "figures", "direction"];
const facts = fc.dictionary(
  fc.constantFrom(...names),
  fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.integer(),
    fc.constantFrom("sum", "less", "annual", "zero", "shown", "few"),
  ),
);

describe.for(checks)("the words of $id", (check) => {
  test("are whole sentences in both languages, whatever the facts", () => {
    fc.assert(
      fc.property(facts, (some) => {
        for (const language of ["zh", "en"] as const) {
          const { title, message, advice, basis } = findingInWords(findingOf(check.id, some), language);
          for (const words of [title, message, advice, basis]) {
            expect(words.trim()).not.toBe("");
            if (!JSON.stringify(some).includes("undefined")) expect(words).not.toContain("undefined");
          }
          expect(message).toMatch(/[。.]\s*$/u);
          expect(advice).toMatch(/[。.]$/u);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("are in the language that is asked for", () => {
    const en = findingInWords(findingOf(check.id, {}), "en");
    expect(findingInWords(findingOf(check.id, {}), "zh").title).toMatch(/\p{Script=Han}/u);
    expect(en.title).not.toMatch(/\p{Script=Han}/u);
    expect(en.advice).toMatch(/[a-z]{3}/u);
    expect(en.basis).toMatch(/[a-z]{3}/u);
  });
});

describe("a finding of a rule that is no longer in force", () => {
  test("still says what it quotes", () => {
    const words = findingInWords(findingOf("Z42", {}), "zh");
    expect(words.title).toBe("规则 Z42");
    expect(words.message).toContain("原文");
  });
});

describe("a fact named like something that every object has", () => {
  test("is not mistaken for one", () => {
    expect(findingInWords(findingOf("M01", {}), "en").message).not.toContain("function");
  });
});
