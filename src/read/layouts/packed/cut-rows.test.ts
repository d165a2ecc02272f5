import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reading } from "../../../domain/reading.ts";
import { makeMany } from "../../../example/make-many.ts";
import type { LayoutId } from "../../../example/plan.ts";
import { layOut, type Sheet, sheetText } from "../../../example/sheet.ts";
import { readText } from "../../read-source.ts";

const read = (text: string): Reading => readText({ name: "表.txt", bytes: new TextEncoder().encode(text), year: 2024 });
const bare = (text: string | undefined): string => (text ?? "").replace(/\s+/gu, "");

/** The declarations as a person would write them down. */
const declared = (reading: Reading) =>
  reading.tables.flatMap((table) =>
    table.declarations.map((one) => ({
      unit: one.unit,
      name: one.project.name,
      funding: one.funding,
      goal: bare(one.goal),
      indicators: one.indicators.map((indicator) =>
        [
          indicator.number,
          indicator.level1?.code,
          indicator.level1?.name,
          indicator.level2?.code,
          indicator.level2?.name,
          bare(indicator.name),
          bare(indicator.cycleTarget?.text),
          bare(indicator.annualTarget?.text),
        ].join(" | "),
      ),
    })),
  );

const sheets: Readonly<Record<LayoutId, Sheet>> = {
  A: sheetOf("A"),
  B: sheetOf("B"),
  C: sheetOf("C"),
  D: sheetOf("D"),
};

function sheetOf(layout: LayoutId): Sheet {
  return layOut(makeMany({ indicators: 40, seed: 11, layouts: [layout] }).next().value!);
}

type Row = Extract<Sheet[number], { readonly kind: "row" }>;
type Side = "first" | "both";

/** A row cut by a page break: words at any character, the cells before them on the first page or on both. */
function cutRow(row: Row, at: { name: number; goal: number; list: number }, side: Side): readonly [Row, Row] {
  const words = row.cells.length - 2;
  const firstHalf: string[] = [];
  const secondHalf: string[] = [];
  const cutAt = (cell: string, offset: number): void => {
    firstHalf.push(cell.slice(0, offset));
    secondHalf.push(cell.slice(offset));
  };
  const nameAt = row.cells.length === 7 ? 0 : 2;
  row.cells.forEach((cell, index) => {
    if (index === words) cutAt(cell, at.goal % (cell.length + 1));
    else if (index === words + 1) cutAt(cell, 2 + (at.list % (cell.length - 2)));
    else if (index === nameAt) cutAt(cell, at.name % (cell.length + 1));
    else {
      firstHalf.push(cell);
      secondHalf.push(side === "both" ? cell : "");
    }
  });
  return [
    { ...row, cells: firstHalf },
    { ...row, cells: secondHalf },
  ];
}

/** What printers put between two pages. */
const between: Readonly<Record<string, (header: Sheet[number]) => Sheet>> = {
  "an empty line": () => [{ kind: "page-break" }],
  "the head again": (header) => [{ kind: "page-break" }, header],
  "the head again and no empty line": (header) => [header],
  "a page number": () => [{ kind: "text", text: "第 3 页，共 9 页" }, { kind: "page-break" }],
  "a page number and the head": (header) => [{ kind: "text", text: "- 3 -" }, { kind: "page-break" }, header],
};

describe("a row that a page break cut anywhere is the same declaration", () => {
  for (const layout of ["A", "B", "C", "D"] as const) {
    const sheet = sheets[layout];
    const header = sheet.find((line) => line.kind === "row" && line.role === "header")!;
    const projects = sheet.flatMap((line, at) =>
      line.kind === "row" && line.role === "project" ? [{ line, at }] : [],
    );
    const whole = declared(read(sheetText(sheet)));
    for (const [what, lines] of Object.entries(between))
      for (const side of ["first", "both"] as const)
        test(`layout ${layout}, ${what} between, money or department on ${side === "both" ? "both sides" : "the first page"}`, () => {
          const cut = fc.record({ row: fc.nat(), name: fc.nat(), goal: fc.nat(), list: fc.nat() });
          fc.assert(
            fc.property(cut, ({ row, ...at }) => {
              const project = projects[row % projects.length]!;
              const [first, second] = cutRow(project.line, at, side);
              const parts: Sheet = [first, ...lines(header), second];
              const text = sheetText([...sheet.slice(0, project.at), ...parts, ...sheet.slice(project.at + 1)]);
              expect(declared(read(text))).toEqual(whole);
            }),
            { numRuns: 60 },
          );
        });
  }
});

describe("a line that stands on both sides of the break", () => {
  const sheet = sheets.D;
  const projects = sheet.flatMap((line, at) => (line.kind === "row" && line.role === "project" ? [{ line, at }] : []));
  const whole = declared(read(sheetText(sheet)));

  /** The text with the last `again` characters of the first page printed on the second too, damaged there. */
  const printedTwice = (pick: number, at: number, again: number, damage: (copy: string) => string): string => {
    const { line, at: place } = projects[pick % projects.length]!;
    const list = line.cells.at(-1)!;
    const cut = again + 1 + (at % (list.length - again - 2));
    const first: Row = { ...line, cells: [...line.cells.slice(0, -1), list.slice(0, cut)] };
    const second = damage(list.slice(cut - again, cut)) + list.slice(cut);
    const cells = [...line.cells.slice(0, -1).map(() => ""), second];
    const parts: Sheet = [first, { kind: "page-break" }, { ...line, cells }];
    return sheetText([...sheet.slice(0, place), ...parts, ...sheet.slice(place + 1)]);
  };

  test("is read once where the copies agree and the line is long", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 24, max: 60 }), (pick, at, again) => {
        expect(declared(read(printedTwice(pick, at, again, (copy) => copy)))).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });

  test("never ends the reading and loses no character, whatever the damage", () => {
    const damage = fc.func(fc.constantFrom("", "义", "；", "1、", "年度指标值：", "2、1-产出指标；"));
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 60 }), damage, (pick, at, again, slip) => {
        const text = printedTwice(pick, at, again, (copy) =>
          Array.from(copy, (char, index) => (index % 7 === at % 7 ? slip(index) : char)).join(""),
        );
        const { characters, placed, decoration, unplacedCharacters } = read(text).conservation;
        expect(placed + decoration + unplacedCharacters).toBe(characters);
      }),
      { numRuns: 300 },
    );
  });
});
