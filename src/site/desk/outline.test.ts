import { expect, test } from "vitest";
import { outlineOf } from "./outline.ts";

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

test("one line has a rectangle around it", () => {
  expect(outlineOf([box(10, 10, 50, 20)])).toBe("M50.8 9.2L50.8 20.8L9.2 20.8L9.2 9.2Z");
});

test("lines below each other have one outline, with a step where the second is shorter", () => {
  const path = outlineOf([box(10, 10, 90, 20), box(10, 22, 50, 32)]);
  expect(path.match(/M/gu)).toHaveLength(1);
  expect(path).toBe("M90.8 9.2L90.8 21L50.8 21L50.8 32.8L9.2 32.8L9.2 21L9.2 21L9.2 9.2Z");
});

test("words at the end of one line and at the beginning of the next are two shapes", () => {
  expect(outlineOf([box(70, 10, 90, 20), box(10, 22, 30, 32)]).match(/M/gu)).toHaveLength(2);
});

test("nothing has none", () => {
  expect(outlineOf([])).toBe("");
});
