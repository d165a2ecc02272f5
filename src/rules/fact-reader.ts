import type { Fact, Facts } from "./check.ts";

/** Reads facts for a sentence; one that is missing (said by an older version of a rule) reads as “—” — 取用事实. */
export function factReader(facts: Facts): Fact {
  return (name) => (Object.hasOwn(facts, name) ? String(facts[name]) : "—");
}
