import { describe, expect, test } from "vitest";
import { limits } from "../../limits.ts";
import type { SourceDocument } from "../../source-document.ts";
import { documentOfRtf } from "./rtf.ts";

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

function read(rtf: string): SourceDocument {
  const document = documentOfRtf({ name: "表.rtf", bytes: bytesOf(rtf) });
  if (!document.ok) throw new Error(document.refusal.message.zh);
  return document.value;
}

const head =
  "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Arial;}{\\f2\\fcharset2 Symbol;}{\\f3\\fcharset136 MingLiU;}}";
const linesOf = (body: string): string[] =>
  read(`${head}${body}}`)
    .text.trimEnd()
    .split("\n")
    .map((line) => line.replace(/\u2028/gu, "⏎"));
const placesOf = (body: string): string[] =>
  read(`${head}${body}}`)
    .cells.filter(({ table }) => table !== undefined)
    .map(({ row, column, rows, columns }) => `${row},${column} ${rows}×${columns}`);

describe("words", () => {
  test.each([
    ["bytes of GBK", "\\'d6\\'d0\\'b9\\'fa", ["中国"]],
    ["a second byte that looks like a letter or a brace", "\\'81@\\'81\\'7d\\'8f\\\\", ["丂亇廫"]],
    ["bytes as they are", "\u00d6\u00d0\u00b9\u00fa", ["中国"]],
    ["bytes broken over lines", "\\'d6\r\n\\'d0", ["中"]],
    ["the code page of a font", "{\\f3\\'a4\\'a4\\'b0\\'ea}", ["中國"]],
    ["a western font leaves it to the file", "{\\f1 A\\'d6\\'d0B}", ["A中B"]],
    ["Unicode with one stand-in", "\\u20013?\\u-26345?", ["中\u9917"]],
    ["stand-ins as many as said", "\\uc2\\u20013\\'d6\\'d0{\\uc0\\u22269}", ["中国"]],
    ["characters beyond the first plane", "\\u-10174?\\u-8265?", ["𠮷"]],
    ["signs of Symbol", "{\\f2\\'b3}95%", ["≥95%"]],
    ["blanks, hyphens, quotes", "A\\~B\\_C\\-D\\ldblquote E\\rdblquote\\emdash F", ["A\u00a0B-CD“E”—F"]],
    ["escaped signs", "\\{\\\\\\}", ["{\\}"]],
    [
      "numbers of lists are printed",
      "\\pard{\\listtext\\pard 1\\u12289?\\tab}\\ls1 A\\par{\\pntext 2)\\tab}B",
      ["1、A", "2)B"],
    ],
    ["results of fields, not their codes", "{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}", ["3"]],
    [
      "unknown groups, pictures and objects are no words",
      "A{\\*\\unknown B}{\\pict abc}{\\object{\\*\\objdata 00}{\\result C}}{\\stylesheet D;}",
      ["AC"],
    ],
    ["bytes of a picture as they are", "A{\\pict\\bin4 }{}\\}B", ["AB"]],
    ["a text given twice", "{\\upr{A}{\\*\\ud{B}}}", ["B"]],
    ["pages and sections", "A\\par\\page B\\par\\sect C", ["A", "", "B", "", "C"]],
    [
      "text boxes once, after their paragraph",
      "A{\\shp{\\*\\shpinst{\\sp{\\sn n}{\\sv v}}{\\shptxt\\pard B\\par}}{\\shprslt B}}C\\par",
      ["AC", "B"],
    ],
  ])("%s", (_, body, lines) => {
    expect(linesOf(body)).toEqual(lines);
  });

  test("hidden and deleted words are left out and said", () => {
    const document = read(`${head}A{\\v BC}{\\deleted D}E}`);
    expect(document.text).toBe("AE\n");
    expect(document.notes.map(({ code, facts }) => [code, facts.words])).toEqual([
      ["text-deleted", "D"],
      ["text-hidden", "BC"],
    ]);
  });

  test("footnotes follow, headers go before, comments are named", () => {
    const document = read(`${head}{\\header H\\par}{\\footer \\chpgn\\par}A{\\footnote N}{\\*\\annotation X}\\par}`);
    expect(document.views.map((view) => view.kind === "part" && view.name)).toEqual(["页眉", "正文", "脚注"]);
    expect(document.text).toBe("H\n\nA\n\nN\n");
    expect(document.notes.map(({ facts }) => facts.part)).toEqual(["批注 1 条"]);
  });
});

describe("tables", () => {
  const row = (shape: string, ...cells: readonly string[]): string =>
    `\\trowd${shape}${cells.map((one) => `\\pard\\intbl ${one}\\cell`).join("")}\\row`;

  test.each([
    [
      "edges that differ by a hair are one",
      row("\\cellx1000\\cellx2000", "A", "B") + row("\\cellx1012\\cellx1995", "C", "D"),
      ["0,0 1×1", "0,1 1×1", "1,0 1×1", "1,1 1×1"],
    ],
    [
      "rows of other widths",
      row("\\cellx3000", "A") + row("\\cellx1000\\cellx2000\\cellx3000", "B", "C", "D"),
      ["0,0 1×3", "1,0 1×1", "1,1 1×1", "1,2 1×1"],
    ],
    [
      "merged down and across",
      row("\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000", "A", "B", "") +
        row("\\clvmrg\\cellx1000\\cellx2000\\cellx3000", "", "C", "D"),
      ["0,0 2×1", "0,1 1×2", "1,1 1×1", "1,2 1×1"],
    ],
    ["fewer edges than cells", row("\\cellx1000", "A", "B"), ["0,0 1×1", "0,1 1×1"]],
  ])("%s", (_, body, places) => {
    expect(placesOf(body)).toEqual(places);
  });

  test("producers that forget to say that a paragraph is in a table", () => {
    expect(linesOf("\\trowd\\cellx1000\\cellx2000 A\\par B\\cell C\\cell\\row\\pard D\\par")).toEqual(["A⏎B\tC", "D"]);
  });

  test("a table in a cell", () => {
    const nested =
      "\\pard\\intbl\\itap2 C\\nestcell D\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}";
    const second = nested.replace("C", "E").replace("D", "F");
    const head3 = row("\\cellx1000\\cellx2000\\cellx3000", "X", "Y", "Z");
    const body = `${head3}\\trowd\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl A\\cell B\\cell${nested}${second}\\pard\\intbl\\cell\\row`;
    expect(linesOf(body)).toEqual(["X\tY\tZ\t", "A\tB\tC\tD", "\t\tE\tF"]);
  });
});

describe("limits", () => {
  test("groups: one below is read, one above refused", () => {
    const nested = (depth: number): string => `{\\rtf1 ${"{".repeat(depth - 1)}A${"}".repeat(depth)}`;
    expect(read(nested(limits.htmlDepth)).text).toBe("A\n");
    const refused = documentOfRtf({ name: "表.rtf", bytes: bytesOf(nested(limits.htmlDepth + 1)) });
    expect(!refused.ok && refused.refusal.code).toBe("too-large");
  });
});
