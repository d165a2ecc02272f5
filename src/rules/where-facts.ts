import type { Bilingual } from "../domain/result.ts";

type Facts = Readonly<Record<string, string | number>>;

/**
 * Facts with where they stand as a person says it — 位置的说法: `whereZh`, `whereEn`, and `WhereEn` to begin a sentence.
 * Where nothing better is known, the line of the text.
 */
export function withWhere(facts: Facts, where?: Bilingual): Facts {
  const { zh, en } = where ?? { zh: `第 ${facts.line ?? "—"} 行`, en: `line ${facts.line ?? "—"}` };
  return { ...facts, whereZh: zh, whereEn: en, WhereEn: en.charAt(0).toUpperCase() + en.slice(1) };
}
