import { expect, test } from "vitest";
import { progressLine } from "./progress-line.ts";

const what = { zh: "民政局.txt", en: "civil.txt" };

test("says how far, how fast and how long still", () => {
  const at = { done: 30, of: 90, elapsedMs: 1500, what };
  expect(progressLine(at, "zh", 80)).toBe("30/90 · 20 个/秒 · 还需 3 秒 · 民政局.txt");
  expect(progressLine(at, "en", 80)).toBe("30/90 · 20/s · 3 s left · civil.txt");
});

test("a long wait is told in minutes, a slow rate with a decimal", () => {
  expect(progressLine({ done: 1, of: 101, elapsedMs: 2000, what }, "zh", 80)).toBe(
    "1/101 · 0.5 个/秒 · 还需 3 分 20 秒 · 民政局.txt",
  );
});

test("promises nothing before there is something to measure", () => {
  expect(progressLine({ done: 0, of: 3, elapsedMs: 0, what }, "zh", 80)).toBe("0/3 · 民政局.txt");
});

test("never grows wider than the screen", () => {
  expect(progressLine({ done: 0, of: 3, elapsedMs: 0, what }, "zh", 10)).toBe("0/3 · 民…");
});
