import type { AmountUnit } from "../../domain/money.ts";
import type { Span } from "../../domain/place.ts";
import type { Cell, Line } from "../cells.ts";
import type { ReadingRecord } from "../record/record.ts";

/** What stands above the head of a table — 表头以上: title, department, unit of the amounts. */
export interface Preamble {
  readonly title: string | undefined;
  readonly department: string | undefined;
  readonly amountUnit: AmountUnit | undefined;
  /** Texts that may print the budget year. */
  readonly heads: readonly string[];
  /** Where its cells stand. */
  readonly spans: readonly Span[];
  /** Whether a line says what a line of this preamble says. */
  prints(line: Line): boolean;
  /** Files what was found under the table's path. */
  file(path: string): void;
}

const departmentLabel =
  /^(?:部门名称|主管部门(?:名称|及代码)?|预算部门(?:名称)?|部门|部门[（(]单位[)）](?:名称)?|填报部门|填报单位|编制部门|编制单位|公开部门|公开单位|申报部门|申报单位|单位名称)(?:[（(](?:公章|盖章)[)）])?\s?[:：]\s*/u;
const unitWords = "(?:金额|货币|计量)?单\\s?位\\s?[:：]\\s*(?:人民币)?\\s?(万\\s?元|元|亿\\s?元)";
const amountUnitLabel = new RegExp(`^[（(]?${unitWords}[)）]?$`, "u");
/** 项目支出绩效目标表（单位：元）. */
const unitBehind = new RegExp(`[（(]${unitWords}[)）]$`, "u");
/** Above a head, words that are no title elsewhere are one. */
const looseTitle = /绩效.{0,24}(?:表|公开|公示|汇总|清单|情况|目标)$/u;
const yearLabel = /^(?:预算)?年度\s?[:：]\s*/u;
const tableTitle = /绩效.{0,20}表(?:（[^）]{0,20}）|\([^)]{0,20}\))?$/u;
const preambleCell = new RegExp(
  [departmentLabel, amountUnitLabel, yearLabel, tableTitle].map((one) => one.source).join("|"),
  "u",
);
const nextLabel = /(?<=\S)\s{1,40}(?=[（(]?(?:金额)?单位\s?[:：]|部门名称\s?[:：]|(?:预算)?年度\s?[:：])/u;
const furniture =
  /^(?:第\s?\d{1,5}\s?页(?:[，,\s]*共\s?\d{1,5}\s?页)?|[-—－–\s]*\d{1,5}[-—－–\s]*|\d{1,5}\s?\/\s?\d{1,5}|续表|（?接上页）?)$/u;

/** Page numbers and the like — 页码等. */
export function isPageFurniture(text: string): boolean {
  return text.length < 30 && furniture.test(text);
}

/** Whether a line stands above a table: its title, department, unit of money or year — 是否表头以上的行. */
export function isPreambleLine(line: Line): boolean {
  return line.cells.flatMap(partsOf).every(({ text }) => text.length < 80 && preambleCell.test(text));
}

/** `部门名称：某局    单位：万元` in one cell is two. */
function partsOf(cell: Cell): readonly Cell[] {
  const found = cell.text.length < 200 ? nextLabel.exec(cell.text) : null;
  if (!found) return [cell];
  const { start } = cell.span;
  const text = cell.text.slice(0, found.index);
  const restAt = found.index + found[0].length;
  const rest = { ...cell, text: cell.text.slice(restAt), span: { start: start + restAt, end: cell.span.end } };
  return [{ ...cell, text, span: { start, end: start + text.length } }, ...partsOf(rest)];
}

interface PrintedUnit {
  readonly label: Span;
  readonly value: Span;
  /** The bracket behind it. */
  readonly close: Span;
  readonly unit: AmountUnit;
}

/** The unit of the amounts, alone in a cell or in brackets behind a title. */
function unitIn({ text, span }: Cell): PrintedUnit | undefined {
  const found = amountUnitLabel.exec(text) ?? unitBehind.exec(text);
  if (!found) return undefined;
  const at = span.start + text.lastIndexOf(found[1]!);
  const value = { start: at, end: at + found[1]!.length };
  return {
    label: { start: span.start + found.index, end: at },
    value,
    close: { start: value.end, end: span.end },
    unit: found[1]!.replace(/\s/u, "") as AmountUnit, // the pattern names no other
  };
}

/** A cell up to an offset of the source. */
function before(cell: Cell, end: number): Cell {
  const text = cell.text.slice(0, end - cell.span.start).trimEnd();
  return { ...cell, text, span: { start: cell.span.start, end: cell.span.start + text.length } };
}

/** Sorts the lines above a head; what is none of this stays for the list of what was not placed. */
export function readPreamble(record: ReadingRecord, lines: readonly Line[]): Preamble {
  let title: Cell | undefined;
  let department: { label: Span; value: Span } | undefined;
  let amountUnit: PrintedUnit | undefined;
  const heads: string[] = [];
  const others: Cell[] = [];
  for (const whole of lines.flatMap((line) => line.cells.flatMap(partsOf))) {
    const unit = amountUnit ? undefined : unitIn(whole);
    amountUnit ??= unit;
    const cell = unit ? before(whole, unit.label.start) : whole;
    if (cell.text === "") continue;
    const label = departmentLabel.exec(cell.text);
    if (label && label[0].length < cell.text.length && !department) {
      const at = cell.span.start + label[0].length;
      department = { label: { start: cell.span.start, end: at }, value: { start: at, end: cell.span.end } };
    } else if (!title && (tableTitle.test(cell.text) || looseTitle.test(cell.text))) {
      title = cell;
      heads.push(cell.text);
    } else {
      if (yearLabel.test(cell.text)) heads.push(cell.text);
      others.push(cell);
    }
  }
  for (const cell of others) if (isPageFurniture(cell.text)) record.ledger.decorate(cell.span, "page-furniture");
  const texts = new Set(lines.map(textOfLine));
  return {
    title: title?.text,
    department: department && record.text.slice(department.value.start, department.value.end),
    amountUnit: amountUnit?.unit,
    heads,
    spans: lines.flatMap(({ cells }) => cells.map(({ span }) => span)),
    prints: (line) => texts.has(textOfLine(line)),
    file(path) {
      if (title) record.place(`${path}/title`, [title.span]);
      if (department) {
        record.ledger.decorate(department.label, "label");
        record.place(`${path}/department`, [department.value]);
      }
      if (amountUnit) {
        for (const span of [amountUnit.label, amountUnit.close]) record.ledger.decorate(span, "label");
        record.place(`${path}/amountUnit`, [amountUnit.value]);
      }
      for (const cell of others) if (yearLabel.test(cell.text)) record.place(`${path}/year`, [cell.span]);
    },
  };
}

function textOfLine(line: Line): string {
  return line.cells.map((cell) => cell.text.replace(/\s+/gu, "")).join("\t");
}
