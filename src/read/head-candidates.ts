import { parseTargetValue } from "../domain/parse-target-value.ts";
import type { Cell, Line } from "./cells.ts";
import { roleOfDamagedHead } from "./layouts/damaged-head.ts";
import { headLinesAt } from "./layouts/head-lines.ts";
import { bareHead, groupsOfHead, type HeadRole, headPath, headWords, roleOfHead } from "./layouts/header-words.ts";
import { namesOrganisation } from "./layouts/organisation-name.ts";
import { packedItems } from "./layouts/packed/packed-indicators.ts";
import { levelOf, namesLevel, namesLevel1 } from "./layouts/printed-classes.ts";
import type { SourceDocument } from "./source-document.ts";
import { looksLikeAmount } from "./sums/printed-amount.ts";

/** A column of a table of no known layout, with what it may hold — 待对照的列. */
export interface ColumnCandidate {
  /** The head as a recipe names it: `上级/下级`. */
  readonly printed: string;
  readonly index: number;
  readonly role: HeadRole | undefined;
  /** By a known word, by one much like it, or by what stands in the column. */
  readonly because: "word" | "likeness" | "content" | undefined;
  /** Some of its cells. */
  readonly samples: readonly string[];
}

/** A line that looks like the head of a table — 可能的表头. */
export interface HeadCandidate {
  /** 1-based number of its first line. */
  readonly line: number;
  readonly lines: number;
  readonly columns: readonly ColumnCandidate[];
}

/** So many lines of a document are looked at, so many rows under a head, and so many candidates are told. */
const glance = { lines: 3_000, rows: 30, candidates: 5, samples: 3, sampleLength: 60 };

/**
 * The likely heads of a document in which no layout opened — 推荐表头与列角色, the likeliest first, each with a role for every
 * column as far as words and content tell. A page shows them to a person, who makes a recipe of one.
 */
export function headCandidates(document: SourceDocument): readonly HeadCandidate[] {
  const { lines } = document;
  const found: { readonly candidate: HeadCandidate; readonly score: number }[] = [];
  for (let at = 0; at < Math.min(lines.length, glance.lines); at++) {
    if (!mayBeHead(lines, at)) continue;
    const candidate = candidateAt(lines, at);
    const known = candidate.columns.filter(({ because }) => because === "word").length;
    const told = candidate.columns.filter(({ role }) => role !== undefined).length;
    found.push({ candidate, score: 3 * known + told + (lines[at]!.table === undefined ? 0 : 1) });
    at += candidate.lines - 1;
  }
  return found
    .sort((a, b) => b.score - a.score || a.candidate.line - b.candidate.line)
    .slice(0, glance.candidates)
    .map(({ candidate }) => candidate);
}

/** Short words in three cells or more, no amounts among them, and rows of about as many cells below. */
function mayBeHead(lines: readonly Line[], at: number): boolean {
  const { cells, width, table } = lines[at]!;
  const isShort = ({ text }: Cell): boolean => text.length <= 40 && !/\d{3}|[。；;]/u.test(text);
  if (cells.length < 3 || !cells.every(isShort) || new Set(cells.map(({ text }) => text)).size < cells.length)
    return false;
  const below = lines.slice(at + 1, at + 1 + glance.rows).filter((line) => line.table === table);
  const alike = below.filter(
    (line) => line.width >= width - 1 && line.cells.some(({ text }) => text.length > 10 || /\d/u.test(text)),
  );
  const before = lines[at - 1];
  const isFirst = !before || before.table !== table || before.cells.length < 3 || below.length > 0;
  return isFirst && alike.length > 0;
}

