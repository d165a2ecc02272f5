import { expect, test } from "vitest";
import { alignedLines, clippedTo, displayWidth } from "./display-width.ts";

test.each([
  ["巡查 4 次", 9],
  ["≥90％", 5],
  ["（万元）", 8],
  ["abc", 3],
  ["é", 1],
  ["e\u0301", 1],
  ["\u001b[31m错误\u001b[39m", 4],
  ["𠮷", 2],
  ["", 0],
])("%s fills %i columns", (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

test.each([
  ["河道巡查与堤防加固", 9, "河道巡查…"],
  ["河道巡查", 8, "河道巡查"],
  ["ab", 2, "ab"],
])("%s in %i columns is %s", (text, columns, shown) => {
  expect(clippedTo(columns, text)).toBe(shown);
});

test("columns of Chinese and Latin text stand under one another", () => {
  const lines = alignedLines(
    [
      ["2025", "水务局", "1,047.03", "万元"],
      ["—", "park office", "85.58", "万元"],
    ],
    { right: [2] },
  );
  expect(lines).toEqual(["2025  水务局       1,047.03  万元", "—     park office     85.58  万元"]);
});
