import type { Cell } from "../../cells.ts";

/** More ways to read the figures of one row than this are not weighed. */
const mostVariants = 8;

/**
 * A row of which figures were recognised in several ways, once for each way — 识别读法的组合: as the recogniser thinks
 * likeliest first.
 */
export function variantsOf<Role>(row: ReadonlyMap<Role, Cell>): ReadonlyMap<Role, Cell>[] {
  let variants: ReadonlyMap<Role, Cell>[] = [row];
  for (const [role, cell] of row) {
    const others = (cell.readings ?? []).filter((text) => text !== cell.text);
    const more = others.flatMap((text) => variants.map((one) => new Map(one).set(role, { ...cell, text })));
    if (variants.length + more.length <= mostVariants) variants = [...variants, ...more];
  }
  return variants;
}
