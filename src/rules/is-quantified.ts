import type { TargetValue } from "../domain/target-value.ts";

/** Can an actual value be held against this target by counting or by the calendar — 是否定量? */
export function isQuantified(value: TargetValue): boolean {
  switch (value.kind) {
    case "quantity":
    case "range":
    case "relative":
      return true;
    case "deadline":
      return value.date !== undefined || value.number !== undefined;
    case "compound":
      return value.parts.some(isQuantified);
    default:
      return false;
  }
}
