import { type HeadCandidate, headCandidates } from "./head-candidates.ts";
import { namesOrganisation } from "./layouts/organisation-name.ts";
import { type ColumnRecipe, recipeFits } from "./recipe.ts";
import type { SourceDocument } from "./source-document.ts";

/** A recipe that is kept, and may fit — 可沿用的列对照表. */
export interface OfferedRecipe {
  readonly id: string;
  readonly recipe: ColumnRecipe;
}

/** What is seen of a document whose columns a person may have to tell — 待对照的文件. */
export interface SeenColumns {
  /** The likeliest first. */
  readonly heads: readonly HeadCandidate[];
  /** Ids of the recipes that were made for tables like these, in the order in which they were offered. */
  readonly fitting: readonly string[];
  /** Who seems to have published it, in words that it prints or its name has. */
  readonly publisher: string | undefined;
  /** What stands above the likeliest head. */
  readonly title: string | undefined;
}

/** Heads of tables stand within so many lines. */
const glance = 3_000;

/** Looks for what a person is asked about columns — 查看待对照的列. */
export function seeColumns(document: SourceDocument, offered: readonly OfferedRecipe[]): SeenColumns {
  const heads = headCandidates(document);
  const begin = { ...document, lines: document.lines.slice(0, glance) };
  const above = textsAbove(document, heads[0]);
  return {
    heads,
    fitting: offered.filter(({ recipe }) => recipeFits(recipe, begin)).map(({ id }) => id),
    publisher: publisherIn([...above, bareName(document.description.name)]),
    title: above.find((text) => text.length >= 5 && text.length <= 60 && !/[:：]/u.test(text)),
  };
}

/** Texts above a head, the first ones of a document without one. */
function textsAbove({ lines }: SourceDocument, head: HeadCandidate | undefined): readonly string[] {
  const until = head ? lines.findIndex(({ number }) => number >= head.line) : Math.min(lines.length, 40);
  return lines.slice(Math.max(0, until - 40), until).flatMap(({ cells }) => cells.map(({ text }) => text));
}

/** `folder/2025年-水务局.xlsx` → `水务局`. */
function bareName(name: string): string {
  const own = name.slice(name.lastIndexOf("/") + 1).replace(/\.\w{1,5}$/u, "");
  return own.replace(/^[\s\d年度._-]+/u, "");
}

const label = /^(?:编制|填报|公开|申报|主管|预算)?(?:单位|部门)(?:名称)?\s?[:：]\s?(\S.{1,40})$/u;
const atStart =
  /^[\p{Script=Han}（）]{1,30}?(?:局|委员会|办公室|中心|院|厅|政府|街道办事处|法院|检察院|学校|大学|医院|协会|联合会)(?=$|\s|[-—_（(]|\d{4}|关于|部门|单位|本级|预算|项目|绩效|工作|年度|支出)/u;

/** After a label, else at the start of a title. */
function publisherIn(texts: readonly string[]): string | undefined {
  const short = texts.filter((text) => text.length <= 80);
  for (const text of short) {
    const named = label.exec(text)?.[1]?.trim();
    if (named && namesOrganisation(named)) return named;
  }
  for (const text of short) {
    const found = atStart.exec(text.replace(/\s+/gu, ""))?.[0];
    if (found) return found;
  }
  return undefined;
}
