import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReadingNote, ReadingNoteCode } from "../domain/reading.ts";
import { noteInWords } from "./notes-in-words.ts";

const codes: readonly ReadingNoteCode[] = [
  "header-damaged",
  "header-repeated",
  "header-missing",
  "column-unknown",
  "row-joined",
  "competing-amounts",
  "printed-twice",
  "row-repaired",
  "cells-glued",
  "cell-truncated",
  "numbering-break",
  "delimiter-inside-value",
  "item-unread",
  "amount-unreadable",
  "row-unplaced",
  "no-known-layout",
  "encoding-unknown",
  "lookalike-characters",
];

const noteOf = (code: ReadingNoteCode, facts: ReadingNote["facts"] = {}, proposal?: string): ReadingNote => ({
  code,
  subject: "",
  at: { line: 12, spans: [{ start: 0, end: 1 }] },
  facts,
  ...(proposal === undefined ? {} : { proposal }),
});

describe.for(codes)("a note of %s", (code) => {
  test("is said in both languages, whatever its facts", () => {
    const facts = fc.dictionary(
      fc.constantFrom("printed", "text", "taken", "others", "because", "before", "found"),
      fc.string(),
    );
    fc.assert(
      fc.property(facts, (some) => {
        for (const language of ["zh", "en"] as const) {
          const { title, message, advice } = noteInWords(noteOf(code, some), language);
          for (const words of [title, message, advice]) {
            expect(words.trim()).not.toBe("");
            if (!JSON.stringify(some).includes("undefined")) expect(words).not.toContain("undefined");
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("a note says what was found, where, and what to do", () => {
  test.each<[ReadingNote, string]>([
    [noteOf("header-damaged", { printed: "总讣" }, "总计"), "第 12 行表头印作“总讣”，已读作“总计”。"],
    [
      noteOf("competing-amounts", { taken: "1,800.00", others: "1,300.00", because: "sum" }),
      "第 12 行同一金额印有不同数字：采用 1,800.00，保留 1,300.00 备查（小计由此勾稽）。",
    ],
    [noteOf("numbering-break", { before: 4, found: "1" }), "第 12 行的指标序号不连续：4 之后是“1”。"],
    [noteOf("row-unplaced"), "第 12 行的内容与表头各栏对不上，没有读入。"],
  ])("%o", (note, message) => {
    expect(noteInWords(note, "zh").message).toBe(message);
  });
});
