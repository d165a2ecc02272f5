import type { Span } from "../../../domain/place.ts";
import type { Line } from "../../cells.ts";
import { looksLikeAmount } from "../../sums/printed-amount.ts";
import { spansOfCell } from "./cut-lines.ts";
import { decorate, type FieldDraft } from "./form-draft.ts";
import { hasBox, isLabelShaped, type Token, unknownPair } from "./form-tokens.ts";
import { type FormField, fieldOf, isLong, isMoneyField, isSection, moneyFieldOf, shortFieldOf } from "./form-words.ts";
import { openBlocks, periodOf } from "./money-blocks.ts";
import { addField, addText, type OpenForm, openSection } from "./open-form.ts";
import { addBelow, addLabels, isValueBelow } from "./values-below.ts";

/** Sorts a line of labels and values — 读“栏目：内容”行. */
export function addFieldLine(form: OpenForm, line: Line, printed: readonly Token[], next: Line | undefined): void {
  const tokens = valuesAmongLabels(printed);
  const first = tokens.findIndex(({ field }) => field !== undefined);
  const orphans = first === -1 ? tokens : tokens.slice(0, first);
  const isBelow = first === -1 && form.above.length > 0 && form.last?.table === line.table;
  if (isBelow && addBelow(form, line, tokens)) return;
  form.above = [];
  if (orphans.length > 0) addOrphans(form, line, orphans);
  if (first === -1) return;
  const labelled = tokens.slice(first);
  openBlocks(form, labelled);
  if (labelled.every(({ field }) => field !== undefined) && (labelled.length > 1 || isValueBelow(form, line, next))) {
    addLabels(form, line, labelled, next);
    return;
  }
  const seen = new Map<FormField, number>();
  for (let at = 0; at < labelled.length; ) {
    const label = labelled[at++]!;
    const run: Token[] = [];
    while (at < labelled.length && labelled[at]!.field === undefined) run.push(labelled[at++]!);
    addLabelled(form, line, label, run, seen);
  }
}

const kindsOf = /类|性质|来源|支出|属性|方式/u;

/** 项目类别 | 项目支出: a word that is a label elsewhere is the value here, where nothing stands beside it. */
function valuesAmongLabels(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, at) => {
    const before = tokens[at - 1];
    const isValue =
      (before?.field === "particular" || (before?.field === "moneySection" && (before.cell.rows ?? 1) === 1)) &&
      kindsOf.test(before.text) &&
      !token.bound &&
      (isMoneyField(token.field) || token.field === "particular") &&
      token.cell !== before.cell &&
      (tokens[at + 1]?.field !== undefined) === at + 1 < tokens.length;
    return isValue ? { ...token, field: undefined } : token;
  });
}

function addLabelled(
  form: OpenForm,
  line: Line,
  label: Token,
  run: readonly Token[],
  seen: Map<FormField, number>,
): void {
  if (isSection(label.field)) {
    openSection(form, label);
    addUnderSection(form, line, label, run);
    return;
  }
  if (isOverMoney(label, run)) {
    openSection(form, { ...label, field: "moneySection" });
    addPairs(form, line, run);
    return;
  }
  const { value, rest } = valuesBehind(label, run);
  addField(form, label, line, value.flatMap(spansOfCell), { period: periodOf(form, label, seen) });
  if (rest.length > 0) addPairs(form, line, rest);
}

/** What stands beside a label that spans others: its one amount, labels that we do not know, or one text. */
function addUnderSection(form: OpenForm, line: Line, label: Token, run: readonly Token[]): void {
  const [only, ...more] = run;
  if (!only) return;
  if (more.length > 0) addPairs(form, line, run);
  else if (label.field === "moneySection" && printsAmount(only.text)) addValue(form, line, label, only, "total");
  else if (!addUnknownPair(form, line, only)) addValue(form, line, label, only, undefined);
}

/** 年度预算 merged over rows of labels and amounts is no amount itself. */
function isOverMoney({ field, cell }: Token, [first]: readonly Token[]): boolean {
  if (!isMoneyField(field) || (cell.rows ?? 1) === 1 || !first || first.bound) return false;
  return !/\d/u.test(first.text) && isLabelShaped(first.text);
}

/** An amount, its unit behind it or not. */
function printsAmount(text: string): boolean {
  return looksLikeAmount(text.replace(/\s?(?:万元|亿元|元)$/u, ""));
}

/** A field whose label is decoration already. */
function addValue(form: OpenForm, line: Line, label: Token, text: Token, field: FormField | undefined): void {
  form.draft.decorations.length -= spansOfCell(label).length;
  addField(form, label, line, spansOfCell(text), { field });
}

const between = /^(?:到|至|[-—－–~～])$/u;

/** The texts behind a label that are its value; the rest belongs to labels that we do not know. */
function valuesBehind(
  label: Token,
  run: readonly Token[],
): { readonly value: readonly Token[]; readonly rest: readonly Token[] } {
  const [first, second] = run;
  if (!first || run.length === 1 || isLong(label.field!)) return { value: run, rest: [] }; // the caller's label has one
  if (run.some(({ text }) => between.test(text)) || run.some(({ text }) => hasBox(text)))
    return { value: run, rest: [] };
  if (isMoneyField(label.field) && /^(?:万元|亿元|元)$/u.test(second!.text))
    return { value: run.slice(0, 2), rest: run.slice(2) };
  if (first.bound) return { value: [first], rest: run.slice(1) };
  const beside = label.cell.index + (label.cell.columns ?? 1);
  const isBlank = run.length % 2 === 0 && first.cell.index > beside && isLabelShaped(first.text);
  return isBlank ? { value: [], rest: run } : { value: [first], rest: run.slice(1) };
}

