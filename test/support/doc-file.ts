import { utils, write } from "cfb";
import type { SpecPart } from "./a-document.ts";
import { rowsWithCovered } from "./word-markup.ts";

/** A paragraph of a .doc: its words with the mark that ends it, and the changes of its properties. */
interface DocParagraph {
  readonly words: string;
  readonly changes: readonly number[];
}

const inTable = [0x16, 0x24, 1];
const rowEnd = [0x17, 0x24, 1];

/** A .doc of Word 97–2003 with these parts: as little of the format as Word itself would open. */
export function docOf(...parts: readonly SpecPart[]): Uint8Array {
  const paragraphs = [...parts.flatMap(paragraphsOf), { words: "\r", changes: [] }];
  const text = paragraphs.map(({ words }) => words).join("");
  const textStart = 0x800;
  const pagesStart = Math.ceil((textStart + text.length * 2) / 512) * 512;
  const pages = formattedPages(paragraphs, textStart);
  const main = new Uint8Array(pagesStart + pages.length * 512);
  const head = new DataView(main.buffer);
  for (let at = 0; at < text.length; at++) head.setUint16(textStart + at * 2, text.charCodeAt(at), true);
  pages.forEach((page, at) => {
    main.set(page.bytes, pagesStart + at * 512);
  });

  // one piece: where it begins and ends, then its flags, its place and no changes
  const clx = numbers([2, 1], [16, 4], [0, 4], [text.length, 4], [0, 2], [textStart, 4], [0, 2]);
  const index = [
    ...pages.flatMap(({ start }) => numbers([start, 4])),
    ...numbers([textStart + text.length * 2, 4]),
    ...pages.flatMap((_, at) => numbers([pagesStart / 512 + at, 4])),
  ];
  const tables = Uint8Array.from([...clx, ...index]);
  head.setUint16(0, 0xa5ec, true);
  head.setUint16(2, 0xc1, true);
  head.setUint16(0x0a, 0x0200, true);
  head.setUint32(0x4c, text.length, true);
  head.setUint32(0x9a + 13 * 8, clx.length, true);
  head.setUint32(0x9a + 13 * 8 + 4, index.length, true);
  head.setUint32(0x9a + 33 * 8, 0, true);
  head.setUint32(0x9a + 33 * 8 + 4, clx.length, true);
  return oleOf({ WordDocument: main, "1Table": tables });
}

/** An OLE2 container with these streams. */
export function oleOf(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) utils.cfb_add(container, `/${name}`, [...bytes]);
  return new Uint8Array(write(container, { type: "buffer" }));
}

function paragraphsOf(part: SpecPart): DocParagraph[] {
  if (part === "page break") return [{ words: "\f", changes: [] }];
  if (typeof part === "string") return part.split("\n").map((line) => ({ words: `${line}\r`, changes: [] }));
  return rowsWithCovered(part).flatMap((row) => {
    const cells = row.flatMap(({ text }) => {
      const lines = text.split("\n");
      return lines.map((line, at) => ({ words: line + (at < lines.length - 1 ? "\r" : "\u0007"), changes: inTable }));
    });
    const edges = [row[0]?.column ?? 0, ...row.map(({ column, columns }) => column + columns)];
    const flags = row.map(({ merge }) => (merge === "start" ? 0x60 : merge === "continue" ? 0x20 : 0));
    const shape = [
      ...numbers([row.length, 1]),
      ...edges.flatMap((edge) => numbers([edge * 500, 2])),
      ...flags.flatMap((flag) => [...numbers([flag, 2], [500, 2]), ...Array.from({ length: 16 }, () => 0)]),
    ];
    const changes = [...inTable, ...rowEnd, 0x08, 0xd6, ...numbers([shape.length + 1, 2]), ...shape];
    return [...cells, { words: "\u0007", changes }];
  });
}

/** Pages of 512 bytes that say which changes hold for which stretch of the stream. */
function formattedPages(paragraphs: readonly DocParagraph[], textStart: number) {
  const pages: { start: number; bytes: Uint8Array }[] = [];
  let runs: { start: number; end: number; papx: readonly number[] }[] = [];
  let at = textStart;
  const size = (count: number, papx: number): number => (count + 1) * 4 + count * 13 + papx;
  const flush = (): void => {
    if (runs.length === 0) return;
    const bytes = new Uint8Array(512);
    let free = 510;
    runs.forEach(({ start, end, papx }, one) => {
      free = (free - papx.length) & ~1;
      bytes.set(papx, free);
      bytes.set(numbers([start, 4], [end, 4]), one * 4);
      bytes[(runs.length + 1) * 4 + one * 13] = free / 2;
    });
    bytes[511] = runs.length;
    pages.push({ start: runs[0]!.start, bytes });
    runs = [];
  };
  for (const { words, changes } of paragraphs) {
    const length = 2 + changes.length;
    const papx = [...(length % 2 === 1 ? [(length + 1) / 2] : [0, length / 2]), 0, 0, ...changes];
    const used = runs.reduce((sum, run) => sum + run.papx.length + 1, papx.length + 1);
    if (size(runs.length + 1, used) > 508) flush();
    runs.push({ start: at, end: at + words.length * 2, papx });
    at += words.length * 2;
  }
  flush();
  return pages;
}

/** Numbers of so many bytes each, least byte first. */
function numbers(...values: readonly (readonly [number, number])[]): number[] {
  return values.flatMap(([value, bytes]) =>
    Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** at) & 255),
  );
}
