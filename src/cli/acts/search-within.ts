import type { Indicator } from "../../domain/indicator.ts";
import { countCap } from "../../store/engine.ts";
import { foldForSearch, searchText } from "../../store/grams.ts";
import type { IndicatorHit, ProjectFilter, SearchResult, Store } from "../../store/store.ts";

/**
 * A search among the projects that a filter keeps — 筛选后检索. Indicators are those that have the words, and that are of
 * the classes and kinds that the filter asks for; they are looked for project by project.
 */
export async function searchWithin(
  store: Store,
  query: string,
  filter: ProjectFilter,
  limit: number,
): Promise<SearchResult> {
  const narrowed = { ...filter, text: query };
  const { rows, count } = await store.projects(narrowed, { sort: "year-desc", limit, offset: 0 });
  const words = query.split(/\s+/u).map(foldForSearch);
  const hits: IndicatorHit[] = [];
  let n = 0;
  for await (const { row, declaration } of store.eachProject(narrowed)) {
    if (row.withheld) continue;
    for (const [seq, indicator] of declaration.indicators.entries()) {
      if (!isAskedFor(indicator, filter) || !hasWords(indicator, words)) continue;
      n++;
      if (hits.length < limit) hits.push(hitOf(row, seq, indicator));
    }
    if (n > countCap) break;
  }
  const capped = n > countCap;
  return {
    projects: { rows, count },
    indicators: {
      rows: await withPaths(store, hits),
      count: { n: capped ? countCap : n, capped, estimate: undefined },
    },
  };
}

/** Below the project's place in its document. */
async function withPaths(store: Store, hits: readonly IndicatorHit[]): Promise<readonly IndicatorHit[]> {
  const paths = new Map<string, string>();
  for (const { project } of hits)
    if (!paths.has(project.key.id)) paths.set(project.key.id, (await store.project(project.key))?.path ?? "");
  return hits.map((hit) => ({ ...hit, path: `${paths.get(hit.project.key.id)}/${hit.path}` }));
}

const hitOf = (project: IndicatorHit["project"], seq: number, indicator: Indicator): IndicatorHit => ({
  project,
  path: `indicators/${seq}`,
  name: indicator.name,
  level1: indicator.level1?.name,
  level2: indicator.level2?.name,
  cycle: indicator.cycleTarget?.text,
  annual: indicator.annualTarget?.text,
});

function hasWords({ name, annualTarget, cycleTarget }: Indicator, words: readonly string[]): boolean {
  const text = searchText([name, annualTarget?.text, cycleTarget?.text]);
  return words.every((word) => text.includes(word));
}

function isAskedFor({ dimension, aspect, annualTarget }: Indicator, filter: ProjectFilter): boolean {
  const { dimensions, aspects, valueKinds } = filter;
  if (dimensions && !(dimension && dimensions.includes(dimension.value))) return false;
  if (aspects && !(aspect && aspects.includes(aspect.value))) return false;
  return !valueKinds || (annualTarget !== undefined && valueKinds.includes(annualTarget.kind));
}