/** 收入预算（万元） | 支出预算（万元）: words over the labels of money. */
const overMoney = /^(?:收入|支出|资金)[^\d：:]{0,8}(?:[（(](?:万元|元)[)）])?$/u;

/** Texts that alternate as labels and values do; what does not is left and noted. */
function addPairs(form: OpenForm, line: Line, texts: readonly Token[]): void {
  if (form.section?.field === "moneySection" && texts.length > 1 && texts.every(({ text }) => overMoney.test(text))) {
    for (const text of texts) decorate(form.draft, spansOfCell(text), "label");
    return;
  }
  for (let at = 0; at < texts.length; ) {
    const label = texts[at]!;
    const value = texts[at + 1];
    if (addUnknownPair(form, line, label) || addPoints(form, line, label)) at++;
    else if (value && isLabelShaped(label.text) && !unknownPair(value)) {
      const field = moneyUnder(form, label, value) ?? shortFieldOf(label.text);
      addField(form, label, line, spansOfCell(value), { field });
      at += 2;
    } else {
      noteUnknown(form, label.span, label.text);
      at++;
    }
  }
}

/** Short words under 项目资金 are sources of money: 其他 | 120. */
function moneyUnder(form: OpenForm, label: Token, value: Token): FormField | undefined {
  if (form.section?.field !== "moneySection" || !printsAmount(value.text)) return undefined;
  return moneyFieldOf(label.text);
}

const isUnitOfMoney = /^(?:人民币)?(?:万|亿)?元$/u;

/** `栏目：内容` in one cell. */
function addUnknownPair(form: OpenForm, line: Line, token: Token): boolean {
  const pair = unknownPair(token);
  if (!pair) return false;
  const text = token.text.slice(0, pair.label.end - pair.label.start);
  const value = [pair.value];
  const words = { ...token, text: token.text.slice(token.text.length - (pair.value.end - pair.value.start)) };
  const field =
    moneyUnder(form, { ...token, text }, words) ?? (isUnitOfMoney.test(words.text) ? undefined : shortFieldOf(text));
  addField(form, { ...token, text, span: pair.label }, line, value, { field });
  return true;
}

/** 执行率分值（10）: a label with its points in brackets. */
function addPoints(form: OpenForm, line: Line, token: Token): boolean {
  const found = /^(.*分值\s*[（(]\s*)(\d{1,3})\s*分?\s*[)）]$/su.exec(token.text);
  if (!found || token.rest || token.text.length > 24) return false;
  const [, words = "", points = ""] = found;
  const start = token.span.start + words.length;
  const end = start + points.length;
  const text = words.replace(/\s*[（(]\s*$/u, "");
  addField(form, { ...token, text, span: { start: token.span.start, end: start } }, line, [{ start, end }]);
  decorate(form.draft, [{ start: end, end: token.span.end }], "label");
  return true;
}

/** Texts at the start of a line without a label of their own: under a merged label, after a page break, or unknown. */
function addOrphans(form: OpenForm, line: Line, texts: readonly Token[]): void {
  const [only, ...more] = spansLabels(form, line, texts) ? texts.slice(1) : texts;
  if (!only) return;
  const over = line.covered?.findLast(({ index, text }) => index < only.cell.index && fieldOf(text) !== undefined);
  const field = over && form.ofCell.get(over);
  if (field && !isSection(field.field) && (more.length === 0 || (field.field && isLong(field.field)))) {
    addText(form, field, [only, ...more].flatMap(spansOfCell), line);
    return;
  }
  const section = line.covered?.find((cell) => cell === form.section?.cell);
  if (more.length === 0 && section && form.section?.field === "section" && !unknownPair(only)) {
    addField(form, { ...only, text: section.text, span: emptySpan }, line, spansOfCell(only), {
      field: undefined,
    });
    return;
  }
  if (more.length === 1 && !over && /^(?:绩效|年度)?目标\s?[\d一二三四五六七八九十]{1,2}[:：]?$/u.test(only.text)) {
    addField(form, only, line, more.flatMap(spansOfCell), { field: "goal" });
    return;
  }
  if (more.length === 0 && !over && goesOn(form, line, only)) {
    addText(form, form.last!.field, spansOfCell(only), line);
    return;
  }
  addPairs(form, line, [only, ...more]);
}

/** A label printed once over several rows is decoration once. */
const emptySpan: Span = { start: 0, end: 0 };

/** Whether the first text is a label that we do not know and that spans the labels beside it. */
function spansLabels(form: OpenForm, line: Line, [first, ...more]: readonly Token[]): boolean {
  if (!first || first.cell !== line.cells[0] || line.cells.length < 3 || !isLabelShaped(first.text)) return false;
  if ((first.cell.rows ?? 1) < 2 && (line.table !== undefined || more.length > 0)) return false;
  openSection(form, { ...first, field: "section" });
  return true;
}

/** Whether a lone text goes on with the field before: a long one, or any after a page break. */
function goesOn(form: OpenForm, line: Line, text: Token): boolean {
  const { last } = form;
  if (!last || last.field.texts.length === 0 || last.table !== line.table || unknownPair(text)) return false;
  if (last.field.field !== undefined && isLong(last.field.field)) return true;
  return last.page !== line.page && line.table !== undefined;
}

function noteUnknown(form: OpenForm, span: Span, printed: string): void {
  form.draft.notes.push({ code: "form-field-unknown", span, printed });
}

/** The first field of a kind that holds something — 首个有内容的栏目. */
export function firstFilled(fields: readonly FieldDraft[], field: FormField): FieldDraft | undefined {
  return fields.find((one) => one.field === field && one.texts.length > 0);
}
