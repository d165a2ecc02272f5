import { describe, expect, test } from "vitest";
import { aDocument } from "../../../../test/support/a-document.ts";
import { aGrid, gridAsText } from "../../../../test/support/a-grid.ts";
import { evaluatedForms } from "../../../../test/support/form-cases/evaluated.ts";
import type { FormDrawing } from "../../../../test/support/form-cases/form-drawing.ts";
import { moreProvinceForms } from "../../../../test/support/form-cases/more-provinces.ts";
import { moreTargetForms } from "../../../../test/support/form-cases/more-targets.ts";
import { otherForms } from "../../../../test/support/form-cases/others.ts";
import { provinceForms } from "../../../../test/support/form-cases/provinces.ts";
import { targetForms } from "../../../../test/support/form-cases/targets.ts";
import { formsInWords } from "../../../../test/support/forms-in-words.ts";
import type { Reading } from "../../../domain/reading.ts";
import { readDocument } from "../../read-document.ts";
import { readText } from "../../read-source.ts";

const allForms = [
  ...targetForms,
  ...moreTargetForms,
  ...evaluatedForms,
  ...otherForms,
  ...provinceForms,
  ...moreProvinceForms,
];

const asGrid = ({ above, grid, below = [] }: FormDrawing): Reading =>
  readDocument(aDocument(...above, aGrid(grid), ...below));
const asText = ({ above, grid, below = [] }: FormDrawing, places: "kept" | "dropped"): Reading =>
  readText({
    name: "表.txt",
    bytes: new TextEncoder().encode([...above, gridAsText(grid, places), ...below].join("\n")),
  });
/** Line ends inside cells are lost in tabbed text. */
const onOneLine = (words: string): string => words.replaceAll(" / ", "").trim();

describe("a form as a grid of cells", () => {
  for (const form of allForms)
    test(`${form.name}: every value`, () => {
      const reading = asGrid(form);
      expect(formsInWords(reading)).toBe(form.says.trim());
      const { characters, placed, decoration, unplacedCharacters } = reading.conservation;
      expect([placed + decoration, unplacedCharacters]).toEqual([characters, 0]);
    });
});

describe("the same form as tabbed text", () => {
  for (const form of allForms) {
    if (form.asText === "neither") continue;
    test(`${form.name}: with its empty places`, () => {
      expect(onOneLine(formsInWords(asText(form, "kept")))).toBe(onOneLine(form.says));
    });
    if (form.asText === "kept") continue;
    test(`${form.name}: without them`, () => {
      expect(onOneLine(formsInWords(asText(form, "dropped")))).toBe(onOneLine(form.says));
    });
  }
});

describe("places", () => {
  for (const form of allForms)
    test(`${form.name}: every place says what its value says`, () => {
      const { tables, places, text } = asGrid(form);
      const wordsAt = (path: string): string =>
        (places[path]?.spans ?? []).map(({ start, end }) => text.slice(start, end)).join("");
      const bare = (words: string | undefined): string => (words ?? "").replace(/\s+/gu, "");
      tables.forEach(({ declarations: [one] }, t) => {
        const path = `tables/${t}/declarations/0`;
        expect(bare(wordsAt(`${path}/goal`))).toBe(bare(one!.goal));
        one!.form?.particulars.forEach((particular, at) => {
          expect(bare(wordsAt(`${path}/form/particulars/${at}`))).toBe(bare(particular.text));
        });
        one!.indicators.forEach(({ name, annualTarget, cycleTarget }, at) => {
          expect(bare(wordsAt(`${path}/indicators/${at}/name`))).toBe(bare(name));
          expect(bare(wordsAt(`${path}/indicators/${at}/annualTarget`))).toBe(bare(annualTarget?.text));
          expect(bare(wordsAt(`${path}/indicators/${at}/cycleTarget`))).toBe(bare(cycleTarget?.text));
        });
      });
    });
});
