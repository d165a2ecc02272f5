import type { Cell } from "../../cells.ts";
import { type Columns, isClassColumn } from "../columns.ts";
import { bareHead } from "../header-words.ts";
import { levelOf, namesLevel1 } from "../printed-classes.ts";
import type { WordColumn } from "./align-row.ts";

/** The classes that the head of a column gives to all indicators in it — 表头所示级别. */
export interface HeldLevels {
  readonly level1: Cell | undefined;
  readonly level2: Cell | undefined;
}

/** A column of packed indicators, and the classes of its head — 指标列. */
export interface ListColumn {
  readonly role: WordColumn;
  readonly held: HeldLevels | undefined;
}

/** The columns that hold packed indicators, by place — 各指标列: one for all, or one for each class. */
export function listColumns({ roles, heads, spanning }: Columns): ListColumn[] {
  return roles.flatMap((role, at): ListColumn[] => {
    if (role === "indicators") return [{ role, held: undefined }];
    const head = heads[at];
    if (!role || !head || !isClassColumn(role)) return [];
    const held = namesClass1(head)
      ? { level1: head, level2: undefined }
      : { level1: spanning[at]!.findLast(namesClass1), level2: head };
    return [{ role: role as WordColumn, held }]; // a column of a class holds words
  });
}

function namesClass1(head: Cell): boolean {
  const level = levelOf(bareHead(head.text));
  return level !== undefined && namesLevel1(level);
}
