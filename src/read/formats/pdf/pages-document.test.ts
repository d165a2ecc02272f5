import { describe, expect, test } from "vitest";
import type { SpecPart } from "../../../../test/support/a-document.ts";
import { aGrid } from "../../../../test/support/a-grid.ts";
import { type PrintSettings, printPdf } from "../../../../test/support/print-pdf.ts";
import { openPdfium } from "../../../engines/pdfium.ts";
import type { SourceDocument } from "../../source-document.ts";
import { documentOfPdf } from "./pdf-document.ts";

const pdf = await openPdfium();

async function printed(parts: readonly SpecPart[], settings: PrintSettings): Promise<SourceDocument> {
  const opened = documentOfPdf({ name: "表.pdf", bytes: await printPdf(parts, settings) }, { pdf });
  if (!opened.ok) throw new Error(opened.refusal.message.zh);
  return opened.value;
}

/** Lines as page, table, cut and texts. */
const told = ({ lines }: SourceDocument): string[] =>
  lines.map(
    ({ page, table, cut, cells, covered }) =>
      `${page} ${table ?? "-"}${cut ? ` ${cut}` : ""}: ${cells.map(({ text }) => text).join(" | ")}${covered ? ` (${covered.map(({ text }) => text).join()})` : ""}`,
  );

const long = "沿河巡查并清理淤泥，";
const rows = aGrid(`
  项目名称 | 总计 | 绩效目标
  河道巡查 | 12.00 | ${long.repeat(12)}
  绿化养护 | 3.50 | 成活率高`);
const paper = { width: 320, height: 160, margin: 20, size: 8, columns: [2, 1, 4], headRows: 1 };

describe("a row that the page cuts", () => {
  test("is told by a border that is not drawn, over any number of pages", async () => {
    const { lines } = await printed(["一", rows], { ...paper, closesCuts: false, pageNumbers: true, height: 125 });
    const cut = lines.filter((line) => line.cut);
    expect(cut[0]?.cut).toBe("below");
    expect(cut.slice(1, -1).every((line) => line.cut === "both")).toBe(true);
    expect(cut.at(-1)?.cut).toBe("above");
    expect(cut.map(({ page }) => page)).toEqual(cut.map((_, at) => at + 1));
    expect(cut.map(({ cells }) => cells.at(-1)?.text).join("")).toBe(long.repeat(12));
  });

  test("is not told where every page closes its table", async () => {
    const { lines } = await printed(["一", rows], { ...paper, closesCuts: true });
    expect(lines.filter(({ cut }) => cut)).toEqual([]);
    expect(new Set(lines.flatMap(({ table }) => table ?? []))).toEqual(new Set([0]));
  });

  test("is not told by a table that nobody ruled below", async () => {
    const { lines } = await printed([aGrid("甲 | 乙\n丙 | 丁")], { ...paper, columns: [1, 1], borders: "none" });
    expect(lines.filter(({ cut }) => cut)).toEqual([]);
  });
});

test("a merged cell that the page cuts comes back on the next page with the rest of its words", async () => {
  const table = aGrid(`
    项目 | 指标 | 目标
    ${"某河道巡查养护".repeat(6)} | 巡查次数 | 12次
    ^ | 巡查里程 | 30公里
    ^ | 及时率 | 100%
    绿化 | 成活率 | 95%`);
  const document = await printed(["一", table], { ...paper, columns: [1, 1, 1], height: 110 });
  const body = document.lines.slice(2).filter(({ cells }) => cells[0]?.text !== "项目");
  const names = body.flatMap(({ cells }) => cells.filter(({ index }) => index === 0));
  expect(names.map(({ text }) => text).join("")).toBe(`${"某河道巡查养护".repeat(6)}绿化`);
  expect(body.flatMap(({ cells }) => cells.filter(({ index }) => index === 1)).map(({ text }) => text)).toEqual([
    "巡查次数",
    "巡查里程",
    "及时率",
    "成活率",
  ]);
  expect(names.length).toBeGreaterThan(2);
});

test("two tables on a page have numbers of their own, and lines between them none", async () => {
  const other = aGrid("单位 | 人数\n某站 | 12");
  const document = await printed([rows, "说明：以下为另一表", other], { width: 320, height: 600, margin: 20, size: 8 });
  expect(told(document).map((line) => line.slice(0, 3))).toEqual(["1 0", "1 0", "1 0", "1 -", "1 1", "1 1"]);
});

describe("tables of two pages are one", () => {
  const above = ["项目支出绩效目标表", "部门名称：某局"];
  const tables = ({ lines }: SourceDocument) => new Set(lines.flatMap(({ table }) => table ?? [])).size;

  test("with page numbers between them", async () => {
    expect(tables(await printed([...above, rows], { ...paper, pageNumbers: true }))).toBe(1);
  });

  test("with the lines above the table and its head printed again", async () => {
    expect(tables(await printed([...above, rows], { ...paper, linesAgain: true }))).toBe(1);
  });

  test("but not where the department is another", async () => {
    const parts: SpecPart[] = [...above, rows, "page break", above[0]!, "部门名称：别局", rows];
    expect(tables(await printed(parts, { ...paper, height: 600 }))).toBe(2);
  });

  test("but not where the columns are others", async () => {
    const parts: SpecPart[] = [aGrid("甲 | 乙 | 丙\n一 | 二 | 三"), "page break", aGrid("甲 | 乙\n一 | 二")];
    expect(tables(await printed(parts, { width: 320, height: 160 }))).toBe(2);
  });
});
