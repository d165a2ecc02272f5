import type { Comparator, TargetValue, Token } from "./target-value.ts";

const comparators: Readonly<Record<string, Comparator>> = {
  "≥": ">=",
  ">=": ">=",
  不少于: ">=",
  不低于: ">=",
  至少: ">=",
  "≤": "<=",
  "<=": "<=",
  不超过: "<=",
  不高于: "<=",
  ">": ">",
  "＞": ">",
  大于: ">",
  "<": "<",
  "＜": "<",
  小于: "<",
};
const shape =
  /^(≥|>=|不少于|不低于|至少|≤|<=|不超过|不高于|>|＞|大于|<|＜|小于)?(\d+(?:\.\d+)?)([^\d\s]{0,6}?)(以上|以内)?$/u;

/** Reads what was promised from its words — 指标值解析. Every text gets an answer; its tokens tile the text exactly. */
export function parseTargetValue(text: string): TargetValue {
  if (text.trim() === "") {
    const tokens: readonly Token[] = text === "" ? [] : [{ role: "separator", text }];
    return { kind: "text", text, tokens, reason: "没有文字 / nothing is written" };
  }
  const match = shape.exec(text);
  if (match === null) return { kind: "qualitative", text, tokens: [{ role: "words", text }] };
  const [, sign = "", number = "", unit = "", after = ""] = match;
  const pieces: readonly Token[] = [
    { role: "comparator", text: sign },
    { role: "number", text: number },
    { role: "unit", text: unit },
    { role: "comparator", text: after },
  ];
  return {
    kind: "quantity",
    text,
    tokens: pieces.filter((token) => token.text !== ""),
    comparator: comparators[sign] ?? (after === "以上" ? ">=" : after === "以内" ? "<=" : "="),
    number: Number(number),
    unit: unit === "" ? undefined : unit,
    per: undefined,
    qualifiers: [],
    formula: undefined,
  };
}
