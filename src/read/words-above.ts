import type { TargetTable } from "../domain/declaration.ts";
import type { Span } from "../domain/place.ts";
import type { Line } from "./cells.ts";
import type { ColumnRecipe } from "./recipe.ts";
import type { ReadingRecord } from "./record/record.ts";

/**
 * What tables of no known layout say above their heads in words of their own — 表头以上的自由文字: a title that is not known as
 * one; the publisher that the recipe names is the department, where none is printed as such; a year there, or in the
 * file's name, is inferred.
 */
export function withWordsAbove(
  record: ReadingRecord,
  tables: readonly TargetTable[],
  recipe: ColumnRecipe,
  { lines, heads, name }: { readonly lines: readonly Line[]; readonly heads: readonly Span[]; readonly name: string },
): TargetTable[] {
  const publisher = recipe.publisher === undefined ? undefined : wordsIn(record.text, recipe.publisher);
  const firstHead = heads[0]?.start ?? 0;
  const above = lines.flatMap(({ cells }) => cells).filter(({ span }) => span.end <= firstHead);
  const year = [...above.map(({ text }) => text), name].map(yearIn).find((found) => found !== undefined);
  const title = above.findLast(({ text, span }) => isTitle(text) && record.ledger.isFree(span));
  return tables.map((table, at) => {
    const isTitled = at === 0 && table.title === undefined && title !== undefined;
    if (isTitled) record.place("tables/0/title", [title.span]);
    const isOwn = table.department === undefined && publisher !== undefined;
    if (isOwn) record.point(`tables/${at}/department`, [publisher]);
    return {
      ...table,
      ...(isTitled ? { title: title.text } : {}),
      ...(isOwn ? { department: recipe.publisher } : {}),
      ...(table.year.basis === "unknown" && year !== undefined ? { year: { basis: "inferred", year } as const } : {}),
    };
  });
}

/** Words that name a year or a publication, and no label of anything. */
const isTitle = (text: string): boolean =>
  text.length >= 6 &&
  text.length <= 80 &&
  !/[:：。；]/u.test(text) &&
  /(?:表|安排|目标|清单|计划|情况|预算|公开|公示|一览|汇总|任务)(?:[（(][^（()）]{0,20}[)）])?$|20\d\d/u.test(text);

/** A year of this century that stands before 年, or begins or ends a name. */
function yearIn(text: string): number | undefined {
  if (text.length > 200) return undefined;
  const found = /(?<!\d)(20\d\d)(?=\s?年|[\s_.\-（(）)]|$)/u.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Where words stand, blanks between their characters or not. */
function wordsIn(text: string, words: string): Span | undefined {
  const characters = [...words.replace(/\s+/gu, "")].map((one) => one.replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&"));
  const found = new RegExp(characters.join("\\s{0,4}"), "u").exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}
