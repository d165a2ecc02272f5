import type { ReadSymbol } from "./read-symbol.ts";

/** Marks of which the recogniser knows one width only, and their other — 全角与半角标点. */
const wide: ReadonlyMap<string, string> = new Map([
  [";", "；"],
  [":", "："],
  [",", "，"],
  ["(", "（"],
  [")", "）"],
  ["〈", "（"],
  ["〉", "）"],
]);
const narrow: ReadonlyMap<string, string> = new Map([...wide].slice(0, 5).map(([half, full]) => [full, half]));
const square = /[\u2e80-\u2fff〇\u3040-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const mark = /[\p{P}]/u;

/** A mark that fills a square leaves so much room between its neighbours, in letters. */
const squareRoom = 0.8;

/** Gives marks the width that they are printed with — 按排版间距定标点宽窄; the recogniser writes both widths alike. */
export function typesetPunctuation(symbols: readonly ReadSymbol[], em: number): ReadSymbol[] {
  return symbols.map((symbol, at) => {
    const { text } = symbol;
    if (!wide.has(text) && !narrow.has(text)) return symbol;
    const before = symbols[at - 1];
    const after = symbols[at + 1];
    const isWide = fillsSquare(before, after, em, text);
    const other = isWide ? wide.get(text) : narrow.get(text);
    return other === undefined ? symbol : { ...symbol, text: other };
  });
}

function fillsSquare(before: ReadSymbol | undefined, after: ReadSymbol | undefined, em: number, text: string) {
  if (before && after && !mark.test(before.text) && !mark.test(after.text))
    return after.left - before.right >= squareRoom * em;
  // at the end of a line and beside other marks the room says nothing; the words around do
  const neighbours = [before, after].filter((one) => one !== undefined && !mark.test(one.text));
  if (neighbours.length === 0) return text !== ",";
  return neighbours.some((one) => one !== undefined && square.test(one.text));
}

/** Openings that the recogniser writes for a round bracket. */
const roundOpening: ReadonlyMap<string, string> = new Map([
  ["《", "（"],
  ["〈", "（"],
  ["<", "("],
]);

/** An opening that a round bracket closes is round — 括号配对; over the lines of a cell. */
export function pairedBrackets(symbols: readonly ReadSymbol[]): ReadSymbol[] {
  const paired = [...symbols];
  const open: number[] = [];
  symbols.forEach(({ text }, at) => {
    if (/[（(《〈<]/u.test(text)) open.push(at);
    else if (/[）)》〉>]/u.test(text)) {
      const opening = open.pop();
      const round = opening === undefined ? undefined : roundOpening.get(symbols[opening]!.text);
      if (opening !== undefined && round && /[）)]/u.test(text))
        paired[opening] = { ...symbols[opening]!, text: round };
    }
  });
  return paired;
}
