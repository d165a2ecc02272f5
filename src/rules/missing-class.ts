import type { Indicator } from "../domain/indicator.ts";
import type { Outcome } from "./check.ts";
import { couldNotRead, fail, noIndicators, pass } from "./outcome.ts";
import type { DeclarationSubject } from "./subjects.ts";

/** Fails where no indicator of the project is of the kind that is looked for — 缺少某类指标. */
export function missingClass(
  { declaration, path }: DeclarationSubject,
  isOfKind: (indicator: Indicator) => boolean,
): Outcome {
  const { indicators } = declaration;
  if (indicators.length === 0) return noIndicators;
  if (indicators.some(isOfKind)) return pass;
  // An indicator of unknown class could be the one that is missing: then nothing is said of the project.
  if (indicators.some((indicator) => indicator.dimension === undefined)) return unknownClass;
  return fail({
    subject: path,
    quoted: declaration.project.name,
    facts: { project: declaration.project.title },
  });
}

const unknownClass = couldNotRead("有指标的类别读不出", "The class of an indicator could not be read");
