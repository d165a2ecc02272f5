import type { KeyView } from "../api/contract/basic-views.ts";

/** The key in an address; `undefined` where it is none. */
export function keyOf(params: Readonly<Record<string, string>>): KeyView | undefined {
  const { region = "", year = "", id = "" } = params;
  if (!/^\d{1,6}$/.test(region) || !/^\d{1,4}$/.test(year) || id === "" || id.length > 80) return undefined;
  return { region: Number(region), year: Number(year), id };
}
