import Papa from "papaparse";

/** What may part the fields of a CSV, the most usual first. */
const delimiters = [",", ";", "|"] as const;

/** Rows that are looked at. */
const rowsTried = 200;

/**
 * The delimiter of a CSV by the evidence of its first rows, or nothing where the text is none — 识别 CSV 分隔符. Rows must
 * come out equally wide; a comma in running text does not make a table. Text whose lines have tabs is tabbed text,
 * whatever else stands in it.
 */
export function csvDelimiter(text: string): string | undefined {
  if (isTabbed(text)) return undefined;
  let best: { readonly delimiter: string; readonly score: number } | undefined;
  for (const delimiter of delimiters) {
    const score = Math.max(scoreOf(text, delimiter, '"'), text.includes('"') ? scoreOf(text, delimiter, "\u0000") : 0);
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter;
}

function isTabbed(text: string): boolean {
  let tabbed = 0;
  let lines = 0;
  for (const line of text.slice(0, 65_536).split(/\r\n?|\n/u)) {
    if (line.trim() === "") continue;
    lines++;
    if (line.includes("\t")) tabbed++;
  }
  return tabbed >= 2 && tabbed * 5 >= lines;
}

/** 0 where this delimiter makes no table; else how much of the rows is one. */
function scoreOf(text: string, delimiter: string, quoteChar: string): number {
  if (!text.includes(delimiter)) return 0;
  const { data } = Papa.parse<string[]>(text, { delimiter, quoteChar, preview: rowsTried });
  const widths = new Map<number, number>();
  let rows = 0;
  for (const row of data) {
    if (row.every((field) => field.trim() === "")) continue;
    rows++;
    widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  }
  const [width, count] = [...widths].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [1, 0]);
  if (width < 2 || count < 2) return 0;
  const share = count / rows;
  const least = width >= 4 ? 0.5 : 0.8;
  return share >= least ? share * Math.min(width, 8) : 0;
}
