import type { Block, FlowTable } from "./blocks.ts";
import type { LooseCell, LooseRow } from "./place-cells.ts";

/** What a cell says of itself — 单元格属性. */
export type CellReach = Omit<LooseCell, "blocks">;

/**
 * Puts blocks together while markup is walked — 内容块搭建. Damaged markup closes what it never opened and puts rows where
 * no table is: such calls do nothing, and the words stay in the nearest cell or in the document itself.
 */
export interface FlowBuilder {
  paragraph(text: string): void;
  pageBreak(): void;
  openTable(): void;
  /** `false` where no table is open at this place. */
  openRow(): boolean;
  openCell(): boolean;
  /** Ends a cell; `times` where the file says it stands there more than once. */
  closeCell(reach: CellReach, times?: number): void;
  /** Ends a row and returns its cells; with `keep: false` they are left out of the table. */
  closeRow(row?: {
    readonly before?: number;
    readonly group?: number;
    readonly keep?: boolean;
    readonly times?: number;
  }): readonly LooseCell[];
  closeTable(place: (rows: readonly LooseRow[]) => FlowTable): void;
  /** Words that stand beside the text, in a text box: they follow what holds them. */
  openAside(): void;
  closeAside(): readonly Block[];
  add(blocks: readonly Block[]): void;
  finish(): readonly Block[];
}

type Frame =
  | { readonly kind: "content"; readonly blocks: Block[] }
  | { readonly kind: "table"; readonly rows: LooseRow[] }
  | { readonly kind: "row"; readonly cells: LooseCell[] };

/** Opens an empty document of blocks. */
export function openFlow(): FlowBuilder {
  const frames: Frame[] = [{ kind: "content", blocks: [] }];
  const top = (): Frame => frames.at(-1)!;
  const content = (): Block[] => {
    for (let at = frames.length - 1; at >= 0; at--) {
      const frame = frames[at]!;
      if (frame.kind === "content") return frame.blocks;
    }
    return [];
  };
  return {
    paragraph(text) {
      content().push({ kind: "paragraph", text });
    },
    pageBreak() {
      content().push({ kind: "page-break" });
    },
    openTable() {
      frames.push({ kind: "table", rows: [] });
    },
    openRow() {
      if (top().kind !== "table") return false;
      frames.push({ kind: "row", cells: [] });
      return true;
    },
    openCell() {
      if (top().kind !== "row") return false;
      frames.push({ kind: "content", blocks: [] });
      return true;
    },
    closeCell(reach, times = 1) {
      const cell = top();
      const row = frames.at(-2);
      if (cell.kind !== "content" || row?.kind !== "row") return;
      frames.pop();
      for (let one = 0; one < times; one++) row.cells.push({ ...reach, blocks: cell.blocks });
    },
    closeRow({ before = 0, group = 0, keep = true, times = 1 } = {}) {
      const row = top();
      const table = frames.at(-2);
      if (row.kind !== "row" || table?.kind !== "table") return [];
      frames.pop();
      for (let one = 0; keep && one < times; one++) table.rows.push({ cells: row.cells, before, group });
      return row.cells;
    },
    closeTable(place) {
      const table = top();
      if (table.kind !== "table") return;
      frames.pop();
      content().push(place(table.rows));
    },
    openAside() {
      frames.push({ kind: "content", blocks: [] });
    },
    closeAside() {
      const aside = top();
      if (aside.kind !== "content" || frames.length === 1) return [];
      frames.pop();
      return aside.blocks;
    },
    add(blocks) {
      for (const block of blocks) content().push(block);
    },
    finish() {
      return frames[0]!.kind === "content" ? frames[0]!.blocks : [];
    },
  };
}
