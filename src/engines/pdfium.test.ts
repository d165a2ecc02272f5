import { describe, expect, test } from "vitest";
import { coded, rawPdf, ruling, stream, words } from "../../test/support/raw-pdf.ts";
import { documentOfPdf } from "../read/formats/pdf/pdf-document.ts";
import type { SourceDocument } from "../read/source-document.ts";
import { openPdfium } from "./pdfium.ts";

const pdf = await openPdfium();
const decoder = new TextDecoder("latin1");

const open = (bytes: Uint8Array) => documentOfPdf({ name: "表.pdf", bytes }, { pdf });
const read = (bytes: Uint8Array): SourceDocument => {
  const opened = open(bytes);
  if (!opened.ok) throw new Error(opened.refusal.message.zh);
  return opened.value;
};
const rows = (bytes: Uint8Array): string[] =>
  read(bytes).lines.map(({ cells }) => cells.map(({ text }) => text).join(" | "));
const hiddenIn = (bytes: Uint8Array) => read(bytes).notes.map(({ code, facts }) => ({ code, words: facts.words }));

const lines = ruling([50, 200, 300, 500], [560, 530, 500, 470]);
const cells = [
  [55, 540, "项目名称"],
  [205, 540, "总计"],
  [305, 540, "绩效目标"],
  [55, 510, "河道巡查"],
  [205, 510, "12.00"],
  [305, 510, "保持畅通"],
  [55, 480, "绿化养护"],
  [205, 480, "3.50"],
  [305, 480, "成活率高"],
] as const;
const printed = cells.map(([x, y, text]) => words(x, y, text)).join("");
const table = ["项目名称 | 总计 | 绩效目标", "河道巡查 | 12.00 | 保持畅通", "绿化养护 | 3.50 | 成活率高"];
const plain = rawPdf({ content: lines + printed });

describe("a table is read the same, however a program writes it", () => {
  const form = stream(
    lines + printed,
    "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Matrix[0.5 0 0 0.5 20 100]/Resources<</Font<</F2 6 0 R>>>>",
  );
  const nested = stream(
    "q 1.2 0 0 1.2 0 0 cm /X1 Do Q",
    "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X1 10 0 R>>>>",
  );
  const bold = cells.map(([x, y, text]) => words(x + 0.3, y, text)).join("");
  const row = `BT /F2 10 Tf 55 540 Td [${coded("项目名称")} -11000 ${coded("总计")} -8000 ${coded("绩效目标")}] TJ ET\n`;
  const whole = row + printed.slice(printed.indexOf(words(55, 510, "河道巡查")));
  const boxes = [470, 500, 530].flatMap((y) => [`50 ${y} 150 30 re S`, `200 ${y} 100 30 re S`, `300 ${y} 200 30 re S`]);
  const thin = [470, 500, 530, 560].map((y) => `50 ${y} 450 0.6 re f`);
  const upright = [50, 200, 300, 500].map((x) => `${x} 470 0.6 90 re f`);
  const cellsOnBlack = [470, 500, 530].flatMap((y) => [
    `51 ${y + 1} 148 28 re f`,
    `200 ${y + 1} 99 28 re f`,
    `300 ${y + 1} 199 28 re f`,
  ]);
  for (const [name, bytes] of [
    ["a font that is not embedded, coded in GBK", plain],
    [
      "inside forms within forms, scaled",
      rawPdf({
        content: "q 1.6 0 0 1.6 10 -200 cm /X2 Do Q",
        resources: "/XObject<</X2 11 0 R>>",
        objects: { 10: form, 11: nested },
      }),
    ],
    ["sideways on the sheet, the page not turned", rawPdf({ content: `q 0 1 -1 0 842 0 cm\n${lines}${printed}Q` })],
    [
      "sideways on the sheet, the page turned",
      rawPdf({ content: `q 0 1 -1 0 595 0 cm\n${lines}${printed}Q`, page: "/Rotate 90" }),
    ],
    ["upside down", rawPdf({ content: `q -1 0 0 -1 595 842 cm\n${lines}${printed}Q`, page: "/Rotate 180" })],
    ["letters drawn twice for boldness", rawPdf({ content: lines + printed + bold })],
    ["a row of words by one operator", rawPdf({ content: lines + whole })],
    ["a box for each cell", rawPdf({ content: `0.5 w\n${boxes.join("\n")}\n${printed}` })],
    ["thin filled rectangles", rawPdf({ content: `${[...thin, ...upright].join("\n")}\n${printed}` })],
    [
      "light cells on a dark ground",
      rawPdf({ content: `50 470 450 90 re f 1 g\n${cellsOnBlack.join("\n")}\n0 g\n${printed}` }),
    ],
    [
      "a trailer that leads back to itself",
      bytesOf(decoder.decode(plain).replace("/Size", `/Prev ${decoder.decode(plain).lastIndexOf("xref\n0")}/Size`)),
    ],
    ["junk before its head", bytesOf(`junk\n${decoder.decode(plain)}`)],
    ["the index at its end cut off", plain.subarray(0, decoder.decode(plain).indexOf("trailer") + 5)],
  ] as const)
    test(name, () => expect(rows(bytes)).toEqual(table));
});

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

