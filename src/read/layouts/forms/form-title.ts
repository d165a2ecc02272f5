import type { AmountUnit } from "../../../domain/money.ts";
import type { Span } from "../../../domain/place.ts";
import type { Cell, Line } from "../../cells.ts";

const title =
  /(?:绩效[^。；;]{0,30}表|指标体系[^。；;]{0,6}|监控[^。；;]{0,6}表|自评[^。；;]{0,6}表)(?:[（(][^（）()]{0,24}[）)]){0,2}$/u;
const year = /^(?:(?:预算|评价)?年度[:：])?[（(]?\s?(?:20\d\d|20[×xX_]{2}|\s{0,8})\s?年?\s?(?:度|年度)?\s?[）)]?$/u;
const annex = /^附\s?(?:件|表|录)\s?[\d一二三四五六七八九十]{0,3}(?:[-－—.]\d{1,3}){0,3}\s?[:：]?$/u;
const amountUnit = /^[（(]?(?:金额)?单位\s?[:：]\s*(?:人民币)?\s?(万元|元|亿元)[)）]?$/u;

/** What a line above a form's first field says — 表单抬头的一格. */
export type HeadCell = "title" | "year" | "annex" | "amountUnit";

/** What a cell above the first field says, if it is none of a label and its value. */
export function headCellOf(text: string): HeadCell | undefined {
  if (text.length > 80) return undefined;
  const bare = text.replace(/\s+/gu, "");
  if (annex.test(bare)) return "annex";
  if (amountUnit.test(text)) return "amountUnit";
  if (bare !== "" && year.test(bare) && /\d|^[（(]?年/u.test(bare)) return "year";
  return title.test(bare) ? "title" : undefined;
}

/** Whether a line prints the title of a form — 表单标题行. */
export function isTitleLine(line: Line): boolean {
  return line.cells.length <= 3 && line.cells.some(({ text }) => headCellOf(text) === "title");
}

/** The unit of money that a cell above the form prints: 单位：万元. */
export function headUnitOf(
  cell: Pick<Cell, "text" | "span">,
): { readonly label: Span; readonly value: Span; readonly unit: AmountUnit } | undefined {
  const unit = amountUnit.exec(cell.text)?.[1];
  if (!unit) return undefined;
  const at = cell.span.start + cell.text.lastIndexOf(unit);
  return {
    label: { start: cell.span.start, end: at },
    value: { start: at, end: at + unit.length },
    unit: unit as AmountUnit, // the pattern names no other
  };
}
