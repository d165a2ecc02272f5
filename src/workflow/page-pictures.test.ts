import { expect, test } from "vitest";
import { printPdf } from "../../test/support/print-pdf.ts";
import { drawPage } from "./draw-page.ts";
import { PagePictures } from "./page-pictures.ts";

const file = (name: string) => ({ sha256: name, bytes: async () => Uint8Array.of(1) });

test("a page that several people open at once is drawn once, and remembered", async () => {
  let drawn = 0;
  const pictures = new PagePictures(async (_, page) => {
    drawn++;
    return Uint8Array.of(page);
  });
  const all = await Promise.all([pictures.of(file("甲"), 1), pictures.of(file("甲"), 1), pictures.of(file("甲"), 2)]);
  expect(all).toEqual([Uint8Array.of(1), Uint8Array.of(1), Uint8Array.of(2)]);
  await pictures.of(file("甲"), 1);
  expect(drawn).toBe(2);
});

test("where very many are being drawn, the next one does without", async () => {
  const held = Promise.withResolvers<Uint8Array>();
  const pictures = new PagePictures(() => held.promise);
  const waiting = Array.from({ length: 24 }, (_, n) => pictures.of(file("甲"), n + 1));
  expect(await pictures.of(file("甲"), 99)).toBeUndefined();
  held.resolve(Uint8Array.of(7));
  expect((await Promise.all(waiting)).every((one) => one?.[0] === 7)).toBe(true);
});

test("a page of a PDF is drawn in a process of its own; what is none, and a page that is not there, are not", async () => {
  const pdf = await printPdf(["绩效目标表"], { width: 300, height: 200 });
  const picture = (await drawPage(pdf, 1))!;
  expect([...picture.subarray(1, 4)].map((code) => String.fromCharCode(code)).join("")).toBe("PNG");
  expect(new DataView(picture.buffer, picture.byteOffset).getUint32(16)).toBe(600);
  expect(await drawPage(pdf, 2)).toBeUndefined();
  expect(await drawPage(new TextEncoder().encode("绩效"), 1)).toBeUndefined();
});