describe("what cannot be seen is not read, and said", () => {
  for (const [name, content, seen] of [
    ["drawn invisibly", `BT 3 Tr /F2 10 Tf 55 400 Td ${coded("看不见")} Tj ET\n`, false],
    ["beyond the page", words(-300, 400, "看不见"), false],
    ["clipped away", `q 0 0 10 10 re W n\n${words(300, 400, "看不见")}Q\n`, false],
    ["white on white", `1 g\n${words(55, 400, "看不见")}0 g\n`, false],
    ["under a black bar", `${words(55, 400, "看不见")}0 g 50 395 80 20 re f\n`, false],
    ["white on blue", `0 0 1 rg 50 395 80 20 re f 1 g\n${words(55, 400, "看得见")}0 g\n`, true],
    ["under a mark that lets it through", `${words(55, 400, "看得见")}/G1 gs 1 1 0 rg 50 395 80 20 re f 0 g\n`, true],
  ] as const)
    test(name, () => {
      const bytes = rawPdf({ content: lines + printed + content, resources: "/ExtGState<</G1<</ca 0.3>>>>" });
      expect(rows(bytes)).toEqual(seen ? [...table, "看得见"] : table);
      expect(hiddenIn(bytes)).toEqual(seen ? [] : [{ code: "text-hidden", words: "看不见" }]);
    });
});

