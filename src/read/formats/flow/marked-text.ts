import type { Block } from "./blocks.ts";
import { type EdgedCell, type EdgedRow, placeByEdges } from "./place-by-edges.ts";

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

/** Tables within tables beyond this are none that somebody wrote. */
const deepest = 16;

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
