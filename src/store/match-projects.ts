import { foldName } from "../domain/identity.ts";
import { departmentOf, type Located } from "./rows-of-import.ts";

/** The same project in two versions of a table — 同一项目. */
export interface Match {
  readonly before: Located;
  readonly after: Located;
}

/** What makes two rows the same project, strictest first; the n-th of one identity is the n-th of the other. */
const identities: readonly ((at: Located) => string | undefined)[] = [
  (at) => JSON.stringify([foldName(departmentOf(at)), unitOf(at), foldName(at.declaration.project.name)]),
  (at) => at.declaration.project.code && JSON.stringify([unitOf(at), at.declaration.project.code]),
  (at) => JSON.stringify([unitOf(at), foldName(at.declaration.project.title)]),
  (at) => JSON.stringify([foldName(at.declaration.project.title)]),
];

const unitOf = (at: Located): string => foldName(at.declaration.unit ?? "");

/** Pairs of the same project before and after a correction — 版本间项目匹配. */
export function matchProjects(before: readonly Located[], after: readonly Located[]): readonly Match[] {
  const matches: Match[] = [];
  let restBefore = before;
  let restAfter = after;
  for (const identity of identities) {
    const waiting = new Map<string, Located[]>();
    for (const at of restBefore) {
      const id = identity(at);
      if (id === undefined) continue;
      const group = waiting.get(id);
      if (group) group.push(at);
      else waiting.set(id, [at]);
    }
    for (const group of waiting.values()) group.reverse();
    const matched = new Set<Located>();
    for (const at of restAfter) {
      const same = waiting.get(identity(at) ?? "")?.pop();
      if (!same) continue;
      matches.push({ before: same, after: at });
      matched.add(same).add(at);
    }
    restBefore = restBefore.filter((at) => !matched.has(at));
    restAfter = restAfter.filter((at) => !matched.has(at));
  }
  return matches;
}
