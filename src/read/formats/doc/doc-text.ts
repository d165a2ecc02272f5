import type { Result } from "../../../domain/result.ts";
import type { ReadingRefusal } from "../../reading-refusal.ts";
import { type DocFile, damaged, docTables, fastSaved } from "./file-head.ts";
import { i16, u8, u16, u32 } from "./little-endian.ts";
import { changesIn, properties } from "./property-changes.ts";

/** A piece of the text: characters from `start` on stand at `offset` of the stream — 文本片段. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  /** Bytes of a character. */
  readonly width: 1 | 2;
}

/** The whole text with its pieces — .doc 的全文. */
export interface DocText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Where a character stands in the stream. */
  offsetOf(at: number): number;
}

/** Puts the text together from its pieces — 由片段表取出全文. */
export function openDocText(doc: DocFile): Result<DocText, ReadingRefusal> {
  const { main } = doc;
  const found = pieceTable(doc.table(docTables.pieces));
  if (!found) return damaged;
  if (found.changed) return fastSaved;
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  for (const { characters, offset, width } of found.pieces) {
    const bytes = main.subarray(offset, offset + characters * width);
    // a table that names the same bytes over and over is no text that somebody wrote
    if (length + bytes.length > 4 * main.length + 65_536) return damaged;
    const text = width === 1 ? new TextDecoder("windows-1252").decode(bytes) : utf16(bytes);
    parts.push(text);
    pieces.push({ start: length, end: length + text.length, offset, width });
    length += text.length;
  }
  return {
    ok: true,
    value: {
      text: parts.join(""),
      pieces,
      offsetOf(at) {
        let low = 0;
        let high = pieces.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (pieces[middle]!.end <= at) low = middle + 1;
          else high = middle;
        }
        const piece = pieces[low];
        return piece ? piece.offset + (at - piece.start) * piece.width : 0;
      },
    },
  };
}

/** Unit by unit: a lone half of a character stays one, so that places do not move. */
function utf16(bytes: Uint8Array): string {
  const parts: string[] = [];
  const units: number[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    units.push(u16(bytes, at));
    if (units.length < 4_096) continue;
    parts.push(String.fromCharCode(...units));
    units.length = 0;
  }
  parts.push(String.fromCharCode(...units));
  return parts.join("");
}

interface PieceTable {
  readonly pieces: readonly { readonly characters: number; readonly offset: number; readonly width: 1 | 2 }[];
  /** Whether properties of tables or of hiding are changed beside the text. */
  readonly changed: boolean;
}

function pieceTable(clx: Uint8Array): PieceTable | undefined {
  const beside: Uint8Array[] = [];
  let at = 0;
  while (u8(clx, at) === 1 && at + 3 <= clx.length) {
    const length = Math.max(0, i16(clx, at + 1));
    beside.push(clx.subarray(at + 3, at + 3 + length));
    at += 3 + length;
  }
  if (u8(clx, at) !== 2) return undefined;
  const table = clx.subarray(at + 5, at + 5 + u32(clx, at + 1));
  const count = Math.floor((table.length - 4) / 12);
  const pieces: { characters: number; offset: number; width: 1 | 2 }[] = [];
  let changed = false;
  for (let one = 0; one < count; one++) {
    const characters = u32(table, one * 4 + 4) - u32(table, one * 4);
    const entry = (count + 1) * 4 + one * 8;
    const place = u32(table, entry + 2);
    const narrow = (place & 0x40000000) !== 0;
    const offset = place & 0x3fffffff;
    if (characters > 0) pieces.push({ characters, offset: narrow ? offset >>> 1 : offset, width: narrow ? 1 : 2 });
    const change = u16(table, entry + 6);
    if ((change & 1) === 1 && concernsTables(beside[change >>> 1])) changed = true;
  }
  return pieces.length > 0 ? { pieces, changed } : undefined;
}

const telling: ReadonlySet<number> = new Set([
  properties.inTable,
  properties.rowEnd,
  properties.depth,
  properties.innerCellEnd,
  properties.innerRowEnd,
  properties.rowShape,
  properties.hiddenText,
  properties.deletedText,
]);

function concernsTables(changes: Uint8Array | undefined): boolean {
  if (!changes) return false;
  for (const { code } of changesIn(changes)) if (telling.has(code) || (code >>> 10) % 8 === 5) return true;
  return false;
}
