import type { Mark } from "./target-marks.ts";
import type { Scan } from "./target-scan.ts";
import type { Painted } from "./target-text.ts";

/** Two bounds of one thing are a range: 不少于10家且不超过20家, 80%≤满意度<90% — 上下限合为区间. */
export function asRange(scan: Scan, marks: readonly Mark[]): readonly Mark[] {
  const [first, second] = marks;
  if (marks.length !== 2 || first?.kind !== "figure" || second?.kind !== "figure") return marks;
  const between = scan.open.slice(first.end, Math.min(second.start, first.end + 12));
  // In 80%≤满意度<90% the sign behind the first number is turned round.
  const turned = second.figure.comparator?.startsWith("<") ? /^[≤<]=?(?=\p{L}{0,10}$)/u.exec(between)?.[0] : undefined;
  if (turned === undefined && !/^[,、且并和]{0,2}$/u.test(between)) return marks;
  const firstSide = turned === undefined ? first.figure.comparator?.charAt(0) : ">";
  const secondSide = second.figure.comparator?.charAt(0);
  const isUpward = firstSide === ">" && secondSide === "<";
  if (!isUpward && !(firstSide === "<" && secondSide === ">")) return marks;
  const [low, high] = isUpward ? [first.figure, second.figure] : [second.figure, first.figure];
  const unit = low.unit ?? high.unit;
  const isOneThing = unit === (high.unit ?? unit) && low.upper === undefined && high.upper === undefined;
  if (!isOneThing || low.number >= high.number) return marks;
  const signEnd = first.end + (turned?.length ?? 0);
  const joint: readonly Painted[] = [
    { from: first.end, to: signEnd, role: "comparator" },
    { from: signEnd, to: second.start, role: turned === undefined ? "separator" : "qualifier" },
  ];
  const painted = [...first.painted, ...joint, ...second.painted].filter((piece) => piece.to > piece.from);
  const figure = { ...high, number: low.number, upper: high.number, unit };
  return [{ ...second, start: first.start, figure, painted }];
}
