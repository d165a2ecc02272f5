import { expect, test } from "vitest";
import { chineseNumber } from "./chinese-number.ts";

test.each([
  ["零", 0],
  ["两", 2],
  ["十", 10],
  ["十二", 12],
  ["二十", 20],
  ["九十九", 99],
  ["一百零八", 108],
  ["三百二十", 320],
  ["五千零六", 5006],
  ["二〇二五", 2025],
])("%s is %d", (text, number) => {
  expect(chineseNumber(text)).toBe(number);
});

test.each(["", "三四", "一二三", "百千", "十百", "场"])("%s is no number", (text) => {
  expect(chineseNumber(text)).toBeUndefined();
});
