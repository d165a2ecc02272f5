import { foldName } from "../domain/identity.ts";
import { departmentOf, type Located } from "./located.ts";

/** The same project in two versions of a table — 同一项目. */
export interface Match {
  readonly before: Located;
  readonly after: Located;
}

/** What makes two rows the same project, strictest first; the n-th of one identity is the n-th of the other. */
const identities: readonly ((at: Located) => string | undefined)[] = [
  (at) => keyOf(at, foldName(departmentOf(at)), unitOf(at), foldName(at.declaration.project.name)),
  (at) => at.declaration.project.code && keyOf(at, unitOf(at), at.declaration.project.code),
  (at) => keyOf(at, unitOf(at), foldName(at.declaration.project.title)),
  (at) => keyOf(at, foldName(at.declaration.project.title)),
];

/** What is set as a target and what is reported of it are two rows of one project. */
const keyOf = ({ table }: Located, ...names: readonly string[]): string => JSON.stringify([table.kind, ...names]);

const unitOf = (at: Located): string => foldName(at.declaration.unit ?? "");

/** Pairs of the same project before and after a correction — 版本间项目匹配. */
export function matchProjects(before: readonly Located[], after: readonly Located[]): readonly Match[] {
  const matches: Match[] = [];
  let restBefore = before;
  let restAfter = after;
  for (const identity of identities) {
    // backwards, so that the first of an identity is the last of its group, and taken first
    const waiting = Map.groupBy(restBefore.toReversed(), identity);
    const matched = new Set<Located>();
    for (const at of restAfter) {
      const id = identity(at);
      const same = id === undefined ? undefined : waiting.get(id)?.pop();
      if (!same) continue;
      matches.push({ before: same, after: at });
      matched.add(same).add(at);
    }
    restBefore = restBefore.filter((at) => !matched.has(at));
    restAfter = restAfter.filter((at) => !matched.has(at));
  }
  return matches;
}
