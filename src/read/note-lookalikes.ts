import type { TargetTable } from "../domain/declaration.ts";
import { findLookalikes, isItsSpelling, isVariantForm, type LookalikeSeen } from "../domain/lookalikes.ts";
import type { FieldPath, Span } from "../domain/place.ts";
import { joinPieces, spansOf } from "./record/joined-text.ts";
import type { ReadingRecord } from "./record/record.ts";

/**
 * Notes look-alike characters at the values that hold them, each with what was most likely meant — 形近字提示. The words
 * stay as printed; what is withheld is not quoted.
 */
export function noteLookalikes(record: ReadingRecord, tables: readonly TargetTable[]): void {
  let characters = 0;
  const seen: { readonly path: FieldPath; readonly spans: readonly Span[]; readonly slip: LookalikeSeen }[] = [];
  for (const path of tables.flatMap(pathsOfWords)) {
    const place = record.places[path];
    if (!place) continue;
    const joined = joinPieces(record.text, place.spans);
    characters += joined.clean.length;
    for (const slip of findLookalikes(joined.clean))
      seen.push({ path, spans: spansOf(joined, slip.start, slip.end), slip });
  }
  const isSpelling = isItsSpelling(
    seen.map(({ slip }) => slip),
    characters,
  );
  const noted = new Set<string>();
  for (const { path, spans, slip } of seen) {
    const { printed, meant } = slip;
    if ((isSpelling && isVariantForm(slip)) || noted.has(`${path} ${printed}`)) continue;
    noted.add(`${path} ${printed}`);
    record.note("lookalike-characters", path, spans, {
      facts: { printed },
      ...(meant === undefined ? {} : { proposal: meant }),
    });
  }
}

/** Names, goals, indicators and their values of all that is open; a value that repeats its cycle's is not told twice. */
function pathsOfWords(table: TargetTable, at: number): readonly FieldPath[] {
  const declarations = table.declarations.flatMap(({ disclosure, indicators }, index) => {
    if (disclosure.kind === "withheld") return [];
    const path = `tables/${at}/declarations/${index}`;
    const ofIndicators = indicators.flatMap(({ cycleTarget, annualTarget }, n) => {
      const values = annualTarget?.text === cycleTarget?.text ? ["cycleTarget"] : ["cycleTarget", "annualTarget"];
      return ["name", ...values].map((field) => `${path}/indicators/${n}/${field}`);
    });
    return [`${path}/project/name`, `${path}/goal`, ...ofIndicators];
  });
  return [...table.units.keys()].map((unit) => `tables/${at}/units/${unit}/name`).concat(declarations);
}
