import { fundingColumns } from "../../domain/funding.ts";
import type { Language } from "../../domain/result.ts";
import { deskWords } from "../words/desk.ts";
import { valueWords } from "../words/value.ts";

/** Name of a field in words, whatever it belongs to — 栏目名称; its path where it has none. */
export function deskFieldName(field: string, language: Language): string {
  const words = deskWords[language];
  const names: Readonly<Record<string, string>> = words.fields;
  const own = names[field];
  if (own !== undefined) return own;
  const parts = field.split("/");
  const last = parts.at(-1) ?? "";
  const column = fundingColumns.find((one) => one === last);
  if (column) {
    const name = valueWords[language][column];
    if (parts.includes("cycleFunding")) return `${words.cycle} · ${name}`;
    return parts[0] === "total" ? `${words.sum} · ${name}` : name;
  }
  if (parts[0] === "footnotes") return words.fields.footnotes;
  if (parts.includes("execution")) return names[last] ?? last;
  return names[last] ?? field;
}

/** The same with the indicator that it belongs to. */
export function fieldOfIndicator(
  { indicator, field }: { readonly indicator: string | null; readonly field: string },
  language: Language,
): string {
  const name = deskFieldName(field, language);
  return indicator ? `${indicator} · ${name}` : name;
}