describe("words", () => {
  test("are those that the file gives for a stretch, not the glyphs", () => {
    const content = `/Span <</ActualText <FEFF6CB39053>>> BDC\n${words(55, 700, "乱码")}EMC\n`;
    expect(rows(rawPdf({ content }))).toEqual(["河道"]);
  });

  test("of narrow Latin letters beside their like are all there", () => {
    const bytes = rawPdf({ content: "BT /F1 12 Tf 50 300 Td (Hello, all will fill) Tj ET" });
    expect(rows(bytes)).toEqual(["Hello, all will fill"]);
  });

  test("keep the hyphen at the end of a line", () => {
    const line = (y: number, text: string) => `BT /F1 10 Tf 55 ${y} Td (${text}) Tj ET\n`;
    expect(rows(rawPdf({ content: ruling([50, 90, 120], [720, 670]) + line(700, "11-") + line(688, "2022") }))).toEqual(
      ["11-2022"],
    );
  });

  test("of form fields and annotations are read where they stand", () => {
    const fields = rawPdf({
      content: lines + words(55, 540, "项目名称") + words(205, 540, "总计"),
      page: "/Annots[11 0 R 13 0 R 15 0 R]",
      objects: {
        1: "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[11 0 R 15 0 R]/DR<</Font<</Helv 5 0 R>>>>>>>>",
        11: "<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(88.50)/Rect[202 502 298 528]/F 4/DA(/F1 10 Tf 0 g)/AP<</N 12 0 R>>>>",
        12: stream(
          "BT /F1 10 Tf 3 9 Td (88.50) Tj ET",
          "/Type/XObject/Subtype/Form/BBox[0 0 96 26]/Resources<</Font<</F1 5 0 R>>>>",
        ),
        13: "<</Type/Annot/Subtype/FreeText/Rect[52 502 198 528]/F 4/DA(/F2 10 Tf 0 g)/Contents(x)/AP<</N 14 0 R>>>>",
        14: stream(
          `BT /F2 10 Tf 3 9 Td ${coded("批注的项目")} Tj ET`,
          "/Type/XObject/Subtype/Form/BBox[0 0 146 26]/Resources<</Font<</F2 6 0 R>>>>",
        ),
        15: "<</Type/Annot/Subtype/Widget/FT/Tx/T(b)/V(66.00)/Rect[202 472 298 498]/F 4/DA(/Helv 10 Tf 0 g)>>",
      },
    });
    expect(rows(fields)).toEqual(["项目名称 | 总计", "批注的项目 | 88.50", "66.00"]);
  });

  test("printed slanting or large over a table are not of its cells", () => {
    const slanted = `BT 0.8 g /F2 40 Tf 0.7 0.7 -0.7 0.7 120 440 Tm ${coded("内部资料")} Tj ET 0 g\n`;
    expect(rows(rawPdf({ content: slanted + lines + printed }))).toEqual([...table, "内部资料"]);
    const level = `0.9 g\n${words(60, 485, "水印文字", 60)}0 g\n`;
    expect(rows(rawPdf({ content: level + lines + printed }))).toEqual([...table, "水印文字"]);
  });

  test("printed upwards in a merged cell are of that cell", () => {
    const upwards = `BT /F2 10 Tf 0 1 -1 0 68 640 Tm ${coded("产出指标")} Tj ET\n`;
    const content = ruling([50, 80, 300], [720, 620]) + upwards + words(90, 660, "巡查次数");
    expect(rows(rawPdf({ content }))).toEqual(["产出指标 | 巡查次数"]);
  });

  test("of a font that does not say which they are are counted", () => {
    const bytes = rawPdf({
      content: "BT /F3 10 Tf 55 650 Td <00010002000300040005> Tj ET",
      page: "/Resources<</Font<</F3 10 0 R>>>>",
      objects: {
        3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F3 10 0 R>>>>>>",
        10: "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+X/Encoding/Identity-H/DescendantFonts[11 0 R]>>",
        11: "<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor 8 0 R>>",
      },
    });
    const opened = pdf.open(bytes);
    expect(opened.ok && opened.value.page(1).unmapped).toBe(5);
  });
});

test("a file that is attached is named as not read", () => {
  const bytes = rawPdf({
    content: printed,
    objects: {
      1: "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a) 20 0 R]>>>>>>",
      20: "<</Type/Filespec/F(table.xls)/UF(table.xls)/EF<</F 21 0 R>>>>",
      21: stream("x", "/Type/EmbeddedFile"),
    },
  });
  expect(read(bytes).notes).toContainEqual(
    expect.objectContaining({ code: "part-unread", facts: { part: "table.xls" } }),
  );
});

describe("what cannot be read at all is refused", () => {
  const half = plain.subarray(0, plain.length / 2);
  for (const [name, bytes] of [
    ["nothing but a head", bytesOf("%PDF-1.4\n")],
    ["half a file: half a table must not pass for a whole one", half],
    ["no page", bytesOf(decoder.decode(plain).replace("/Count 1", "/Count 0").replace("[3 0 R]", "[]       "))],
  ] as const)
    test(name, () => {
      const opened = open(bytes);
      expect(opened.ok ? "read" : opened.refusal.code).toBe("damaged");
    });
});

test("a page is drawn upright", () => {
  const opened = pdf.open(rawPdf({ content: `q 0 1 -1 0 595 0 cm\n${lines}${printed}Q`, page: "/Rotate 90" }));
  if (!opened.ok) throw new Error("not opened");
  const { width, height, pixels } = opened.value.render(1, 36);
  opened.value.close();
  expect([width, height]).toEqual([421, 298]);
  const darkest = (top: number, bottom: number) =>
    pixels.subarray(top * width, bottom * width).reduce((least, pixel) => Math.min(least, pixel), 255);
  expect(darkest(0, 5)).toBe(255);
  expect(darkest(0, height)).toBeLessThan(120);
});
