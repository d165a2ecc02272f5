import * as xlsx from "@e965/xlsx";
import { Document, HeightRule, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, WidthType } from "docx";
import { zipSync } from "fflate";
import { fundingColumns } from "../../src/domain/funding.ts";
import { wanYuan } from "../../src/domain/money.ts";
import { type ExampleProject, type ExampleTable, printedName } from "../../src/example/example-table.ts";
import { tablesOfYear } from "../../src/example/make-district.ts";
import { layOut } from "../../src/example/sheet.ts";
import { placedCells, type SpecCell, type SpecPart, type SpecTable } from "./a-document.ts";
import { listedTable, type SpecColumn, type SpecProject, specColumn, specColumns } from "./listed-shape.ts";
import { printPdf } from "./print-pdf.ts";
import { htmlOf, rtfOf } from "./word-markup.ts";

/** A file of the invented district in some format, and the table that it prints — 各种格式的示例文件. */
export interface ExampleDocument {
  readonly name: string;
  readonly truth: ExampleTable;
  /** Whether its layout has a place for the values of the whole cycle. */
  readonly printsCycle: boolean;
  bytes(): Promise<Uint8Array>;
}

const year = 2026;
const packed = tablesOfYear(year, "D");

/** One department each: every format, the packed layout, one indicator per row, and one form per project. */
export const exampleDocuments: readonly ExampleDocument[] = [
  document("教育局", ".pdf", "packed", (parts) =>
    printPdf(parts, { columns: packedColumns, headRows: 1, pageNumbers: true }),
  ),
  document("卫生健康局", ".xlsx", "packed", async (parts) => workbookOf(parts, "xlsx")),
  document("民政局", ".docx", "packed", docxOf),
  document("农业农村局", ".pdf", "listed", (parts) =>
    printPdf(parts, { columns: listedColumns, headRows: 2, pageNumbers: true, closesCuts: true }),
  ),
  document("交通运输局", ".docx", "forms", docxOf),
  document("文化广电旅游体育局", ".xls", "listed", async (parts) => workbookOf(parts, "biff8")),
  document("工业和信息化局", ".html", "listed", async (parts) => new TextEncoder().encode(htmlOf(...parts))),
  document("生态环境局", ".rtf", "packed", async (parts) => rtfOf(parts)),
];

const packedColumns = [0.14, 0.07, 0.07, 0.06, 0.06, 0.2, 0.4];
const listedColumns = [0.1, 0.11, 0.07, 0.07, 0.06, 0.06, 0.17, 0.07, 0.08, 0.12, 0.09];

type Shape = "packed" | "listed" | "forms";

function document(
  short: string,
  ending: string,
  shape: Shape,
  write: (parts: readonly SpecPart[]) => Promise<Uint8Array>,
): ExampleDocument {
  const truth = packed.find((table) => table.short === short);
  if (!truth) throw new Error(`the district has no department ${short}`);
  const title = shape === "forms" ? "项目支出绩效目标申报表" : "项目支出绩效目标表";
  return {
    name: `${year}-${short}-${title}${ending}`,
    truth,
    printsCycle: shape === "packed",
    bytes: () => write(partsOf(truth, shape)),
  };
}

function partsOf(table: ExampleTable, shape: Shape): readonly SpecPart[] {
  if (shape === "forms")
    return table.units.flatMap((unit) => unit.projects.flatMap((one) => formOf(table, unit.name, one)));
  const above = [`${year}年度项目支出绩效目标表`, `部门名称：${table.department}`, "单位：万元"];
  return [...above, shape === "packed" ? packedTable(table) : listed(table)];
}

function packedTable(table: ExampleTable): SpecTable {
  const rows = layOut(table).flatMap((line) => (line.kind === "row" ? [line] : []));
  return { rows: rows.filter(({ role }, at) => role !== "header" || at === 0).map(({ cells }) => cells) };
}

const moneyOf = (project: Pick<ExampleProject, "funding">): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fundingColumns.map((column) => {
      const amount = project.funding[column];
      return [column, amount.kind === "read" ? wanYuan(amount.fen) : ""];
    }),
  );

const money = (head: string, column: string): SpecColumn => ({
  heads: ["年度预算", head],
  owner: "project",
  prints: (project) => project.money?.[column] ?? "",
});

/** Unit rows are a column here, and sums stand above the projects. */
function listed(table: ExampleTable): SpecTable {
  const columns = [
    specColumns.unit,
    specColumns.project,
    money("总计", "total"),
    money("财政拨款", "appropriation"),
    money("财政专户拨款", "specialAccount"),
    money("其他资金", "other"),
    specColumns.goal,
    ...["level1", "level2"].map(
      (key, at): SpecColumn => ({
        ...specColumn(key, "绩效指标", ["一级指标", "二级指标"][at]!),
        owner: "level",
      }),
    ),
    specColumn("name", "绩效指标", "三级指标"),
    specColumn("annual", "绩效指标", "指标值"),
  ];
  const projects = table.units.flatMap((unit) =>
    unit.projects.map(
      (project): SpecProject => ({
        unit: unit.name,
        name: printedName(project),
        money: moneyOf(project),
        goal: project.goal,
        indicators: project.indicators.map((one) => ({
          level1: one.level1?.name ?? "",
          level2: one.level2?.name ?? "",
          name: one.name,
          annual: one.annual ?? "",
        })),
      }),
    ),
  );
  const total: SpecProject = { unit: "合计", name: "", money: moneyOf({ funding: table.total }), indicators: [] };
  return listedTable(columns, projects, "merged", [total]);
}

