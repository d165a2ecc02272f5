import type { TargetValue } from "../domain/target-value.ts";
import type { TargetValueView } from "./contract/target-value-view.ts";

/** A target value as programs and pages get it: what is missing is `null`. */
export function targetValueView(value: TargetValue): TargetValueView {
  const printed = { text: value.text, tokens: value.tokens.map((token) => ({ ...token })) };
  switch (value.kind) {
    case "quantity":
      return {
        kind: value.kind,
        ...printed,
        comparator: value.comparator,
        number: value.number,
        unit: value.unit ?? null,
        per: value.per ?? null,
        qualifiers: [...value.qualifiers],
        formula: value.formula ?? null,
      };
    case "range":
      return {
        kind: value.kind,
        ...printed,
        number: value.number,
        upper: value.upper,
        unit: value.unit ?? null,
        per: value.per ?? null,
        qualifiers: [...value.qualifiers],
      };
    case "deadline":
      return {
        kind: value.kind,
        ...printed,
        comparator: value.comparator,
        date: value.date ?? null,
        number: value.number ?? null,
        unit: value.unit ?? null,
        relativeTo: value.relativeTo ?? null,
        qualifiers: [...value.qualifiers],
      };
    case "relative":
      return {
        kind: value.kind,
        ...printed,
        comparator: value.comparator,
        relativeTo: value.relativeTo,
        qualifiers: [...value.qualifiers],
      };
    case "compound":
      return { kind: value.kind, ...printed, parts: value.parts.map(targetValueView) };
    case "delegated":
      return { kind: value.kind, ...printed, relativeTo: value.relativeTo ?? null };
    case "text":
      return { kind: value.kind, ...printed, reason: value.reason };
    case "qualitative":
    case "withheld":
      return { kind: value.kind, ...printed };
  }
}
