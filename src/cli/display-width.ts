import { stripVTControlCharacters } from "node:util";

/** Unicode ranges that fill two columns of a terminal: East Asian Wide and Fullwidth, and pictures. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

/** How many columns a text fills on a terminal — 显示宽度: two for a Chinese character, none for marks and colours. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of stripVTControlCharacters(text)) width += columnsOf(char);
  return width;
}

function columnsOf(char: string): 0 | 1 | 2 {
  if (/[\p{M}\p{Cf}\p{Cc}]/u.test(char)) return 0;
  const code = char.codePointAt(0) ?? 0;
  return wide.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

/** The beginning of a text that fits, with `…` where something is left out — 按宽度截断. */
export function clippedTo(columns: number, text: string): string {
  if (displayWidth(text) <= columns) return text;
  let kept = "";
  let width = 0;
  for (const char of text) {
    width += columnsOf(char);
    if (width > columns - 1) break;
    kept += char;
  }
  return `${kept}…`;
}

/** Rows as lines whose columns stand under one another — 对齐的表格. The last column is not filled up. */
export function alignedLines(
  rows: readonly (readonly string[])[],
  { right = [] }: { readonly right?: readonly number[] } = {},
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, displayWidth(cell));
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const blanks = " ".repeat((widths[at] ?? 0) - displayWidth(cell));
        return right.includes(at) ? blanks + cell : cell + blanks;
      })
      .join("  ")
      .trimEnd(),
  );
}