/** 项目支出绩效目标申报表, a page for each project. */
function formOf(table: ExampleTable, unit: string, project: ExampleProject): readonly SpecPart[] {
  const { total = "", appropriation = "", specialAccount = "", other = "" } = moneyOf(project);
  const { indicators } = project;
  const wide = (text: string, columns: number): SpecCell => ({ text, columns });
  const list = indicators.map((one, at): SpecCell[] => {
    const before = indicators[at - 1];
    const fresh = before?.level1?.name !== one.level1?.name;
    const reach = (same: (other: typeof one) => boolean): number => {
      let end = at;
      while (end < indicators.length && same(indicators[end]!)) end++;
      return end - at;
    };
    const level1 = reach((other) => other.level1?.name === one.level1?.name);
    const level2 = reach((other) => other.level1?.name === one.level1?.name && other.level2?.name === one.level2?.name);
    return [
      ...(fresh ? [{ text: one.level1?.name ?? "", rows: level1 }] : []),
      ...(fresh || before?.level2?.name !== one.level2?.name ? [{ text: one.level2?.name ?? "", rows: level2 }] : []),
      wide(one.name, 2),
      one.annual ?? "",
    ];
  });
  return [
    "项目支出绩效目标申报表",
    `（${year}年度）`,
    {
      rows: [
        ["项目名称", wide(printedName(project), 5)],
        ["主管部门", wide(table.department, 2), "实施单位", wide(unit, 2)],
        [{ text: "项目资金（万元）", rows: 4 }, wide("年度资金总额", 2), wide(total, 3)],
        [wide("其中：财政拨款", 2), wide(appropriation, 3)],
        [wide("财政专户拨款", 2), wide(specialAccount, 3)],
        [wide("其他资金", 2), wide(other, 3)],
        ["年度总体目标", wide(project.goal, 5)],
        [{ text: "绩效指标", rows: list.length + 1 }, "一级指标", "二级指标", wide("三级指标", 2), "指标值"],
        ...list,
      ],
    },
    "page break",
  ];
}

const figure = /^-?[\d,]+\.\d\d$/u;

/** A workbook of one sheet, amounts as numbers with their format. */
function workbookOf(parts: readonly SpecPart[], bookType: "xlsx" | "biff8"): Uint8Array {
  const rows: (string | number)[][] = [];
  const merges: xlsx.Range[] = [];
  const formatted: { readonly r: number; readonly c: number }[] = [];
  for (const part of parts) {
    if (typeof part === "string") {
      rows.push([part]);
      continue;
    }
    const from = rows.length;
    const { cells, width } = placedCells(part);
    for (const _ of part.rows) rows.push(Array.from({ length: width }, () => ""));
    for (const { text, row, column, rows: down, columns } of cells) {
      const r = from + row;
      rows[r]![column] = figure.test(text) ? Number(text.replaceAll(",", "")) : text;
      if (figure.test(text)) formatted.push({ r, c: column });
      if (down * columns > 1) merges.push({ s: { r, c: column }, e: { r: r + down - 1, c: column + columns - 1 } });
    }
  }
  const sheet = xlsx.utils.aoa_to_sheet(rows);
  sheet["!merges"] = merges;
  for (const place of formatted) sheet[xlsx.utils.encode_cell(place)].z = "#,##0.00";
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, "绩效目标表");
  return new Uint8Array(xlsx.write(book, { bookType, type: "buffer", compression: true }));
}

/** A Word document across the page. */
async function docxOf(parts: readonly SpecPart[]): Promise<Uint8Array> {
  const children = parts.map((part) => {
    if (part === "page break") return new Paragraph({ pageBreakBefore: true, text: "" });
    if (typeof part === "string") return new Paragraph(part);
    const { cells } = placedCells(part);
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: part.rows.map(
        (_, row) =>
          new TableRow({
            cantSplit: false,
            height: { value: 300, rule: HeightRule.ATLEAST },
            children: cells
              .filter((cell) => cell.row === row)
              .map(
                ({ text, rows, columns }) =>
                  new TableCell({ rowSpan: rows, columnSpan: columns, children: [new Paragraph(text)] }),
              ),
          }),
      ),
    });
  });
  const page = { size: { orientation: PageOrientation.LANDSCAPE } };
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ properties: { page }, children }] })));
}

/** All of them in one archive — 打包的示例文件. */
export function archiveOf(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
}
