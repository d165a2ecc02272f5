import { expect, test } from "vitest";
import { describeFuzz } from "./fuzz.ts";
import { fuzzedFormats, texts } from "./seeds.ts";

describeFuzz(texts);

test("the shares of all formats are those of a thousand", () => {
  expect(fuzzedFormats.reduce((sum, { share }) => sum + share, 0)).toBe(1_000);
});
