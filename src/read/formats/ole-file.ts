import type { Result } from "../../domain/result.ts";
import { type ReadingRefusal, refuse } from "../reading-refusal.ts";

/** A stream of an OLE2 container: a path such as `Workbook` or `ObjectPool/_1/Package` — 复合文档中的流. */
export interface OleStream {
  readonly path: string;
  readonly size: number;
}

/** An OLE2 compound file (.xls, .doc, .et, .wps and encrypted .xlsx are such) — 复合文档. */
export interface OleFile {
  readonly streams: readonly OleStream[];
  /** The bytes of a stream; names are matched without regard to case. Short where sectors are missing. */
  read(path: string): Uint8Array | undefined;
}

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const lastSector = 0xfffffff8;
const none = 0xffffffff;

/** Whether the bytes begin as an OLE2 container. */
export function isOle(bytes: Uint8Array): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/**
 * Opens an OLE2 container — 打开复合文档. Own code: every chain is followed at most once over, so that damaged or
 * malicious tables neither loop nor ask for more memory than the file has bytes.
 */
export function openOle(bytes: Uint8Array): Result<OleFile, ReadingRefusal> {
  if (!isOle(bytes) || bytes.length < 512) return damaged;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorBits = view.getUint16(30, true);
  if (sectorBits !== 9 && sectorBits !== 12) return damaged;
  const sectorSize = 1 << sectorBits;
  const count = Math.ceil(bytes.length / sectorSize) - 1;
  const sector = (number: number): Uint8Array =>
    bytes.subarray((number + 1) * sectorSize, Math.min(bytes.length, (number + 2) * sectorSize));
  const fat = tableOf(fatSectors(view, sectorSize, count), sector);

  const follow = (first: number): number[] => chain(first, fat, count);
  const whole = (first: number): Uint8Array => concat(follow(first).map(sector));
  const directory = directoryOf(whole(view.getUint32(48, true)));
  const root = directory[0];
  if (!root) return damaged;
  const mini = whole(root.start);
  const miniFat = tableOf(follow(view.getUint32(60, true)), sector);
  const cutoff = view.getUint32(56, true);

  const streams = pathsOf(directory);
  return {
    ok: true,
    value: {
      streams: streams.map(({ path, entry }) => ({ path, size: entry.size })),
      read(path) {
        const entry = streams.find((one) => one.path.toLowerCase() === path.toLowerCase())?.entry;
        if (!entry) return undefined;
        const pieces =
          entry.size < cutoff
            ? chain(entry.start, miniFat, mini.length / 64).map((at) => mini.subarray(at * 64, at * 64 + 64))
            : follow(entry.start).map(sector);
        return concat(pieces).subarray(0, entry.size);
      },
    },
  };
}

const damaged = refuse(
  "damaged",
  { zh: "文件结构损坏（复合文档）。", en: "The file's structure is damaged (OLE2 compound file)." },
  {
    zh: "请用 Excel、Word 或 WPS 打开并另存为 .xlsx 或 .docx，再导入。",
    en: "Open it in Excel, Word or WPS, save it as .xlsx or .docx, and import that.",
  },
);

/** Numbers of the sectors that hold the allocation table: 109 in the head, the others chained. */
function fatSectors(view: DataView, sectorSize: number, count: number): number[] {
  const found: number[] = [];
  for (let at = 76; at < 512; at += 4) found.push(view.getUint32(at, true));
  let next = view.getUint32(68, true);
  for (let step = 0; next < lastSector && next < count && step < count; step++) {
    const start = (next + 1) * sectorSize;
    if (start + sectorSize > view.byteLength) break;
    for (let at = start; at < start + sectorSize - 4; at += 4) found.push(view.getUint32(at, true));
    next = view.getUint32(start + sectorSize - 4, true);
  }
  return [...new Set(found)].filter((number) => number < count);
}

/** The numbers that stand in some sectors, one after the other. */
function tableOf(sectors: readonly number[], sector: (number: number) => Uint8Array): Uint32Array {
  const joined = concat(sectors.map(sector));
  const view = new DataView(joined.buffer, joined.byteOffset, joined.byteLength);
  return Uint32Array.from({ length: joined.length >>> 2 }, (_, at) => view.getUint32(at * 4, true));
}

function chain(first: number, table: Uint32Array, most: number): number[] {
  const found: number[] = [];
  const seen = new Set<number>();
  let next = first;
  while (next < most && next < lastSector && !seen.has(next)) {
    seen.add(next);
    found.push(next);
    next = table[next] ?? none;
  }
  return found;
}

interface DirectoryEntry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

function directoryOf(bytes: Uint8Array): DirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: DirectoryEntry[] = [];
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    const nameBytes = Math.min(64, view.getUint16(at + 64, true));
    entries.push({
      name: new TextDecoder("utf-16le").decode(bytes.subarray(at, at + Math.max(0, nameBytes - 2))),
      kind: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

/** Walks the tree of names; an entry that is reached twice belongs to a damaged tree and counts once. */
function pathsOf(directory: readonly DirectoryEntry[]): { readonly path: string; readonly entry: DirectoryEntry }[] {
  const found: { path: string; entry: DirectoryEntry }[] = [];
  const seen = new Set<number>();
  const open: { readonly at: number; readonly folder: string }[] = [{ at: directory[0]?.child ?? none, folder: "" }];
  for (let next = open.pop(); next; next = open.pop()) {
    const entry = directory[next.at];
    if (!entry || seen.has(next.at)) continue;
    seen.add(next.at);
    const { folder } = next;
    open.push({ at: entry.right, folder }, { at: entry.left, folder });
    if (entry.kind === 1) open.push({ at: entry.child, folder: `${folder}${entry.name}/` });
    if (entry.kind === 2) found.push({ path: folder + entry.name, entry });
  }
  return found;
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
