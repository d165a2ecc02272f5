import type { FoundCell, FoundRow } from "./sheet.ts";

/** Gathers the cells of a sheet into rows, in whatever order they come — 汇集工作表的行. */
export interface RowGatherer {
  /** A cell that holds something; a place is taken once. */
  add(row: number, cell: FoundCell): void;
  /** A row that has framed cells, empty or not. */
  frame(row: number): void;
  hide(row: number): void;
  /** The rows that hold something, from top to bottom. */
  found(): FoundRow[];
}

/** Begins a sheet. */
export function openRows(): RowGatherer {
  const rows = new Map<number, FoundCell[]>();
  const framed = new Set<number>();
  const hidden = new Set<number>();
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
