import type { ExampleTable } from "./example-table.ts";
import { layOut, sheetText } from "./sheet.ts";

/** A table as the text that comes out of its published file, without defects of printing — 打印绩效目标表. */
export function printTable(table: ExampleTable): string {
  return sheetText(layOut(table));
}
