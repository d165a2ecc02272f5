import type { Disclosure } from "../../domain/declaration.ts";

const withheldWords = /涉密|不予公开|不公开/u;

/** A project that is not disclosed says so where its targets would stand — 不公开项目. */
export function disclosureOf(goal: string, values: readonly string[]): Disclosure {
  if (withheldWords.test(goal)) return { kind: "withheld", reason: goal };
  const statement = values.length > 0 && values.every((value) => withheldWords.test(value)) ? values[0] : undefined;
  return statement === undefined ? { kind: "public" } : { kind: "withheld", reason: statement };
}
