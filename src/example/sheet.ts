import { type Funding, fundingColumns } from "../domain/funding.ts";
import { wanYuan } from "../domain/money.ts";
import { type ExampleTable, printedName } from "./example-table.ts";
import { layouts } from "./layouts/all-layouts.ts";

/** One line of a table before it is text — 版面行. Defects of printing are made on sheets, not on finished text. */
export type SheetLine =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "page-break" }
  | {
      readonly kind: "row";
      readonly role: "header" | "total" | "unit" | "project" | "stray";
      /** The name that its row carries; for a project without its code. */
      readonly name: string;
      readonly cells: readonly string[];
    };

/** A table laid out on pages — 版面. */
export type Sheet = readonly SheetLine[];

/** Characters that fit on a page before the next row goes to a new one. */
const pageCharacters = 1600;

function amountCells(funding: Funding): readonly string[] {
  return fundingColumns.map((column) => {
    const amount = funding[column];
    if (amount.kind === "read") return wanYuan(amount.fen);
    return amount.kind === "unreadable" ? amount.text : "";
  });
}

function rowsOf(table: ExampleTable): readonly SheetLine[] {
  const layout = layouts[table.layout];
  const rows: SheetLine[] = [];
  if (layout.hasMoney) {
    rows.push({ kind: "row", role: "total", name: "合计", cells: ["合计", ...amountCells(table.total), "", ""] });
  }
  for (const unit of table.units) {
    if (layout.hasMoney) {
      const cells = [unit.name, ...amountCells(unit.subtotal), "", ""];
      rows.push({ kind: "row", role: "unit", name: unit.name, cells });
    }
    for (const project of unit.projects) {
      const words = [project.goal, layout.indicators(project.indicators)];
      const before = layout.hasMoney
        ? [printedName(project), ...amountCells(project.funding)]
        : [table.department, unit.name, printedName(project)];
      rows.push({
        kind: "row",
        role: "project",
        name: project.title || printedName(project),
        cells: [...before, ...words],
      });
    }
  }
  return rows;
}

/** Lays a table out: head, column heads, rows, a break where a page is full, footnotes — 排版. */
export function layOut(table: ExampleTable): Sheet {
  const layout = layouts[table.layout];
  const header: SheetLine = { kind: "row", role: "header", name: "", cells: layout.columns };
  const lines: SheetLine[] = layout.head(table).map((text) => ({ kind: "text", text }));
  lines.push(header);
  let onPage = 0;
  for (const row of rowsOf(table)) {
    const length = row.kind === "row" ? row.cells.join("").length : 0;
    if (onPage > 0 && onPage + length > pageCharacters) {
      lines.push({ kind: "page-break" });
      if (layout.repeatsHeader) lines.push(header);
      onPage = 0;
    }
    lines.push(row);
    onPage += length;
  }
  for (const note of table.footnotes) lines.push({ kind: "page-break" }, { kind: "text", text: note });
  return lines;
}

/** A sheet as text: cells parted by tabs, an empty line where a page ends — 文本. */
export function sheetText(sheet: Sheet): string {
  const lines = sheet.map((line) => {
    if (line.kind === "page-break") return "";
    return line.kind === "text" ? line.text : line.cells.join("\t");
  });
  return `${lines.join("\n")}\n`;
}
