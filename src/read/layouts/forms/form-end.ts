import type { Line } from "../../cells.ts";
import { levelWord } from "./align-columns.ts";
import { headOf } from "./form-heads.ts";
import { type Token, tokensOf, unknownPair } from "./form-tokens.ts";
import { isMoneyField, isTotalWord } from "./form-words.ts";
import { placeholder } from "./indicator-lines.ts";
import type { OpenForm } from "./open-form.ts";

/**
 * Whether a line stands behind the form — 表单之外: prose and other tables between forms belong to none. Behind the table
 * stand signatures at most; once a form has ended, nothing more is of it.
 */
export function isBehind(form: OpenForm, line: Line): boolean {
  if (form.hasEnded) return true;
  if (form.draft.indicators.length === 0) return false;
  const isGrid = form.draft.heads.some(({ table }) => table !== undefined);
  const isOut = isGrid ? isOutOfGrid(form, line) : isOutOfText(form, line);
  if (isOut && endsForm(form, line, isGrid)) form.hasEnded = true;
  return isOut;
}

/** A line outside the form's tables, or of a table that begins with nothing that forms have. */
function isOutOfGrid(form: OpenForm, line: Line): boolean {
  const [first] = tokensOf(line);
  if (line.table === undefined) return !first || !isSignature(first);
  if (line.table === form.lastLine?.table) return false;
  return !mayGoOn(form, line);
}

/** Another table goes on with the form where the page turned, or where it begins as parts of forms do. */
function mayGoOn(form: OpenForm, line: Line): boolean {
  if (line.page !== form.lastLine?.page) return true;
  if (headOf(line) || tokensOf(line)[0]?.field !== undefined) return true;
  return line.cells.slice(0, 2).some(({ text }) => levelWord(text) !== undefined || isTotalWord(text));
}

/** In plain text a lone sentence is no row of indicators. */
function isOutOfText(form: OpenForm, line: Line): boolean {
  if (line.cells.length > 1 && form.table) return false;
  const [first] = tokensOf(line);
  if (!first || isSignature(first)) return false;
  if (form.table && (levelWord(first.text) !== undefined || placeholder.test(first.text))) return false;
  if (first.field && !isMoneyField(first.field)) return false;
  const isRest = form.draft.indicators.at(-1)!.page !== line.page && form.table !== undefined;
  return !isRest || first.text.length >= 60;
}

const heading =
  /表(?:[（(][^（）()]{0,20}[)）])?$|^(?:第[一二三四五六七八九十]{1,3}部分|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/u;

/** Prose on the same page, a heading, or another table ends a form; a line at the top of a page may be its header. */
function endsForm(form: OpenForm, line: Line, isGrid: boolean): boolean {
  if (line.table !== undefined) return true;
  const words = line.cells[0]?.text ?? "";
  if (heading.test(words.replace(/\s+/gu, ""))) return true;
  return isGrid && line.page === form.lastLine?.page;
}

/** 填报人：某某, 联系电话：…, also by names that we do not know. */
function isSignature(first: Token): boolean {
  if (first.field === "particular") return first.text.length < 20;
  const pair = first.field === undefined ? unknownPair(first) : undefined;
  return pair !== undefined && first.text.length < 30;
}
