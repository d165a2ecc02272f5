import { isSymbolFont } from "../flow/symbol-fonts.ts";
import { encodingOfCharset } from "./code-pages.ts";

/** The fonts of an RTF file: what encoding text in them has — RTF 字体表. */
export interface FontTable {
  /** A control within the table. */
  take(word: string, number: number | undefined): void;
  /** Words within the table: names. */
  name(words: string): void;
  encodingOf(font: number): string | undefined;
  /** Whether its letters are signs. */
  isSymbol(font: number): boolean;
}

/** Begins a table of fonts. */
export function openFontTable(): FontTable {
  const charsets = new Map<number, number>();
  const symbols = new Set<number>();
  let font = -1;
  return {
    take(word, number) {
      if (word === "f") font = number ?? -1;
      if (word === "fcharset" && number !== undefined) charsets.set(font, number);
    },
    name(words) {
      if (isSymbolFont(words.replace(/;.*$/su, "").trim().slice(0, 60))) symbols.add(font);
    },
    encodingOf: (one) => encodingOfCharset(charsets.get(one) ?? 0),
    isSymbol: (one) => symbols.has(one) || charsets.get(one) === 2,
  };
}
