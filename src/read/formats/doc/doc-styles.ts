import { type DocFile, docTables } from "./file-head.ts";
import { u8, u16 } from "./little-endian.ts";
import { changesIn, properties } from "./property-changes.ts";

/** The list that a style of paragraphs numbers — 样式所带的编号. */
export interface DocStyle {
  readonly list: number;
  readonly level: number;
}

const longestChain = 11;

/** Reads the lists of paragraph styles, each with what it inherits — 读取样式表. By number of the style. */
export function listsOfStyles(doc: DocFile): (style: number) => DocStyle {
  const table = doc.table(docTables.styles);
  const found: { based: number; list?: number; level?: number }[] = [];
  const base = u16(table, 4);
  const count = u16(table, 2);
  let at = 2 + u16(table, 0);
  for (let one = 0; one < count && at + 2 <= table.length; one++) {
    const length = u16(table, at);
    found.push(styleIn(table.subarray(at + 2, at + 2 + length), base));
    at += 2 + length;
  }
  return (style) => {
    let list: number | undefined;
    let level: number | undefined;
    let next = style;
    for (let step = 0; step < longestChain; step++) {
      const one = found[next];
      if (!one) break;
      list ??= one.list;
      level ??= one.level;
      next = one.based;
    }
    return { list: list ?? 0, level: level ?? 0 };
  };
}

/** Of a paragraph style, the changes of its paragraphs stand behind its name. */
function styleIn(bytes: Uint8Array, base: number): { based: number; list?: number; level?: number } {
  const kind = u16(bytes, 2);
  const found: { based: number; list?: number; level?: number } = { based: kind >>> 4 };
  if ((kind & 15) !== 1) return found;
  let at = base + 2 + (u16(bytes, base) + 1) * 2;
  at += at % 2;
  const changes = bytes.subarray(at + 4, at + 2 + u16(bytes, at));
  for (const { code, value } of changesIn(changes)) {
    if (code === properties.list) found.list = u16(value, 0);
    if (code === properties.listLevel) found.level = u8(value, 0);
  }
  return found;
}
