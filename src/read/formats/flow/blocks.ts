/** A piece of a document whose pages are not fixed (Word, web) — 流式文档的内容块. Line ends within a paragraph are "\n". */
export type Block = Paragraph | { readonly kind: "page-break" } | FlowTable;

/** 段落. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
}

/** A table with its cells in their places — 表格; cells may hold tables themselves. */
export interface FlowTable {
  readonly kind: "table";
  readonly rows: readonly (readonly FlowCell[])[];
  /** The file itself says that it only arranges the page — 排版用表格. */
  readonly forLayout?: boolean;
}

/** A cell in its place — 单元格: first column from 0, and how far it reaches. */
export interface FlowCell {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly blocks: readonly Block[];
}

/** Columns of a table: as far as its cells reach — 列数. */
export function widthOf(table: FlowTable): number {
  let width = 0;
  for (const row of table.rows) for (const { column, columns } of row) width = Math.max(width, column + columns);
  return width;
}

/** The words of blocks, a line for each paragraph; of a table, a line for each cell — 内容块的文字. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === "paragraph") return [block.text];
      if (block.kind === "page-break") return [];
      return block.rows.flat().map((cell) => textOfBlocks(cell.blocks));
    })
    .filter((text) => text.trim() !== "")
    .join("\n");
}
