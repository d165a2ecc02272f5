import { countLists, type ListLevel } from "../flow/list-counters.ts";
import { listFormatOfCode } from "../flow/list-formats.ts";
import { type DocFile, docTables } from "./file-head.ts";
import { i32, u8, u16, u32 } from "./little-endian.ts";

/** Automatic numbers of a .doc — .doc 自动编号. */
export interface DocLists {
  /** The number printed before a paragraph: `use` counts the uses of lists from 1, 0 is none. */
  next(use: number, level: number): string;
}

interface ListUse {
  readonly list: number;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, ListLevel>;
}

/** Reads the tables of lists — 读取编号表. What they do not hold is not numbered. */
export function openDocLists(doc: DocFile): DocLists {
  const lists = listsOf(doc);
  const uses = usesOf(doc);
  const counters = countLists();
  const begun = new Set<number>();
  return {
    next(number, level) {
      const use = uses[number - 1];
      const levels = use && lists.get(use.list);
      if (!use || !levels) return "";
      const key = String(use.list);
      if (!begun.has(number)) {
        begun.add(number);
        for (const [at, start] of use.starts) counters.restart(key, at, start);
      }
      return counters.next(
        key,
        level,
        use.levels.size === 0 ? levels : levels.map((one, at) => use.levels.get(at) ?? one),
      );
    },
  };
}

const listSize = 28;

/** Lists by their id. Their levels follow behind the table, out of its length. */
function listsOf(doc: DocFile): ReadonlyMap<number, readonly ListLevel[]> {
  const table = doc.table(docTables.lists);
  const found = new Map<number, readonly ListLevel[]>();
  if (table.length < 2) return found;
  const count = Math.min(u16(table, 0), Math.floor((table.length - 2) / listSize));
  let at = doc.tableStart(docTables.lists) + 2 + count * listSize;
  for (let one = 0; one < count; one++) {
    const start = 2 + one * listSize;
    const levels: ListLevel[] = [];
    const simple = (u8(table, start + 26) & 1) === 1;
    for (let level = 0; level < (simple ? 1 : 9) && at + listSize <= doc.tables.length; level++) {
      const read = levelAt(doc.tables, at);
      levels.push(read.level);
      at = read.end;
    }
    found.set(i32(table, start), levels);
  }
  return found;
}

function levelAt(bytes: Uint8Array, at: number): { readonly level: ListLevel; readonly end: number } {
  const flags = u8(bytes, at + 5);
  const text = at + listSize + u8(bytes, at + 25) + u8(bytes, at + 24);
  const length = Math.min(u16(bytes, text), 200);
  let words = "";
  for (let one = 0; one < length; one++) {
    const unit = u16(bytes, text + 2 + one * 2);
    words += unit < 9 ? `%${unit + 1}` : String.fromCharCode(unit);
  }
  return {
    level: {
      start: Math.max(0, i32(bytes, at)),
      format: listFormatOfCode(u8(bytes, at + 4)),
      text: words,
      inDigits: (flags & 4) !== 0,
      goesOn: (flags & 8) !== 0,
    },
    end: text + 2 + u16(bytes, text) * 2,
  };
}

const useSize = 16;

/** The uses of lists, each with what it changes. */
function usesOf(doc: DocFile): readonly ListUse[] {
  const table = doc.table(docTables.listUses);
  const count = Math.min(u32(table, 0), Math.floor(Math.max(0, table.length - 4) / useSize));
  const uses: ListUse[] = [];
  let at = 4 + count * useSize;
  for (let one = 0; one < count; one++) {
    const changes = u8(table, 4 + one * useSize + 12);
    const starts = new Map<number, number>();
    const levels = new Map<number, ListLevel>();
    at += 4;
    for (let change = 0; change < changes && at + 8 <= table.length; change++) {
      const flags = u32(table, at + 4);
      const level = flags & 15;
      if ((flags & 16) !== 0) starts.set(level, i32(table, at));
      at += 8;
      if ((flags & 32) === 0) continue;
      const read = levelAt(table, at);
      levels.set(level, read.level);
      if ((flags & 16) !== 0) starts.set(level, read.level.start);
      at = read.end;
    }
    uses.push({ list: i32(table, 4 + one * useSize), starts, levels });
  }
  return uses;
}
