import type { Block, FlowTable } from "./blocks.ts";
import { type MarkedCell, mergeMarked } from "./place-cells.ts";

/** A cell as its row defines it — 行定义中的单元格: its edges in twips, and whether it is part of a merged one. */
export interface EdgedCell {
  readonly left: number;
  readonly right: number;
  readonly across?: "start" | "continue" | undefined;
  readonly down?: "start" | "continue" | undefined;
}

/** A row whose cells are told by their edges — 以边界定义的行. */
export interface EdgedRow {
  readonly shape: readonly EdgedCell[];
  readonly contents: readonly (readonly Block[])[];
}

/**
 * Puts paragraphs together whose place in tables is told by marks at their ends, as .doc and .rtf do — 由段落标记拼表.
 * Depth 0 is outside tables, 1 a table, 2 a table in a cell of it.
 */
export interface MarkedText {
  paragraph(text: string, depth: number): void;
  /** Ends a cell with its last paragraph. */
  cell(text: string, depth: number): void;
  /** Ends a row; `keep: false` leaves it out. Returns what it holds. */
  row(shape: readonly EdgedCell[], depth: number, keep?: boolean): readonly (readonly Block[])[];
  pageBreak(): void;
  add(blocks: readonly Block[]): void;
  finish(): { readonly blocks: readonly Block[]; readonly covered: readonly Block[]; readonly tables: number };
}

const deepest = 40;

interface Level {
  readonly rows: EdgedRow[];
  contents: Block[][];
  current: Block[];
}

/** Opens an empty text. */
export function openMarkedText(): MarkedText {
  const blocks: Block[] = [];
  const covered: Block[] = [];
  const levels: Level[] = [];
  let tables = 0;
  const target = (): Block[] => levels.at(-1)?.current ?? blocks;
  const closeLevel = (): void => {
    const level = levels.pop();
    if (!level) return;
    // a row that never ended: its cells are kept as a row of their own
    if (level.current.length > 0) level.contents.push(level.current);
    if (level.contents.length > 0) level.rows.push({ shape: [], contents: level.contents });
    if (level.rows.length === 0) return;
    const placed = placeByEdges(level.rows);
    tables++;
    target().push(placed.table);
    for (const block of placed.covered) covered.push(block);
  };
  const toDepth = (asked: number): void => {
    const depth = Math.max(0, Math.min(asked, deepest));
    while (levels.length > depth) closeLevel();
    while (levels.length < depth) levels.push({ rows: [], contents: [], current: [] });
  };
  return {
    paragraph(text, depth) {
      toDepth(depth);
      target().push({ kind: "paragraph", text });
    },
    cell(text, depth) {
      toDepth(Math.max(1, depth));
      const level = levels.at(-1)!;
      level.current.push({ kind: "paragraph", text });
      level.contents.push(level.current);
      level.current = [];
    },
    row(shape, depth, keep = true) {
      toDepth(Math.max(1, depth));
      const level = levels.at(-1)!;
      if (level.current.length > 0) level.contents.push(level.current);
      const { contents } = level;
      if (keep && contents.length > 0) level.rows.push({ shape, contents });
      level.contents = [];
      level.current = [];
      return contents;
    },
    pageBreak() {
      if (levels.length === 0) blocks.push({ kind: "page-break" });
    },
    add(added) {
      for (const block of added) target().push(block);
    },
    finish() {
      toDepth(0);
      return { blocks, covered, tables };
    },
  };
}

/** Rows whose cells have edges → one grid — 按边界对齐成网格. Edges that differ by less than a hair are one. */
function placeByEdges(rows: readonly EdgedRow[]): { readonly table: FlowTable; readonly covered: readonly Block[] } {
  const shaped = rows.map(withShape);
  const columnOf = columnsOfEdges(shaped.map(({ shape }) => shape));
  const marked = shaped.map(({ shape, contents }) => {
    const cells: MarkedCell[] = [];
    shape.forEach(({ left, right, across, down }, at) => {
      const blocks = contents[at] ?? [];
      const last = cells.at(-1);
      const end = last ? last.column + last.columns : 0;
      if (across === "continue" && last) {
        const reach = Math.max(end, columnOf(right)) - last.column;
        cells[cells.length - 1] = { ...last, columns: reach, blocks: [...last.blocks, ...blocks] };
        return;
      }
      const column = Math.max(end, columnOf(left));
      cells.push({ column, columns: Math.max(1, columnOf(right) - column), blocks, down });
    });
    return cells;
  });
  return mergeMarked(marked);
}

/** What a row says of its cells and the cells it has must agree; missing cells of the shape stand at its end. */
function withShape({ shape, contents }: EdgedRow): EdgedRow {
  const full: EdgedCell[] = [...shape.slice(0, Math.max(contents.length, 0))];
  while (full.length < contents.length) {
    const left = full.at(-1)?.right ?? 0;
    full.push({ left, right: left + 1_440 });
  }
  return { shape: full, contents };
}

const hair = 45;

function columnsOfEdges(shapes: readonly (readonly EdgedCell[])[]): (edge: number) => number {
  let narrowest = Number.POSITIVE_INFINITY;
  const edges = new Set<number>();
  for (const shape of shapes)
    for (const { left, right } of shape) {
      edges.add(left);
      edges.add(right);
      if (right > left) narrowest = Math.min(narrowest, right - left);
    }
  const tolerance = Math.min(hair, narrowest / 2);
  const columns = new Map<number, number>();
  let column = -1;
  let start = Number.NEGATIVE_INFINITY;
  for (const edge of [...edges].sort((a, b) => a - b)) {
    if (edge - start > tolerance) {
      column++;
      start = edge;
    }
    columns.set(edge, column);
  }
  return (edge) => columns.get(edge) ?? 0;
}
