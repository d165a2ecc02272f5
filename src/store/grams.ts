import { foldName } from "../domain/identity.ts";

/**
 * Text as a search compares it: width folded, blanks taken out, lower case. Control characters and lone halves of
 * surrogate pairs, which a database cannot hold or would cut at, become U+FFFD on both sides.
 */
function foldForSearch(text: string): string {
  // biome complains of control characters in patterns for good reason; here they are what is looked for.
  return foldName(text)
    .toWellFormed()
    .replace(/\p{Cc}/gu, "\uFFFD");
}

/** Several fields as one searchable text, one per line — 检索文本: no hit ever spans two fields. */
export function searchText(fields: readonly (string | null | undefined)[]): string {
  const folded = fields.map((field) => foldForSearch(field ?? "")).filter((field) => field !== "");
  return [...new Set(folded)].join("\n");
}

/** All different 1- and 2-grams of a folded text, by characters (not UTF-16 halves) — 单字与双字. */
export function gramsOf(folded: string): Set<string> {
  const grams = new Set<string>();
  let before = "\n";
  for (const char of folded) {
    if (char !== "\n") {
      grams.add(char);
      if (before !== "\n") grams.add(before + char);
    }
    before = char;
  }
  return grams;
}

/** What a question asks of the index — 检索词. */
export interface IndexQuery {
  /** The folded words; all must be found. */
  readonly words: readonly string[];
  /** Grams that every hit has. */
  readonly grams: readonly string[];
  /** Words of three and more characters: their grams may stand apart, so hits are looked at again. */
  readonly verify: readonly string[];
}

const gramsAskedAtMost = 24;

/** A typed question as index query — 解析检索词: words are separated by blanks; `undefined` where nothing is asked. */
export function indexQuery(question: string): IndexQuery | undefined {
  const words = [...new Set(question.split(/\s+/u).map(foldForSearch))].filter((word) => word !== "");
  if (words.length === 0) return undefined;
  const grams = new Set<string>();
  const verify: string[] = [];
  for (const word of words) {
    const chars = [...word];
    if (chars.length === 1) grams.add(word);
    for (let i = 0; i + 1 < chars.length; i++) grams.add(chars[i]! + chars[i + 1]!);
    if (chars.length > 2) verify.push(word);
  }
  // A very long question: some of its grams find the candidates, and every word is looked for in them.
  if (grams.size > gramsAskedAtMost) return { words, grams: [...grams].slice(0, gramsAskedAtMost), verify: words };
  return { words, grams: [...grams], verify };
}
