import type { DocText } from "./doc-text.ts";
import { type DocFile, docTables } from "./file-head.ts";
import { formattedRuns, runBefore } from "./formatted-runs.ts";
import { u8, u16 } from "./little-endian.ts";
import { changesIn, properties } from "./property-changes.ts";

/** Characters that are read otherwise than they stand — 特殊字符: hidden, deleted, or signs of a font of signs. */
export interface SpecialStretch {
  readonly start: number;
  readonly end: number;
  readonly kind: "hidden" | "deleted" | "sign";
  /** Code of the sign. */
  readonly code: number;
}

/** Stretches of the text in their order — 特殊字符区间. */
export function specialStretches(doc: DocFile, { pieces }: DocText): SpecialStretch[] {
  const runs = formattedRuns(doc.table(docTables.characters), doc.main, "characters")
    .map((run) => ({ ...run, ...kindOf(run.changes) }))
    .sort((a, b) => a.start - b.start);
  const found: SpecialStretch[] = [];
  for (const piece of pieces) {
    const pieceEnd = piece.offset + (piece.end - piece.start) * piece.width;
    for (let at = Math.max(0, runBefore(runs, piece.offset)); at < runs.length; at++) {
      const run = runs[at]!;
      if (run.start >= pieceEnd) break;
      const from = Math.max(run.start, piece.offset);
      const to = Math.min(run.end, runs[at + 1]?.start ?? run.end, pieceEnd);
      if (to <= from || run.kind === undefined) continue;
      const place = (offset: number): number => piece.start + Math.floor((offset - piece.offset) / piece.width);
      found.push({ start: place(from), end: place(to), kind: run.kind, code: run.code });
    }
  }
  return found;
}

function kindOf(changes: Uint8Array): { readonly kind: SpecialStretch["kind"] | undefined; readonly code: number } {
  let kind: SpecialStretch["kind"] | undefined;
  let code = 0;
  for (const { code: property, value } of changesIn(changes)) {
    if (property === properties.deletedText && u8(value, 0) === 1) kind = "deleted";
    if (property === properties.hiddenText && u8(value, 0) % 128 === 1) kind ??= "hidden";
    if (property !== properties.symbol) continue;
    kind ??= "sign";
    code = u16(value, 2);
  }
  return { kind, code };
}
