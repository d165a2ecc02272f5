import { type Amount, emptyAmount } from "../../../domain/funding.ts";
import type { AmountUnit } from "../../../domain/money.ts";
import type { FieldPath, Span } from "../../../domain/place.ts";
import type { ReadingRecord } from "../../record/record.ts";
import { wordsOfSpans } from "../../sums/competing-option.ts";
import { readAmount } from "../../sums/printed-amount.ts";

const blank = /^(?:[-—－–/／*×]*|无)$/u;
const withUnit = /^[¥￥]?\s?(.*?)(万元|亿元|元)?$/su;

/** Files words as an amount and reads them — 读表单金额: the unit behind the figure goes before the form's. */
export function fileAmount(record: ReadingRecord, spans: readonly Span[], path: FieldPath, unit: AmountUnit): Amount {
  const text = wordsOfSpans(record, spans).replace(/\s+/gu, "");
  if (text === "") return emptyAmount;
  record.place(path, spans);
  if (blank.test(text)) return emptyAmount;
  const [, figure = "", own] = withUnit.exec(text) ?? [];
  const fen = readAmount(figure, (own as AmountUnit | undefined) ?? unit); // the pattern names no other
  if (fen !== undefined) return { kind: "read", fen };
  record.note("amount-unreadable", path, spans, { facts: { printed: text } });
  return { kind: "unreadable", text };
}
