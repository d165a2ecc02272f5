import { type Line, trimSpan } from "../../cells.ts";
import { isPageFurniture } from "../preamble.ts";
import { type FormLine, joinCutLines, spansOfCell } from "./cut-lines.ts";
import { addFieldLine } from "./field-lines.ts";
import { decorate, type FormDraft } from "./form-draft.ts";
import { isBehind } from "./form-end.ts";
import { headOf } from "./form-heads.ts";
import { headCellOf, headUnitOf } from "./form-title.ts";
import { type Token, tokensOf } from "./form-tokens.ts";
import { type OpenForm, openForm, wordsOfLine } from "./open-form.ts";
import { addHeadLine, addTableLine, endsTable } from "./table-lines.ts";

/** The lines of one form → what it says, sorted but not filed — 读一张表单. */
export function readForm(lines: readonly Line[]): FormDraft {
  const form = openForm();
  const whole = joinCutLines(lines).flatMap(partNote);
  whole.forEach((line, at) => {
    addLine(form, line, whole[at + 1]);
  });
  decorateEmptyLevels(form);
  return form.draft;
}

const noteInTotal = /^((?:总分|合计|总计|得分合计|总得分)\s*)(?:注|备注|说明|填表说明)\s?[:：]/u;

/** 总分注：1.…: a note directly below the table that a page printed into the cell of its last row is a line of its own. */
function partNote(line: FormLine): readonly FormLine[] {
  const cell = line.cells.find(({ text, rest }) => !rest && noteInTotal.test(text));
  if (!cell) return [line];
  const end = cell.span.start + noteInTotal.exec(cell.text)![1]!.length; // the pattern was found in it
  const span = trimSpan(cell.text, { start: 0, end: end - cell.span.start });
  const label = {
    ...cell,
    text: cell.text.slice(span.start, span.end),
    span: { start: cell.span.start, end: cell.span.start + span.end },
  };
  const { columns: _columns, rows: _rows, ...own } = cell;
  const note = { ...own, text: cell.text.slice(end - cell.span.start), span: { start: end, end: cell.span.end } };
  const { table: _table, covered: _covered, ...outside } = line;
  return [
    { ...line, cells: line.cells.map((one) => (one === cell ? label : one)) },
    { ...outside, cells: [note] },
  ];
}

function addLine(form: OpenForm, line: FormLine, next: FormLine | undefined): void {
  const { draft } = form;
  if (line.cells.length === 1 && isPageFurniture(line.cells[0]!.text)) {
    decorate(draft, spansOfCell(line.cells[0]!), "page-furniture");
    return;
  }
  if (isRepeated(form, line)) {
    decorate(draft, line.cells.flatMap(spansOfCell), "repeated");
    return;
  }
  if (isFootnote(form, line)) {
    draft.footnotes.push(...line.cells.flatMap(spansOfCell));
    return;
  }
  if (isBehind(form, line)) return;
  form.lastLine = line;
  if (addHeadLine(form, line)) return;
  if (form.table && endsTable(form.table.head, line)) form.table = undefined;
  if (form.table) {
    addTableLine(form, line);
    return;
  }
  const tokens = withoutHeadCells(form, line, tokensOf(line));
  if (tokens.length > 0) addFieldLine(form, line, tokens, next);
}

/** A page that goes on with the form prints its title and the head of its table again. */
function isRepeated(form: OpenForm, line: Line): boolean {
  if (!form.printed.has(wordsOfLine(line))) return false;
  return form.table !== undefined || headOf(line) === undefined; // a second table may have the head of the first
}

const footnote = /^(?:注|备注|说明|填表说明|填报说明|填写说明)\s?\d{0,2}\s?[:：.、]/u;
const numbered = /^(?:\d{1,2}[.．、）)]|[（(]\d{1,2}[）)]|[一二三四五六七八九十]、)/u;

function isFootnote(form: OpenForm, line: FormLine): boolean {
  const [only, ...more] = line.cells;
  if (!only || more.length > 0 || form.draft.indicators.length === 0) return false;
  if (footnote.test(only.text)) form.inFootnotes = true;
  else if (!form.inFootnotes || !numbered.test(only.text)) return false;
  form.table = undefined;
  return true;
}

/** Takes title, year, number of the annex and unit of money out of a line above or in the form. */
function withoutHeadCells(form: OpenForm, line: Line, tokens: readonly Token[]): readonly Token[] {
  const { draft } = form;
  if (draft.indicators.length > 0) return tokens;
  const rest = tokens.filter((token) => !takesHeadCell(draft, token));
  if (rest.length < tokens.length) form.printed.add(wordsOfLine(line));
  return rest;
}

function takesHeadCell(draft: FormDraft, token: Token): boolean {
  if (token.bound || (token.field !== undefined && token.field !== "particular")) return false;
  const isAbove = draft.fields.length === 0;
  switch (headCellOf(token.text)) {
    case "title":
      if (!isAbove && draft.titles.length > 0) return false;
      draft.titles.push(...spansOfCell(token));
      return true;
    case "year":
      if (isAbove) draft.years.push(token.span);
      return isAbove;
    case "annex":
      decorate(draft, spansOfCell(token), "page-furniture");
      return true;
    case "amountUnit":
      if (draft.headUnit) return false;
      draft.headUnit = headUnitOf(token);
      return draft.headUnit !== undefined;
    case undefined:
      return false;
  }
}

/** A level under which no indicator stands says nothing: 生态效益指标 in a form that was not filled in there. */
function decorateEmptyLevels(form: OpenForm): void {
  const used = new Set(form.draft.indicators.flatMap(({ level1, level2, level3 }) => [level1, level2, level3]));
  for (const level of form.level.printed)
    if (!used.has(level)) for (const span of level.spans) form.draft.decorations.push({ span, kind: "label" });
}
