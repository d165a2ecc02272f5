import type { FieldPath } from "../../domain/place.ts";
import type { Reading } from "../../domain/reading.ts";

/** Whose value a path leads to: project, subtotal or table, its indicator, and the field — 字段归属. */
interface WhoseField {
  /** Path of the project, subtotal or table. */
  readonly owner: FieldPath;
  readonly of: string;
  readonly indicator: string | null;
  readonly field: string;
}

const ownerOf = /^tables\/(\d+)(?:\/(units|declarations)\/(\d+))?(?:\/|$)/u;
const ofIndicator = /^indicators\/(\d+)(?:\/(.+))?$/u;

/** Reads a path in the words of its reading. */
export function whoseField({ tables }: Pick<Reading, "tables">, path: FieldPath): WhoseField {
  const [own = "", t, list, n] = ownerOf.exec(path) ?? [];
  const table = tables[Number(t)];
  const owner = own.replace(/\/$/u, "");
  const rest = path.slice(own.length);
  if (list === "units") return { owner, of: table?.units[Number(n)]?.name ?? "", indicator: null, field: rest };
  if (list !== "declarations") return { owner, of: table?.title ?? "", indicator: null, field: rest };
  const declaration = table?.declarations[Number(n)];
  const [, nth, field] = ofIndicator.exec(rest) ?? [];
  const indicator = nth === undefined ? null : (declaration?.indicators[Number(nth)]?.name ?? "");
  const of = declaration?.project.title ?? "";
  return { owner, of, indicator, field: nth === undefined ? rest : (field ?? "") };
}
