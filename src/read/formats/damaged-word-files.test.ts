import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { SpecPart } from "../../../test/support/a-document.ts";
import { docOf } from "../../../test/support/doc-file.ts";
import { docxOf, htmlOf, odtOf, rtfOf } from "../../../test/support/word-markup.ts";
import { readSource } from "../read-source.ts";

const parts: readonly SpecPart[] = [
  "项目支出绩效目标表",
  {
    rows: [
      ["项目名称", { text: "预算金额", columns: 2 }, "绩效指标"],
      [{ text: "河道巡查", rows: 2 }, "10.00", "8.00", "1、产出指标：巡查次数，\n年度指标值：12次"],
      ["2.00", "1.00", "2、效益指标：满意度，年度指标值：≥95%"],
    ],
  },
  "注：单位万元",
];

/** Bytes as they are, and for packed formats the text that is packed: damage to the package alone is soon refused. */
const seeds: Readonly<Record<string, { readonly bytes: Uint8Array; readonly packed?: string }>> = {
  html: { bytes: strToU8(htmlOf(...parts)) },
  rtf: { bytes: rtfOf(parts) },
  doc: { bytes: docOf(...parts) },
  docx: { bytes: docxOf(...parts), packed: "word/document.xml" },
  odt: { bytes: odtOf(...parts), packed: "content.xml" },
  mhtml: {
    bytes: strToU8(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="甲"\r\n\r\n--甲\r\nContent-Type: text/html\r\n\r\n${htmlOf(...parts)}\r\n--甲--\r\n`,
    ),
  },
};

interface Damage {
  readonly at: number;
  readonly kind: "replace" | "remove" | "repeat" | "cut";
  readonly byte: number;
  readonly length: number;
}

const damages = fc.array(
  fc.record<Damage>({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom("replace", "remove", "repeat", "cut"),
    byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x3c, 0x3e, 0x5c, 0x7b, 0x7d, 0x07, 0xff)),
    length: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 1, maxLength: 12 },
);

function damaged(bytes: Uint8Array, list: readonly Damage[]): Uint8Array {
  let now = [...bytes];
  for (const { at, kind, byte, length } of list) {
    const place = Math.floor(at * now.length);
    if (kind === "replace") now[place] = byte;
    else if (kind === "remove") now.splice(place, length);
    else if (kind === "repeat") now.splice(place, 0, ...now.slice(place, place + length));
    else if (now.length > 600) now = now.slice(0, Math.max(place, 600));
  }
  return Uint8Array.from(now);
}

/** Reads, and says what the outcome is made of: a reading whose spans tile its text, or a refusal in two languages. */
function outcome(bytes: Uint8Array): void {
  const read = readSource({ name: "表", bytes });
  if (!read.ok) {
    expect(read.refusal.message.zh.length * read.refusal.hint.en.length).toBeGreaterThan(0);
    return;
  }
  const { characters, placed, decoration, unplacedCharacters } = read.value.conservation;
  expect(placed + decoration + unplacedCharacters).toBe(characters);
}

describe("damaged files are read as far as they go, or refused: nothing throws and nothing hangs", () => {
  for (const [kind, { bytes, packed }] of Object.entries(seeds)) {
    test(`${kind}: bytes changed, lost and doubled`, () => {
      fc.assert(
        fc.property(damages, (list) => outcome(damaged(bytes, list))),
        { numRuns: 150 },
      );
    });
    if (packed === undefined) continue;
    test(`${kind}: the same within the package`, () => {
      const files = unzipSync(bytes);
      fc.assert(
        fc.property(damages, (list) => outcome(zipSync({ ...files, [packed]: damaged(files[packed]!, list) }))),
        { numRuns: 150 },
      );
    });
  }
});
