import type { Token } from "./form-tokens.ts";
import { type FormField, isMoneyField } from "./form-words.ts";
import type { MoneyBlock, OpenForm } from "./open-form.ts";

/** Which amounts stand beside each other is told by the line of their totals — 左右两组资金. */
export function openBlocks(form: OpenForm, tokens: readonly Token[]): void {
  const blocks = tokens.flatMap(({ field, cell }): MoneyBlock[] =>
    field === "total" || field === "cycleTotal"
      ? [{ period: field === "total" ? "annual" : "cycle", index: cell.index }]
      : [],
  );
  if (blocks.length > 0) form.blocks = blocks;
}

/** Whether a labelled amount is of the year or of the whole period; `seen` counts the labels of its line. */
export function periodOf(form: OpenForm, { field, cell }: Token, seen: Map<FormField, number>): "cycle" | "annual" {
  if (!isMoneyField(field) || field === "cycleTotal" || field === "total")
    return field === "cycleTotal" ? "cycle" : "annual";
  const nth = seen.get(field) ?? 0;
  seen.set(field, nth + 1);
  const { blocks } = form;
  if (nth > 0 || blocks.length < 2) return blocks[nth]?.period ?? "annual";
  const left = blocks.findLast(({ index }) => index <= cell.index);
  return (left ?? blocks[0]!).period;
}
