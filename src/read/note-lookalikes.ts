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
  for (const path of pathsOfWords(tables)) {
    const place = record.places.at(path);
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
function* pathsOfWords(tables: readonly TargetTable[]): Generator<FieldPath> {
  for (const [at, { units, declarations }] of tables.entries()) {
    for (const unit of units.keys()) yield `tables/${at}/units/${unit}/name`;
    for (const [index, { disclosure, indicators }] of declarations.entries()) {
      if (disclosure.kind === "withheld") continue;
      const path = `tables/${at}/declarations/${index}`;
      yield `${path}/project/name`;
      yield `${path}/goal`;
      for (const [n, { cycleTarget, annualTarget }] of indicators.entries()) {
        yield `${path}/indicators/${n}/name`;
        yield `${path}/indicators/${n}/cycleTarget`;
        if (annualTarget?.text !== cycleTarget?.text) yield `${path}/indicators/${n}/annualTarget`;
      }
    }
  }
}
