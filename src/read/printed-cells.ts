import { listOnDemand } from "../domain/list-on-demand.ts";
import { NumberList } from "../domain/number-list.ts";
import type { Box, PrintedCell } from "../domain/source-view.ts";

/** The cells of a document as a machine saw them, kept as numbers — 单元格簿: a workbook has hundreds of thousands. */
export interface PrintedCells {
  add(cell: PrintedCell): void;
  /** All that were added so far. */
  list(): readonly PrintedCell[];
}

/** Opens an empty one. */
export function openPrintedCells(): PrintedCells {
  const columns = { start: new NumberList(), end: new NumberList(), row: new NumberList(), column: new NumberList() };
  const reach = { rows: new NumberList(), columns: new NumberList() };
  /** View and table, where they are others than those of the cell before. */
  const stands: { readonly from: number; readonly view: number; readonly table: number | undefined }[] = [];
  const boxes: (Box | undefined)[] = [];
  const standAt = (index: number) => {
    let low = 0;
    let high = stands.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (stands[middle]!.from <= index) low = middle;
      else high = middle - 1;
    }
    return stands[low]!;
  };
  return {
    add({ span, view, table, row, column, rows, columns: wide, box }) {
      const index = columns.start.length;
      const before = stands.at(-1);
      if (!before || before.view !== view || before.table !== table) stands.push({ from: index, view, table });
      columns.start.push(span.start);
      columns.end.push(span.end);
      columns.row.push(row);
      columns.column.push(column);
      reach.rows.push(rows);
      reach.columns.push(wide);
      if (box) boxes[index] = box;
    },
    list: () =>
      listOnDemand(columns.start.length, (index) => {
        const { view, table } = standAt(index);
        return {
          span: { start: columns.start.at(index), end: columns.end.at(index) },
          view,
          table,
          row: columns.row.at(index),
          column: columns.column.at(index),
          rows: reach.rows.at(index),
          columns: reach.columns.at(index),
          box: boxes[index],
        };
      }),
  };
}
