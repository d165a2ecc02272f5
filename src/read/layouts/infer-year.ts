import type { FiscalYear } from "../../domain/period.ts";

const printed = /(20\d\d)\s?年/u;
const named = /20[0-4]\d(?=\s?年|[)）]|[-.．]\d{1,2}(?!\d))/gu;

/** The budget year that a title or a head prints — 表头所印年度. */
function printedYear(heads: readonly string[]): FiscalYear | undefined {
  for (const head of heads) {
    const found = printed.exec(head);
    if (found) return { basis: "printed", year: Number(found[1]) };
  }
  return undefined;
}

/** The year of a table — 年度: given by a person, printed above it, else the one that its own lines name most often. */
export function yearOfTable(given: number | undefined, heads: readonly string[], words: string): FiscalYear {
  if (given !== undefined) return { basis: "given", year: given };
  return printedYear(heads) ?? inferYear(words);
}

/** The year that a table's own words name most often — 推断年度; the later one of equals. Shown as inferred. */
export function inferYear(text: string): FiscalYear {
  const counts = new Map<number, number>();
  for (const [digits] of text.matchAll(named)) counts.set(Number(digits), (counts.get(Number(digits)) ?? 0) + 1);
  const best = [...counts].sort(([year, n], [otherYear, m]) => m - n || otherYear - year)[0];
  return best && best[1] > 1 ? { basis: "inferred", year: best[0] } : { basis: "unknown" };
}
