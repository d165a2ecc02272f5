import { type FoundCell, type FoundRow, sheetColumns } from "./sheet.ts";

/** Gathers the cells of a sheet into rows, in whatever order they come — 汇集工作表的行. */
export interface RowGatherer {
  /** A cell that holds something; a place is taken once. */
  add(row: number, cell: FoundCell): void;
  /** A row that has framed cells, empty or not. */
  frame(row: number): void;
  hide(row: number): void;
  /** Columns, ends included; however often the same are hidden. */
  hideColumns(first: number, last: number): void;
  readonly hiddenColumns: ReadonlySet<number>;
  /** The rows that hold something, from top to bottom. */
  found(): FoundRow[];
}

/** Begins a sheet. */
export function openRows(): RowGatherer {
  const rows = new Map<number, FoundCell[]>();
  const framed = new Set<number>();
  const hidden = new Set<number>();
  const hiddenTo = new Map<number, number>();
  return {
    add(number, cell) {
      const cells = rows.get(number);
      if (cells) addCell(cells, cell);
      else rows.set(number, [cell]);
    },
    frame(number) {
      framed.add(number);
    },
    hide(number) {
      hidden.add(number);
    },
    hideColumns(first, last) {
      hiddenTo.set(first, Math.max(hiddenTo.get(first) ?? 0, Math.min(last, sheetColumns - 1)));
    },
    get hiddenColumns() {
      const columns = new Set<number>();
      let to = -1;
      for (let column = 0; column < sheetColumns; column++) {
        to = Math.max(to, hiddenTo.get(column) ?? -1);
        if (column <= to) columns.add(column);
      }
      return columns;
    },
    found() {
      let before = -1;
      return [...rows]
        .sort((a, b) => a[0] - b[0])
        .map(([number, cells]) => {
          let blank = before + 1;
          while (blank < number && framed.has(blank)) blank++;
          const isFramedOn = before >= 0 && blank === number && blank > before + 1;
          before = number;
          return { number, cells, isFramedOn, isHidden: hidden.has(number) };
        });
    },
  };
}

/** Nearly all cells come in order; the few that do not are put right. */
function addCell(cells: FoundCell[], cell: FoundCell): void {
  const last = cells.at(-1);
  if (!last || last.column < cell.column) {
    cells.push(cell);
    return;
  }
  const at = cells.findIndex(({ column }) => column >= cell.column);
  if (cells[at]!.column !== cell.column) cells.splice(at, 0, cell);
}