function candidateAt(lines: readonly Line[], at: number): HeadCandidate {
  const { count, paths } = headLinesAt(lines, at);
  const rows = lines.slice(at + count, at + count + glance.rows);
  const columns: ColumnCandidate[] = [];
  const taken = new Set<HeadRole>();
  const named = paths.map(({ heads }) => {
    const own = heads.at(-1);
    const role = own && roleByWord(own, heads.slice(0, -1));
    if (!role || taken.has(role)) return undefined;
    taken.add(role);
    return role;
  });
  paths.forEach(({ heads }, index) => {
    if (heads.length === 0) return;
    const cells = rows.flatMap((line) => line.cells.filter((cell) => cell.index === index));
    const texts = cells.map(({ text }) => text);
    const likeness = named[index] ? undefined : roleByLikeness(heads.at(-1)!.text);
    const content = named[index] ? undefined : roleByContent(texts);
    const [role, because] = pick([
      [named[index], "word"],
      [likeness, "likeness"],
      [content, "content"],
    ]);
    columns.push({
      printed: headPath(heads.map(({ text }) => text)),
      index,
      role,
      because,
      samples: texts.slice(0, glance.samples).map((text) => text.slice(0, glance.sampleLength)),
    });
  });
  return { line: lines[at]!.number, lines: count, columns: withProject(columns, rows) };

  function pick(
    options: readonly (readonly [HeadRole | undefined, "word" | "likeness" | "content"])[],
  ): readonly [HeadRole | undefined, ColumnCandidate["because"]] {
    for (const [role, because] of options) {
      if (!role || (because !== "word" && taken.has(role))) continue;
      taken.add(role);
      return [role, because];
    }
    return [undefined, undefined];
  }
}

function roleByWord(own: Cell, under: readonly Cell[]): HeadRole | undefined {
  const role = roleOfHead(
    own.text,
    under.map(({ text }) => text),
  );
  return role ?? (groupsOfHead(own.text).includes("money") ? "total" : undefined);
}

/** The role whose words share most pairs of characters with a head: two at least, and half of them. */
function roleByLikeness(text: string): HeadRole | undefined {
  const bare = bareHead(text);
  const damaged = roleOfDamagedHead(bare);
  if (damaged) return damaged;
  let best: { role: HeadRole; share: number } | undefined;
  for (const [role, words] of Object.entries(headWords))
    for (const word of words) {
      const share = likeness(bare, word);
      if (share >= 0.5 && share > (best?.share ?? 0)) best = { role: role as HeadRole, share }; // its own keys
    }
  return best?.role;
}

function likeness(one: string, other: string): number {
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  const [a, b] = [pairs(one), pairs(other)];
  if (a.length === 0 || b.length === 0) return 0;
  const rest = [...b];
  const shared = a.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at !== -1) rest.splice(at, 1);
    return at !== -1;
  }).length;
  return shared < 2 ? 0 : (2 * shared) / (a.length + b.length);
}

/** What the cells of a column look like, most particular first — 按内容推断. */
const looks: readonly (readonly [HeadRole, (text: string) => boolean])[] = [
  ["nature", (text) => /^(?:[≥≤＞＜>=<＝]{1,2}|定性|定量|正向|反向)$/u.test(text)],
  ["ordinal", (text) => /^\d{1,3}$/u.test(text)],
  ["code", (text) => /^[A-Za-z\d][A-Za-z\d-]{7,39}$/u.test(text)],
  ["total", (text) => looksLikeAmount(text) && /\d{2}/u.test(text)],
  ["level1", (text) => text.length < 24 && namesLevel1(levelOf(text)!)],
  ["level2", (text) => text.length < 24 && namesLevel(levelOf(text)!)],
  [
    "indicators",
    (text) => text.length > 12 && packedItems(text.slice(0, 400)).some(({ level1, annual }) => level1 && annual),
  ],
  ["unit", (text) => text.length < 40 && namesOrganisation(text)],
  [
    "annualTarget",
    (text) =>
      text.length <= 20 &&
      !/[，。；]/u.test(text) &&
      ["quantity", "range", "deadline"].includes(parseTargetValue(text).kind),
  ],
  ["goal", (text) => text.length >= 20 || (text.length >= 8 && text.endsWith("。"))],
];

function roleByContent(texts: readonly string[]): HeadRole | undefined {
  if (texts.length === 0) return undefined;
  return looks.find(([, look]) => texts.filter(look).length >= 0.6 * texts.length)?.[0];
}

/** Where no column is the project's, the first of short and differing words is. */
function withProject(columns: readonly ColumnCandidate[], rows: readonly Line[]): readonly ColumnCandidate[] {
  if (columns.some(({ role }) => role === "project")) return columns;
  const at = columns.findIndex(({ role, index }) => {
    const texts = rows.flatMap(({ cells }) => cells.filter((cell) => cell.index === index).map(({ text }) => text));
    return role === undefined && texts.length > 0 && texts.every((text) => text.length >= 2 && text.length <= 60);
  });
  return columns.map((column, n) => (n === at ? { ...column, role: "project", because: "content" } : column));
}
