import type { Span } from "../../../domain/place.ts";
import { trimSpan } from "../../cells.ts";
import type { FormCell, FormLine } from "./cut-lines.ts";
import { headCellOf } from "./form-title.ts";
import { type FormField, fieldOf, isGoalField, isLong, isMoneyField, isSection } from "./form-words.ts";

/** A label or a text of a form: a cell, or a part of one that prints `label：value` — 表单中的栏目名或内容. */
export interface Token {
  /** What it announces; `undefined` for a text. */
  readonly field: FormField | undefined;
  readonly text: string;
  readonly span: Span;
  /** The cell that it is, or is a part of. */
  readonly cell: FormCell;
  /** Where it goes on after a page break. */
  readonly rest?: readonly Span[];
  /** A text that stands in one cell with its label. */
  readonly bound: boolean;
}

/** The cells of a line as labels and texts — 一行中的栏目名与内容. */
export function tokensOf(line: FormLine): readonly Token[] {
  return line.cells.flatMap(partsOf).flatMap(tokensOfCell);
}

/** Wide blanks, and a blank before what names year or unit of money. */
const headBlank =
  /[ \u00a0\u3000]{2,}|\u3000|(?<=[)）])(?=[（(]?(?:金额)?单位[:：])|(?<=\S)[ \u00a0](?=[（(]?(?:金额)?单位\s?[:：]|(?:预算)?年度\s?[:：])/u;
const headBlanks = new RegExp(headBlank, "gu");

/** `（2024年度）    单位：万元` in one cell is two: what stands above a form is parted by blanks. */
function partsOf(cell: FormCell): readonly FormCell[] {
  if (cell.text.length > 120 || cell.rest || !headBlank.test(cell.text)) return [cell];
  const parts: FormCell[] = [];
  let from = 0;
  for (const gap of [...cell.text.matchAll(headBlanks), { index: cell.text.length, 0: "" }]) {
    const text = cell.text.slice(from, gap.index);
    const start = cell.span.start + from;
    if (text !== "") parts.push({ ...cell, text, span: { start, end: start + text.length } });
    from = gap.index + gap[0].length;
  }
  return parts.length > 1 && parts.every(({ text }) => headCellOf(text) || labelBefore(text, 0)) ? parts : [cell];
}

/** Further in a label ends than this, no colon is looked for. */
const longestLabel = 40;

function tokensOfCell(cell: FormCell): readonly Token[] {
  const whole = fieldOf(cell.text);
  const asOne: Token = { ...cell, field: whole, cell, bound: false };
  if (whole) return [asOne];
  const found = labelBefore(cell.text, 0) ?? labelOfAmount(cell.text);
  if (!found) return [asOne];
  if (cell.rest) return tokensOfCut(cell, found);
  const tokens: Token[] = [];
  let { field, start, end } = found;
  for (;;) {
    tokens.push(tokenOf(cell, { start, end }, field, false));
    const next = isLong(field) || isSection(field) ? undefined : nextLabel(cell.text, end);
    const rest = trimSpan(cell.text, { start: end, end: next?.start ?? cell.text.length });
    if (rest.end > rest.start) tokens.push(tokenOf(cell, rest, undefined, true));
    if (!next) return tokens;
    ({ field, start, end } = next);
  }
}

/** A cell that a page break cut is a label with one text, where its label stands before the break. */
function tokensOfCut(cell: FormCell, { field, end }: FoundLabel): readonly Token[] {
  const before = cell.span.end - cell.span.start;
  if (end >= before) return [{ ...cell, field: undefined, cell, bound: false }];
  const label = tokenOf(cell, { start: 0, end }, field, false);
  const text = tokenOf(cell, trimSpan(cell.text, { start: end, end: before }), undefined, true);
  return [label, { ...text, text: cell.text.slice(end).trim(), rest: cell.rest ?? [] }];
}

function tokenOf(cell: FormCell, part: Span, field: FormField | undefined, bound: boolean): Token {
  const { start } = cell.span;
  const span = { start: start + part.start, end: start + part.end };
  return { field, text: cell.text.slice(part.start, part.end), span, cell, bound };
}

interface FoundLabel {
  readonly field: FormField;
  readonly start: number;
  /** Behind its colon. */
  readonly end: number;
}

/** The label that ends with one of the first two colons behind `from`: 其中：财政拨款： is one. */
function labelBefore(text: string, from: number): FoundLabel | undefined {
  let colon = from - 1;
  for (let tried = 0; tried < 2; tried++) {
    colon = colonFrom(text, colon + 1, from + longestLabel);
    if (colon === -1) return undefined;
    const field = fieldOf(text.slice(from, colon));
    if (field && field !== "section") return { field, start: from, end: colon + 1 };
  }
  return undefined;
}

const blankAmount = /^(\D{2,30}?)\s{1,4}[¥￥]?\d[\d.,，]*\s?(?:万元|亿元|元)?$/u;

/** `其中：财政拨款 850.00`: a label of money and its amount, parted by a blank. */
function labelOfAmount(text: string): FoundLabel | undefined {
  const words = text.length < 60 ? blankAmount.exec(text)?.[1] : undefined;
  const field = words === undefined ? undefined : fieldOf(words);
  return isMoneyField(field) ? { field, start: 0, end: words!.length } : undefined; // a field was found for words
}

function colonFrom(text: string, from: number, limit: number): number {
  for (let at = from; at < Math.min(limit, text.length); at++) if (text[at] === "：" || text[at] === ":") return at;
  return -1;
}

const beforeLabel = /[\s；;，,。、（(]/u;
const leadingAmount = /^[¥￥]?[\d.,，]+\s?(?:万元|亿元|元|%|％)?/u;

/** The next label in a cell that holds several: `资金总额：10.00 其中：财政拨款：8.00`. Linear: each label is short. */
function nextLabel(text: string, from: number): FoundLabel | undefined {
  for (let colon = colonFrom(text, from, text.length); colon !== -1; colon = colonFrom(text, colon + 1, text.length)) {
    let start = colon;
    while (start > from && colon - start < longestLabel && !beforeLabel.test(text[start - 1]!)) start--;
    start += leadingAmount.exec(text.slice(start, colon))?.[0].length ?? 0;
    const words = text.slice(start, colon);
    const field = fieldOf(words) ?? (isParted(text, start) && isLabelShaped(words) ? "particular" : undefined);
    if (field && field !== "section" && !isGoalField(field)) return { field, start, end: colon + 1 };
  }
  return undefined;
}

/** Signatures are parted by wide blanks: 填表人：某某    填写时间：某日. */
function isParted(text: string, at: number): boolean {
  return /\s{2}$|\u3000$/u.test(text.slice(Math.max(0, at - 2), at));
}

/** A text `label：value` whose label we do not know — 未列入的“栏目：内容”. */
export function unknownPair(token: Token): { readonly label: Span; readonly value: Span } | undefined {
  const { text, span, rest } = token;
  if (rest) return undefined;
  const colon = colonFrom(text, 1, 21);
  if (colon === -1 || !isLabelShaped(text.slice(0, colon)) || /^\s*其中\s*$/u.test(text.slice(0, colon)))
    return undefined;
  const value = trimSpan(text, { start: colon + 1, end: text.length });
  if (value.end <= value.start) return undefined;
  return {
    label: { start: span.start, end: span.start + colon + 1 },
    value: { start: span.start + value.start, end: span.start + value.end },
  };
}

const sentence = /[。；;，,！？]/u;
const wordy = /[\u4e00-\u9fff]{2}/u;

/** Whether an unknown text looks like the name of a field — 像栏目名. */
export function isLabelShaped(text: string): boolean {
  const bare = text.replace(/\s+/gu, "");
  return bare.length <= 20 && wordy.test(bare) && !sentence.test(bare) && !/^(?:目标|指标|任务)\s?\d/u.test(bare);
}

const box = /[□☐☑☒■√✓✔]/u;

/** Whether a text holds boxes to tick: `新增☑`, `延续□` — 勾选项. */
export function hasBox(text: string): boolean {
  return box.test(text);
}
