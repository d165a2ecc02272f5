import { decode } from "fast-png";
import { expect, test } from "vitest";
import { greyPng } from "./grey-png.ts";

test("another program reads the same pixels from the PNG", () => {
  const pixels = Uint8Array.from({ length: 7 * 5 }, (_, n) => (n * 37) % 256);
  const { width, height, channels, depth, data } = decode(greyPng({ width: 7, height: 5, pixels, dpi: 72 }));
  expect({ width, height, channels, depth }).toEqual({ width: 7, height: 5, channels: 1, depth: 8 });
  expect([...data]).toEqual([...pixels]);
});
