import { type Funding, fundingColumns } from "../../src/domain/funding.ts";
import { wanYuan } from "../../src/domain/money.ts";
import type { Span } from "../../src/domain/place.ts";
import type { Reading } from "../../src/domain/reading.ts";
import type { SpecPart } from "./a-document.ts";

/** A reading of packed tables as parts of a document, to be printed in another format — 重新排版. */
export function partsOf(reading: Reading): SpecPart[] {
  return reading.tables.flatMap((table, t): SpecPart[] => {
    if (table.kind !== "targets") return [];
    const hasMoney = table.declarations.some(({ funding }) => funding !== undefined);
    const head = hasMoney
      ? ["项目名称（资金使用单位）", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标"]
      : ["主管部门", "预算单位", "项目名称", "绩效目标", "绩效指标"];
    const rows: string[][] = [head];
    if (table.total) rows.push(["合计", ...amounts(table.total), "", ""]);
    let unit: string | undefined;
    table.declarations.forEach((declaration, d) => {
      const path = `tables/${t}/declarations/${d}`;
      const { project, funding, department = "" } = declaration;
      const subtotal = table.units.find(({ name }) => name === declaration.unit);
      if (hasMoney && declaration.unit !== unit && subtotal)
        rows.push([subtotal.name, ...amounts(subtotal.funding), "", ""]);
      unit = declaration.unit;
      const words = [wordsAt(reading, `${path}/goal`), listAt(reading, path)];
      rows.push(
        hasMoney && funding
          ? [project.name, ...amounts(funding), ...words]
          : [department, declaration.unit ?? "", project.name, ...words],
      );
    });
    const above = [table.title, table.department && `部门名称：${table.department}　单位：${table.amountUnit}`];
    return [...above.filter((line) => line !== undefined), { rows }];
  });
}

function amounts(funding: Funding): string[] {
  return fundingColumns.map((column) => {
    const amount = funding[column];
    return amount.kind === "read" ? wanYuan(amount.fen) : amount.kind === "unreadable" ? amount.text : "";
  });
}

function wordsOf(reading: Reading, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => reading.text.slice(start, end)).join("");
}

function wordsAt(reading: Reading, path: string): string {
  return wordsOf(reading, reading.places[path]?.spans ?? []);
}

/** The cell of the indicators: what the row prints and is filed under no other field. */
function listAt(reading: Reading, path: string): string {
  const fields = ["project/name", "goal", "department", "unit"];
  const others = fields.flatMap((field) => reading.places[`${path}/${field}`]?.spans ?? []);
  const spans = reading.places[path]?.spans ?? [];
  return wordsOf(
    reading,
    spans.filter(({ start, end }) => !others.some((other) => other.start <= start && end <= other.end)),
  );
}

/** What a reading declares, without blanks, to compare — 读出的内容. */
export function declaredIn(reading: Reading) {
  return reading.tables.flatMap((table) =>
    table.kind !== "targets"
      ? []
      : [
          {
            total: bare(table.total),
            units: table.units.map(bare),
            declarations: table.declarations.map(({ unit, project, funding, goal, indicators }) => ({
              unit: bare(unit),
              name: bare(project.name),
              funding: bare(funding),
              goal: bare(goal),
              indicators: indicators.map(bare),
            })),
          },
        ],
  );
}

function bare(value: unknown): string {
  return JSON.stringify(value ?? null).replace(/\s+/gu, "");
}
