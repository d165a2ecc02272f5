import { fieldClass } from "./correction.ts";
import type { TargetTable } from "./declaration.ts";
import { type Field, fieldAt, fieldsOf } from "./field-at.ts";
import { findLookalikes } from "./lookalikes.ts";
import type { FieldPath } from "./place.ts";

/** The characters that were mistaken, and what they should be — 误读的几个字. */
interface Slip {
  readonly from: string;
  readonly to: string;
  /** It is on the list of slips that are never right — 已知的形近字. */
  readonly known: boolean;
}

/** A correction that would fit elsewhere as well — 同类更正. */
export interface SameKind {
  readonly before: string;
  readonly after: string;
  readonly slip: Slip | undefined;
  /** Those that read the very same under the same kind of field first; then those that hold the slip. */
  readonly items: readonly SameKindItem[];
}

/** One place where it would fit. */
interface SameKindItem {
  readonly path: FieldPath;
  readonly before: string;
  readonly after: string;
  /** The whole value is the same, in the same kind of field. */
  readonly equal: boolean;
}

/**
 * Where else a correction of one value would fit — 查找同类: the same words under the same kind of field; and, where only
 * a few characters were mistaken, every text that has them. Proposed only: a person chooses.
 */
export function sameKind(tables: readonly TargetTable[], path: FieldPath, after: string): SameKind {
  const before = fieldAt(tables, path)?.text ?? "";
  const own = fieldClass(path);
  const slip = slipIn(before, after);
  const equal: SameKindItem[] = [];
  const slips: SameKindItem[] = [];
  for (const [other, { text, kind }] of everyField(tables)) {
    if (text === before && fieldClass(other) === own) equal.push({ path: other, before, after, equal: true });
    else if (slip && kind !== "amount" && text.includes(slip.from))
      slips.push({ path: other, before: text, after: text.replaceAll(slip.from, slip.to), equal: false });
  }
  return { before, after, slip, items: [...equal, ...slips] };
}

/** The same once more for what a person chose of it: paths that do not fit any more are left out. */
export function replaceIn(
  tables: readonly TargetTable[],
  paths: readonly FieldPath[],
  { before, after, from, to }: Pick<SameKind, "before" | "after"> & Pick<Slip, "from" | "to">,
): readonly Omit<SameKindItem, "equal">[] {
  return paths.flatMap((path) => {
    const text = fieldAt(tables, path)?.text;
    if (text === undefined) return [];
    if (text === before) return [{ path, before: text, after }];
    return from !== "" && text.includes(from) ? [{ path, before: text, after: text.replaceAll(from, to) }] : [];
  });
}

function* everyField(tables: readonly TargetTable[]): Iterable<readonly [FieldPath, Field]> {
  for (const [t, table] of tables.entries()) {
    const paths = [
      ...table.units.map((_, n) => `tables/${t}/units/${n}/name`),
      ...table.declarations.flatMap((declaration, d) => fieldsOf(declaration, `tables/${t}/declarations/${d}`)),
    ];
    for (const path of paths) {
      const field = fieldAt(tables, path);
      if (field) yield [path, field];
    }
  }
}

const longestSlip = 12;

/**
 * The characters that were mistaken, and what they should be: what differs between the two, with the character before
 * or behind it where one alone would be found everywhere. `undefined` where more than a slip was changed.
 */
export function slipIn(before: string, after: string): Slip | undefined {
  const known = findLookalikes(before).find(
    ({ printed, meant }) => meant !== undefined && before.replaceAll(printed, meant) === after,
  );
  if (known?.meant !== undefined) return { from: known.printed, to: known.meant, known: true };
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (start > 0 && before.length - tail - start < 2) start--;
  else if (before.length - tail - start < 2 && tail > 0) tail--;
  const from = before.slice(start, before.length - tail);
  const to = after.slice(start, after.length - tail);
  const isWhole = from.length === before.length;
  return from.length < 2 || isWhole || from.length > longestSlip || to.length > longestSlip
    ? undefined
    : { from, to, known: false };
}
