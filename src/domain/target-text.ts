import type { Token, TokenRole } from "./target-value.ts";

/**
 * A target's words made even for reading — 规整后的文字: blanks dropped, full-width forms and look-alike signs folded to one
 * form, one character for one, so that every place in it can be found again in the text as printed.
 */
export interface EvenText {
  readonly printed: string;
  /** Without blanks, otherwise as printed. */
  readonly words: string;
  /** The same, with signs and widths folded. */
  readonly folded: string;
  /** Where each character of `words` stands in `printed`. */
  readonly places: readonly number[];
}

/** A stretch of the even text and its role — 着色片段. */
export interface Painted {
  readonly from: number;
  readonly to: number;
  readonly role: TokenRole;
}

const lookAlikes: Readonly<Record<string, string>> = {
  "≧": "≥",
  "⩾": "≥",
  "≮": "≥",
  "≦": "≤",
  "⩽": "≤",
  "≯": "≤",
  "﹥": ">",
  "﹤": "<",
  "﹪": "%",
  "﹣": "-",
  "−": "-",
  "–": "-",
  "—": "-",
  "‐": "-",
  "‑": "-",
  "―": "-",
  "〜": "~",
  "∼": "~",
  "﹕": ":",
  "∶": ":",
  "﹔": ";",
  "﹐": ",",
  "﹙": "(",
  "﹚": ")",
  "〈": "《",
  "〉": "》",
  "￥": "¥",
};
const blank = /\s|\u200B|\u200C|\u200D|\u2060|\u00AD/u;

/** Prepares a printed text for reading — 规整. */
export function evenText(printed: string): EvenText {
  const places: number[] = [];
  const words: string[] = [];
  const folded: string[] = [];
  for (let at = 0; at < printed.length; at++) {
    const character = printed.charAt(at);
    if (isBlank(character)) continue;
    places.push(at);
    words.push(character);
    folded.push(foldCharacter(character));
  }
  return { printed, words: words.join(""), folded: folded.join(""), places };
}

function isBlank(character: string): boolean {
  const code = character.charCodeAt(0);
  // Chinese characters are most of every text and never blank.
  return !(code >= 0x4e00 && code <= 0x9fff) && blank.test(character);
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0x4e00 && code <= 0x9fff) return character;
  const alike = lookAlikes[character];
  if (alike !== undefined) return alike;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}

/** Where the stretch [from, to) of the even text stands in print, blanks at its ends left out — 原文范围. */
export function printedSpan(text: EvenText, from: number, to: number): readonly [number, number] {
  if (from >= to) return [text.printed.length, text.printed.length];
  return [text.places[from] ?? text.printed.length, (text.places[to - 1] ?? text.printed.length) + 1];
}

/**
 * The tokens of [from, to) — 分词: neighbours of one role are one token; joined they are the printed span to the
 * character.
 */
export function tokensOf(text: EvenText, roles: readonly TokenRole[], from: number, to: number): readonly Token[] {
  const tokens: Token[] = [];
  let start = from;
  while (start < to) {
    const role = roles[start] ?? "words";
    let end = start + 1;
    while (end < to && (roles[end] ?? "words") === role) end++;
    const [begin] = printedSpan(text, start, end);
    const finish = end < to ? printedSpan(text, end, to)[0] : printedSpan(text, start, end)[1];
    tokens.push({ role, text: text.printed.slice(begin, finish) });
    start = end;
  }
  return tokens;
}
