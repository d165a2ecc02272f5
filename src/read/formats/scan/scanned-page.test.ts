import { zlibSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { paper } from "../../../../test/support/a-bitmap.ts";
import { printPdf } from "../../../../test/support/print-pdf.ts";
import { openEngines } from "../../../engines/open-engines.ts";
import type { Engines, GreyImage } from "../../engines.ts";
import { readSource } from "../../read-source.ts";
import { pdfOfPictures } from "../image/picture-pdf.ts";
import type { PageModel } from "../pdf/page-model.ts";
import { pageAsPrinted } from "./scanned-page.ts";
import { quarterTurned, straightened } from "./turned.ts";

/** A page is recognised in two seconds on a quiet machine. */
const patient = 120_000;

let engines: Engines;
beforeAll(async () => {
  engines = await openEngines();
});

const list = "1、1-产出指标；11-数量指标；演出场次；年度指标值：≥12场。";
const table = {
  rows: [
    ["项目名称", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标"],
    ["合计", "345.60", "345.60", "", "", "", ""],
    ["惠民演出经费", "300.50", "300.50", "", "", "举办惠民演出，丰富群众生活。", list],
    ["河道清淤整治", "45.10", "45.10", "", "", "按期完成清淤。", list],
  ],
};

/** The table printed, as the image of its page. */
async function printed(dpi = 200): Promise<GreyImage> {
  const pdf = await printPdf([table], {
    width: 842,
    height: 260,
    margin: 30,
    size: 10,
    columns: [3, 1.6, 1.6, 2, 1.6, 4, 7],
  });
  const opened = engines.pdf!.open(pdf);
  if (!opened.ok) throw new Error(opened.refusal.message.en);
  const image = opened.value.render(1, dpi);
  opened.value.close();
  return image;
}

/** Images as a PDF that holds nothing else: a scan. */
function scanOf(...images: readonly GreyImage[]): Uint8Array {
  return pdfOfPictures(
    images.map(({ width, height, pixels, dpi }) => ({
      width,
      height,
      dpi,
      dictionary: "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode",
      strips: [{ rows: height, data: zlibSync(pixels) }],
    })),
  );
}

function read(bytes: Uint8Array) {
  const result = readSource({ name: "扫描件.pdf", bytes, year: 2024 }, engines);
  if (!result.ok) throw new Error(result.refusal.message.zh);
  return result.value;
}

describe("a scanned page", () => {
  test(
    "that leans is read like the page that was printed, and its boxes lean with it",
    async () => {
      const reading = read(scanOf(straightened(await printed(), -1.2)));
      const [found] = reading.tables;
      expect(found?.declarations.map(({ project }) => project.name)).toEqual(["惠民演出经费", "河道清淤整治"]);
      expect(found?.declarations.map(({ funding }) => funding?.total)).toEqual([
        { kind: "read", fen: 300_50_0000 },
        { kind: "read", fen: 45_10_0000 },
      ]);
      expect(found?.declarations[0]?.indicators[0]?.annualTarget?.text).toBe("≥12场");
      expect(reading.sums.every(({ difference }) => difference === 0)).toBe(true);
      expect(reading.views).toMatchObject([{ kind: "page", scanned: true }]);
      expect(reading.notes.map(({ code }) => code)).toContain("page-scanned");
      expect(reading.conservation.unplacedCharacters).toBe(0);
      const confident = reading.runs.filter(({ confidence }) => confidence !== undefined);
      expect(confident.length).toBe(reading.runs.length);
      // on a page that leans to the right, the same row stands lower at its right end
      const head = reading.cells.filter(({ row }) => row === 0);
      expect(head.at(-1)!.box!.top).toBeGreaterThan(head[0]!.box!.top + 5);
    },
    patient,
  );

  test(
    "that lies on its head is turned",
    async () => {
      const reading = read(scanOf(quarterTurned(await printed(), 2)));
      expect(reading.views).toMatchObject([{ kind: "page", turned: 2 }]);
      expect(reading.tables[0]?.declarations).toHaveLength(2);
    },
    patient,
  );
});

describe("pages are recognised where their own words will not do", () => {
  const glyph = { text: "字", left: 10, right: 20, baseline: 30, size: 10, object: 1 };
  const page = (more: Partial<PageModel>): PageModel => ({
    number: 1,
    width: 600,
    height: 800,
    glyphs: [],
    rules: [],
    images: [],
    unmapped: 0,
    hidden: "",
    ...more,
  });
  const many = Array.from({ length: 100 }, (_, at) => ({ ...glyph, left: 10 + at * 5, right: 14 + at * 5 }));
  const whole = [{ left: 0, top: 0, right: 600, bottom: 800 }];
  const strips = [0, 1, 2, 3].map((n) => ({ left: 0, right: 600, top: n * 200, bottom: n * 200 + 200 }));

  test.each([
    ["a text page", page({ glyphs: many }), false],
    ["a text page on a coloured ground", page({ glyphs: many, images: whole }), false],
    ["a picture of a page", page({ images: whole }), true],
    ["a picture in strips", page({ images: strips }), true],
    ["a picture with the scanner's own words under it", page({ images: whole, hidden: "项目名称" }), true],
    ["a picture with a page number", page({ images: whole, glyphs: many.slice(0, 5) }), true],
    ["letters of unknown fonts", page({ glyphs: many, unmapped: 60 }), true],
    ["a page of outlines", page({}), true],
    ["a page that could not be opened", page({ unreadable: true }), false],
  ])("%s", (_, model, expected) => {
    let drawn = false;
    const draw = (dpi: number): GreyImage => {
      drawn = true;
      return paper(600, 800, dpi).image;
    };
    pageAsPrinted(model, { draw, recogniser: { recognise: () => [] } });
    expect(drawn).toBe(expected);
  });

  test("without a recogniser a picture is said not to be read", () => {
    const draw = () => paper(10, 10).image;
    expect(pageAsPrinted(page({ images: whole }), { draw, recogniser: undefined }).unreadable).toBe(true);
    expect(pageAsPrinted(page({ glyphs: many }), { draw, recogniser: undefined }).unreadable).toBeUndefined();
  });
});
