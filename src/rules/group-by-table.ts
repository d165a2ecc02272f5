import type { FieldPath, Places } from "../domain/place.ts";
import type { Observation } from "./check.ts";
import { placeOf } from "./place-of.ts";

/** How many titles a sentence names before it says “and so on”. */
const namedInSentence = 5;

/** The path of the table that a value stands in — 所在的表. */
export function tableOf(path: FieldPath): FieldPath {
  return path.split("/").slice(0, 2).join("/");
}

/**
 * What many projects of one table lack, said once, with the projects listed — 按表归并.
 * `judged` tells how many projects of each table were looked at and could be judged.
 */
export function groupByTable(
  observations: readonly Observation[],
  judged: ReadonlyMap<FieldPath, number>,
  places: Places,
): readonly Observation[] {
  const byTable = Map.groupBy(observations, ({ subject }) => tableOf(subject));
  return [...byTable].map(([table, group]): Observation => {
    const titles = group.map(({ facts, quoted }) => String(facts.project ?? quoted));
    const severity = group[0]?.severity;
    return {
      subject: table,
      at: group.flatMap((one) => placeOf(places, one.subject) ?? []),
      quoted: titles.slice(0, namedInSentence).join("、"),
      ...(severity === undefined ? {} : { severity }),
      facts: {
        count: group.length,
        of: judged.get(table) ?? group.length,
        some: titles.slice(0, namedInSentence).join("、") + (titles.length > namedInSentence ? "……" : ""),
        projects: titles.join("、"),
        subjects: group.map((one) => one.subject).join(" "),
      },
    };
  });
}
