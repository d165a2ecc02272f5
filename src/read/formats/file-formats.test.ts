import { expect, test } from "vitest";
import { fileFormats } from "../../domain/file-formats.ts";
import { readableKinds } from "./open-document.ts";

test("the list of formats that people are shown is that of the readers", () => {
  const named = fileFormats.flatMap(({ kinds }) => kinds);
  const others = ["archive", "word-xml"]; // ZIPs are told of beside; what Word saved as XML is a .doc or .xml of it
  expect([...named].sort()).toEqual(readableKinds.filter((kind) => !others.includes(kind)).sort());
  const endings = fileFormats.flatMap(({ endings: own }) => own);
  expect(new Set(endings).size).toBe(endings.length);
});
