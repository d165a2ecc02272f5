import { describe, expect, test } from "vitest";
import { openWriter } from "../../document-writer.ts";
import { readDocument } from "../../read-document.ts";

/** A scanned table with a unit's subtotal; each amount may have been read in several ways, the likeliest first. */
function scannedTable(amounts: readonly (readonly string[])[], subtotal: string | readonly string[]) {
  const writer = openWriter();
  writer.view({ kind: "page", number: 1, width: 842, height: 595, scanned: true });
  writer.table();
  const heads = ["项目名称（资金使用单位）", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标"];
  const sums = typeof subtotal === "string" ? [subtotal] : subtotal;
  const row = (row: number, cells: readonly (string | readonly string[])[]): void => {
    writer.row({
      row,
      width: heads.length,
      cells: cells.map((cell, index) =>
        typeof cell === "string"
          ? { content: cell, index }
          : { content: cell[0] ?? "", index, ...(cell.length > 1 ? { readings: cell } : {}) },
      ),
    });
  };
  row(0, heads);
  row(1, ["合计", sums, sums.slice(0, 1), "", "", "", ""]);
  row(2, ["星河区文化馆", sums.slice(0, 1), sums.slice(0, 1), "", "", "", ""]);
  const list = "1、1-产出指标；11-数量指标；演出场次；实施周期指标值：12场；年度指标值：12场。";
  amounts.forEach((readings, at) => {
    row(3 + at, [`惠民演出经费${at + 1}`, readings, readings, "", "", "举办惠民演出，丰富群众文化生活。", list]);
  });
  return readDocument(
    writer.finish({ name: "扫描件.pdf", sha256: "0".repeat(64), bytes: 1, kind: "pdf", encoding: "" }),
  );
}

const totals = (reading: ReturnType<typeof scannedTable>) =>
  reading.tables[0]?.declarations.map(({ funding }) =>
    funding?.total.kind === "read" ? funding.total.fen : undefined,
  );

describe("figures that were recognised in several ways", () => {
  test("the printed subtotal chooses among the readings", () => {
    const reading = scannedTable([["300.00", "500.00"], ["45.00"]], "545.00");
    expect(totals(reading)).toEqual([500_00_0000, 45_00_0000]);
    expect(reading.competing.map(({ subject, because }) => [subject, because])).toEqual([
      ["tables/0/declarations/0/funding/total", "sum"],
      ["tables/0/declarations/0/funding/appropriation", "sum"],
    ]);
    expect(reading.competing[0]?.options.map(({ text, taken }) => [text, taken])).toEqual([
      ["300.00", false],
      ["500.00", true],
    ]);
  });

  test("two rows are settled together", () => {
    const reading = scannedTable([["300.00", "500.00"], ["46.00", "45.00"], ["10.00"]], "555.00");
    expect(totals(reading)).toEqual([500_00_0000, 45_00_0000, 10_00_0000]);
  });

  test("where no sum tells, the likeliest stays and the others are kept", () => {
    const reading = scannedTable([["300.00", "500.00"], ["45.00"]], "999.00");
    expect(totals(reading)).toEqual([300_00_0000, 45_00_0000]);
    expect(reading.competing[0]?.options.map(({ text, taken }) => [text, taken])).toEqual([
      ["300.00", true],
      ["500.00", false],
    ]);
  });

  test("a sum that was read in several ways agrees with its own row, and keeps the others", () => {
    const reading = scannedTable([["500.00"], ["45.00"]], ["545.00", "345.00"]);
    expect(reading.competing).toMatchObject([{ subject: "tables/0/total/total", because: "same-row" }]);
    expect(reading.sums.every(({ difference }) => difference === 0)).toBe(true);
  });

  test("a figure that was read in one way competes with nothing", () => {
    expect(scannedTable([["500.00"], ["45.00"]], "545.00").competing).toEqual([]);
  });
});
