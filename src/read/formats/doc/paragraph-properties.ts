import type { EdgedCell } from "../flow/place-by-edges.ts";
import { type DocFile, docTables } from "./file-head.ts";
import { type FormattedRun, formattedRuns, runBefore } from "./formatted-runs.ts";
import { u8, u16, u32 } from "./little-endian.ts";
import { changesIn, type PropertyChange, properties } from "./property-changes.ts";
import { rowShape } from "./row-shape.ts";

/** What the end of a paragraph says of its place — 段落属性. */
export interface ParagraphProperties {
  readonly style: number;
  /** How many tables it stands in. */
  readonly depth: number;
  /** It ends a row, or a row of a table within a cell. */
  readonly endsRow: boolean;
  /** It ends a cell of a table within a cell. */
  readonly endsInnerCell: boolean;
  readonly shape: readonly EdgedCell[];
  /** Use of a list, and level; absent where the style decides. */
  readonly list: number | undefined;
  readonly level: number | undefined;
  readonly breaksBefore: boolean;
}

const none: ParagraphProperties = {
  style: 0,
  depth: 0,
  endsRow: false,
  endsInnerCell: false,
  shape: [],
  list: undefined,
  level: undefined,
  breaksBefore: false,
};

/** Properties of the paragraph that ends at a place of the stream — 按段落结束位置查段落属性. */
export function openParagraphProperties(doc: DocFile): (offset: number) => ParagraphProperties {
  const runs = formattedRuns(doc.table(docTables.paragraphs), doc.main, "paragraphs");
  const known = new Map<FormattedRun, ParagraphProperties>();
  return (offset) => {
    const run = runs[runBefore(runs, offset)];
    if (!run || offset >= run.end) return none;
    const read = known.get(run) ?? propertiesOf(run, doc);
    known.set(run, read);
    return read;
  };
}

function propertiesOf({ style, changes: bytes }: FormattedRun, doc: DocFile): ParagraphProperties {
  const changes = [...withDistant(changesIn(bytes), doc.data)];
  const last = (code: number): Uint8Array | undefined => changes.findLast((one) => one.code === code)?.value;
  const isOn = (code: number): boolean => u8(last(code) ?? new Uint8Array(), 0) !== 0;
  const depth = last(properties.depth);
  const list = last(properties.list);
  const level = last(properties.listLevel);
  const deeper = isOn(properties.innerCellEnd) || isOn(properties.innerRowEnd);
  return {
    style,
    depth: Math.max(depth ? u32(depth, 0) & 0xff : 0, isOn(properties.inTable) || isOn(properties.rowEnd) ? 1 : 0),
    endsRow: isOn(properties.rowEnd) && !deeper ? true : isOn(properties.innerRowEnd),
    endsInnerCell: isOn(properties.innerCellEnd) && !isOn(properties.innerRowEnd),
    shape: rowShape(changes),
    list: list && u16(list, 0),
    level: level && u8(level, 0),
    breaksBefore: isOn(properties.pageBreakBefore),
  };
}

const distant: ReadonlySet<number> = new Set([
  properties.elsewhere,
  properties.elsewhereOld,
  properties.tableElsewhere,
]);

/** Long lists of changes stand in a stream of their own; one that names another again is not followed. */
function* withDistant(changes: Iterable<PropertyChange>, data: Uint8Array): Generator<PropertyChange> {
  for (const change of changes) {
    yield change;
    if (!distant.has(change.code)) continue;
    const at = u32(change.value, 0);
    if (at + 2 <= data.length) yield* changesIn(data.subarray(at + 2, at + 2 + u16(data, at)));
  }
}
