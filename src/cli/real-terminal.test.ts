import { expect, test } from "vitest";
import { wantsColor } from "./real-terminal.ts";

test.each([
  ["a screen", { isTTY: true, asked: true }, {}, true],
  ["a pipe", { isTTY: false, asked: true }, {}, false],
  ["--no-color", { isTTY: true, asked: false }, {}, false],
  ["NO_COLOR=1", { isTTY: true, asked: true }, { NO_COLOR: "1" }, false],
  ["NO_COLOR empty", { isTTY: true, asked: true }, { NO_COLOR: "" }, true],
  ["TERM=dumb", { isTTY: true, asked: true }, { TERM: "dumb" }, false],
] as const)("colours on %s: %o %o → %s", (_what, where, environment, wanted) => {
  expect(wantsColor(where, environment)).toBe(wanted);
});
