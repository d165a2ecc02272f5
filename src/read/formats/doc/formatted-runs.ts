import { u8, u16, u32 } from "./little-endian.ts";

/** A stretch of the stream and the changes of properties that hold for it — 格式段. */
export interface FormattedRun {
  readonly start: number;
  readonly end: number;
  readonly style: number;
  readonly changes: Uint8Array;
}

const pageSize = 512;

/**
 * The runs that an index of formatted pages leads to — 格式页索引（PlcBte）. Each page is read once, in whatever order the
 * index names it.
 */
export function formattedRuns(index: Uint8Array, main: Uint8Array, kind: "paragraphs" | "characters"): FormattedRun[] {
  const count = Math.floor((index.length - 4) / 8);
  const pages = new Set<number>();
  for (let at = 0; at < count; at++) pages.add(u32(index, (count + 1) * 4 + at * 4) & 0x3fffff);
  const runs: FormattedRun[] = [];
  for (const page of pages) {
    const bytes = main.subarray(page * pageSize, (page + 1) * pageSize);
    if (bytes.length === pageSize) addRuns(runs, bytes, kind);
  }
  return runs.sort((a, b) => a.start - b.start);
}

function addRuns(runs: FormattedRun[], page: Uint8Array, kind: "paragraphs" | "characters"): void {
  const count = u8(page, pageSize - 1);
  const entry = kind === "paragraphs" ? 13 : 1;
  if ((count + 1) * 4 + count * entry > pageSize) return;
  for (let at = 0; at < count; at++) {
    const start = u32(page, at * 4);
    const end = u32(page, at * 4 + 4);
    const offset = u8(page, (count + 1) * 4 + at * entry) * 2;
    if (end <= start) continue;
    runs.push({
      start,
      end,
      ...(offset === 0 ? plain : kind === "paragraphs" ? papx(page, offset) : chpx(page, offset)),
    });
  }
}

const plain = { style: 0, changes: new Uint8Array() } as const;

function papx(page: Uint8Array, offset: number): { readonly style: number; readonly changes: Uint8Array } {
  const words = u8(page, offset);
  const start = words === 0 ? offset + 2 : offset + 1;
  const length = words === 0 ? u8(page, offset + 1) * 2 : words * 2 - 1;
  const bytes = page.subarray(start, start + length);
  return { style: u16(bytes, 0), changes: bytes.subarray(2) };
}

function chpx(page: Uint8Array, offset: number): { readonly style: number; readonly changes: Uint8Array } {
  return { style: 0, changes: page.subarray(offset + 1, offset + 1 + u8(page, offset)) };
}

/** The place in sorted runs of the last one that begins at or before an offset; −1 where none does. */
export function runBefore(runs: readonly FormattedRun[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
