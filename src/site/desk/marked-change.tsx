import type { ReactNode } from "react";

/** A text before and after, with the words that changed marked — 改动处. */
export function MarkedChange(props: {
  readonly before: string;
  readonly after: string;
  readonly empty: string;
}): ReactNode {
  const { before, after, empty } = props;
  if (before === "" || after === "")
    return (
      <span className="was">
        <del>{before || empty}</del> → <ins>{after || empty}</ins>
      </span>
    );
  const pieces = changedPieces(before, after);
  return (
    <span className="was">
      {pieces.map(({ kind, text, at }) =>
        kind === "same" ? (
          <span key={at}>{text}</span>
        ) : kind === "gone" ? (
          <del key={at}>{text}</del>
        ) : (
          <ins key={at}>{text}</ins>
        ),
      )}
    </span>
  );
}

/** A stretch of two texts laid over each other — 比对片段. */
interface Piece {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
  readonly at: string;
}

const longest = 600;

/** What two texts share and where they differ, word by word — 逐词比对. Long texts are compared from both ends only. */
export function changedPieces(before: string, after: string): readonly Piece[] {
  const old = unitsOf(before);
  const now = unitsOf(after);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const middleOld = old.slice(head, old.length - tail);
  const middleNow = now.slice(head, now.length - tail);
  const steps: { kind: Piece["kind"]; text: string }[] = [{ kind: "same", text: old.slice(0, head).join("") }];
  if (middleOld.length > longest || middleNow.length > longest)
    steps.push({ kind: "gone", text: middleOld.join("") }, { kind: "new", text: middleNow.join("") });
  else steps.push(...alignedSteps(middleOld, middleNow));
  steps.push({ kind: "same", text: old.slice(old.length - tail).join("") });
  const joined: { kind: Piece["kind"]; text: string }[] = [];
  for (const step of steps) {
    const last = joined.at(-1);
    if (step.text === "") continue;
    if (last?.kind === step.kind) last.text += step.text;
    else joined.push({ ...step });
  }
  return joined.map((piece, n) => ({ ...piece, at: `${n}-${piece.kind}` }));
}

/** Figures and Latin words stay whole; of Chinese each character is one. */
const unitsOf = (text: string): readonly string[] => text.match(/[\d.,，%％]+|[A-Za-z]+|[\s\S]/gu) ?? [];

/** The longest common row of units, and what is left out of either text. */
function alignedSteps(old: readonly string[], now: readonly string[]): { kind: Piece["kind"]; text: string }[] {
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i * width + j] =
        old[i] === now[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const steps: { kind: Piece["kind"]; text: string }[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      steps.push({ kind: "same", text: old[i]! });
      i++;
      j++;
    } else if (j >= now.length || (i < old.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!))
      steps.push({ kind: "gone", text: old[i++]! });
    else steps.push({ kind: "new", text: now[j++]! });
  }
  return steps;
}
