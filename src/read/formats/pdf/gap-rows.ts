import type { Gutter, RowHabit } from "./page-table.ts";
import type { PrintedLine } from "./printed-lines.ts";
import type { Segment } from "./ruled-segments.ts";

/** So many level lines inside a table part its rows; fewer part its head from its body. */
const enoughLevelLines = 2;
/** Space between rows is so much more than space between the lines of a cell. */
const clearly = 1.35;

/**
 * Where the rows of a table without columns of rules end — 无竖线表的分行: edges, one more than there are rows.
 */
export function rowsByGaps(
  lines: readonly PrintedLine[],
  gutters: readonly Gutter[],
  level: readonly Segment[],
  carried: RowHabit | undefined,
): { readonly edges: number[]; readonly habit: RowHabit } {
  const bands = bandsOf(lines);
  const top = bands[0]!.top - 1;
  const bottom = bands.at(-1)!.bottom + 1;
  const ruled = level
    .map((line) => line.at)
    .filter((at) => at > top && at < bottom)
    .sort((a, b) => a - b);
  if (carried?.byLines || ruled.length >= enoughLevelLines)
    return {
      edges: [top, ...ruled, bottom],
      habit: { byLines: true, space: undefined },
    };
  const gaps = bands.slice(1).map((band, index) => band.top - bands[index]!.bottom);
  const space = carried?.space ?? rowGap(gaps);
  const edges = [top];
  bands.slice(1).forEach((band, index) => {
    const before = bands[index]!;
    const isRuled = ruled.some((line) => line > before.bottom - 1 && line < band.top + 1);
    const starts = space === undefined ? startsRow(band, gutters) : gaps[index]! >= space;
    if (isRuled || starts) edges.push((before.bottom + band.top) / 2);
  });
  return { edges: [...edges, bottom], habit: { byLines: false, space } };
}

/** Points between two lines of a cell: less is as good as none. */
const leastLeading = 1;

/** Lines that overlap in height: words of one row that stand a little higher or lower. */
interface Band {
  readonly lines: PrintedLine[];
  top: number;
  bottom: number;
}

function bandsOf(lines: readonly PrintedLine[]): Band[] {
  const bands: Band[] = [];
  for (const line of lines) {
    const { top, bottom } = line.box;
    const last = bands.at(-1);
    if (last && top < last.bottom - 0.15 * line.size) {
      last.lines.push(line);
      last.bottom = Math.max(last.bottom, bottom);
    } else bands.push({ lines: [line], top, bottom });
  }
  return bands;
}

/** The least space that parts two rows; `undefined` where all spaces are alike. */
function rowGap(gaps: readonly number[]): number | undefined {
  const sorted = gaps.map((gap) => Math.max(gap, leastLeading)).sort((a, b) => a - b);
  let best = clearly;
  let found: number | undefined;
  for (let at = 1; at < sorted.length; at++) {
    const jump = sorted[at]! / sorted[at - 1]!;
    if (jump < best) continue;
    best = jump;
    found = Math.sqrt(sorted[at]! * sorted[at - 1]!);
  }
  return found;
}

/** Whether most columns, or one of figures, begin at these lines. */
function startsRow({ lines }: Band, gutters: readonly Gutter[]): boolean {
  const filled = new Set<number>();
  let hasFigures = false;
  for (const line of lines)
    for (const [column, text] of columnsOfLine(line, gutters)) {
      filled.add(column);
      if (/^[\d.,%\s-]+$/u.test(text)) hasFigures = true;
    }
  return hasFigures || 2 * filled.size >= gutters.length + 1;
}

/** The words of a line by column — 各栏文字. */
export function columnsOfLine({ glyphs }: PrintedLine, gutters: readonly Gutter[]): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const { left, right, text } of glyphs) {
    if (text.trim() === "") continue;
    const column = gutters.findLastIndex(({ from, to }) => left + right >= from + to) + 1;
    texts.set(column, (texts.get(column) ?? "") + text);
  }
  return texts;
}
