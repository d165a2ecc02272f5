import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ruleCases } from "./support/a-rule-case.ts";
import { rulesDocument } from "./support/rules-document.ts";

test("docs/rules.md says what the checks do (if not: node scripts/write-rules-doc.ts)", () => {
  expect(readFileSync(new URL("../docs/rules.md", import.meta.url), "utf8")).toBe(rulesDocument(ruleCases()));
});
