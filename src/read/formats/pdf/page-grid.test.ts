import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridsOfPage } from "./page-grid.ts";
import type { Rule } from "./page-model.ts";

const level = (y: number, from = 50, to = 350): Rule => ({ left: from, right: to, top: y, bottom: y });
const upright = (x: number, from = 100, to = 190): Rule => ({ left: x, right: x, top: from, bottom: to });
const ys = [100, 130, 160, 190];
const xs = [50, 150, 250, 350];
const full = [...ys.map((y) => level(y)), ...xs.map((x) => upright(x))];

/** A grid in words: rows x columns, merged cells as `row,column rows x columns`. */
function drawn(rules: readonly Rule[]): string[] {
  return gridsOfPage({ rules }).map(({ xs, ys, cells, openTop, openBottom }) => {
    const merged = cells
      .filter(({ rows, columns }) => rows * columns > 1)
      .map(({ row, column, rows, columns }) => `${row},${column} ${rows}x${columns}`);
    const open = [openTop ? "open above" : "", openBottom ? "open below" : ""].filter(Boolean);
    return [`${ys.length - 1}x${xs.length - 1}`, ...merged, ...open].join("; ");
  });
}

const pieces = (rule: Rule, length: number, gap: number): Rule[] => {
  const isLevel = rule.right > rule.left;
  const [from, to] = isLevel ? [rule.left, rule.right] : [rule.top, rule.bottom];
  const starts = Array.from({ length: Math.ceil((to - from) / (length + gap)) }, (_, at) => from + at * (length + gap));
  return starts.map((start) => {
    const end = Math.min(to, start + length);
    return isLevel ? { ...rule, left: start, right: end } : { ...rule, top: start, bottom: end };
  });
};

describe("ruled lines make a grid", () => {
  for (const [name, rules, grid] of [
    ["strokes", full, ["3x3"]],
    [
      "thin filled rectangles",
      full.map((rule) => ({ ...rule, right: rule.right + 0.7, bottom: rule.bottom + 0.7 })),
      ["3x3"],
    ],
    ["a piece for each cell", full.flatMap((rule) => pieces(rule, 30, 0)), ["3x3"]],
    ["dashes", full.flatMap((rule) => pieces(rule, 4, 5)), ["3x3"]],
    ["dots", full.flatMap((rule) => pieces(rule, 1, 2)), ["3x3"]],
    [
      "double lines",
      full.flatMap((rule) =>
        [-1.2, 1.2].map((by) =>
          rule.right > rule.left
            ? { ...rule, top: rule.top + by, bottom: rule.bottom + by }
            : { ...rule, left: rule.left + by, right: rule.right + by },
        ),
      ),
      ["3x3"],
    ],
    [
      "lines a little astray",
      full.map((rule, at) => (at % 2 ? { ...rule, left: rule.left - 1.5, right: rule.right + 1.5 } : rule)),
      ["3x3"],
    ],
    [
      "no line on the left and right",
      full.filter((rule) => rule.right > rule.left || (rule.left > 50 && rule.left < 350)),
      ["3x3"],
    ],
    [
      "no line above and below",
      full.filter((rule) => rule.bottom > rule.top || (rule.top > 100 && rule.top < 190)),
      ["3x3; open above; open below"],
    ],
    ["cut by the page", full.filter((rule) => rule.bottom > rule.top || rule.top < 190), ["3x3; open below"]],
    ["nothing but the middle of a row", xs.map((x) => upright(x)), ["1x3; open above; open below"]],
    [
      "merged cells",
      [level(100), level(130, 150), level(160), level(190), upright(50), upright(150), upright(250, 130), upright(350)],
      ["3x3; 0,0 2x1; 0,1 1x2"],
    ],
    [
      "two tables",
      [...full, ...full.map((rule) => ({ ...rule, top: rule.top + 200, bottom: rule.bottom + 200 }))],
      ["3x3", "3x3"],
    ],
    [
      "a frame around the page",
      [level(20, 20, 400), level(400, 20, 400), upright(20, 20, 400), upright(400, 20, 400), ...full],
      ["3x3"],
    ],
    [
      "a frame and nothing else",
      [level(20, 20, 400), level(400, 20, 400), upright(20, 20, 400), upright(400, 20, 400)],
      [],
    ],
    ["lines that meet none", [level(100), level(130), upright(500)], []],
    ["a line under a word", [...full, level(145, 60, 90)], ["3x3"]],
  ] as const)
    test(name, () => expect(drawn(rules)).toEqual(grid));
});

test("whatever is drawn, the cells of a grid tile it", () => {
  const rule = fc
    .record({ flat: fc.boolean(), at: fc.nat(40), from: fc.nat(40), length: fc.integer({ min: 1, max: 40 }) })
    .map(
      ({ flat, at, from, length }): Rule =>
        flat ? level(at * 9, from * 9, (from + length) * 9) : upright(at * 9, from * 9, (from + length) * 9),
    );
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 60 }), (rules) => {
      for (const { xs, ys, cells } of gridsOfPage({ rules })) {
        const taken = new Set<string>();
        for (const { row, column, rows, columns } of cells)
          for (let down = row; down < row + rows; down++)
            for (let right = column; right < column + columns; right++) taken.add(`${down} ${right}`);
        const boxes = cells.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
        expect([boxes, taken.size]).toEqual(Array(2).fill((xs.length - 1) * (ys.length - 1)));
      }
    }),
    { numRuns: 500 },
  );
});
