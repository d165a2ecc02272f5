/** How far two pieces of a cut cell print the same line — 重印: the tail of the first and the head of the second. */
export interface Overlap {
  /** Length of the tail of the first piece that stands again. */
  readonly tail: number;
  /** Length of the head of the second piece that repeats it. */
  readonly head: number;
  /** The two copies are of one length and begin and end alike: damage changes letters within, it takes none away. */
  readonly isEven: boolean;
}

const window = 120;
const gap = -1.5;
const match = 1;
const mismatch = -1;
const punctuation = /[\s；;,，.．。:：]/u;

/**
 * Finds the line that stands on both sides of a page break, where the cut went through its glyphs: one copy may be
 * damaged. `undefined` where fewer than ten characters agree or more than one in four differs. Constant time.
 */
export function repeatedLine(first: string, second: string): Overlap | undefined {
  const a = lettersOf(first, Math.max(0, first.length - window), first.length);
  const b = lettersOf(second, 0, Math.min(second.length, window));
  const width = b.length + 1;
  const score = new Float64Array((a.length + 1) * width);
  const same = new Uint16Array((a.length + 1) * width);
  for (let j = 1; j <= b.length; j++) score[j] = gap * j; // the head counts from its first letter
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const equal = a[i - 1]!.char === b[j - 1]!.char;
      const diagonal = score[(i - 1) * width + j - 1]! + (equal ? match : mismatch);
      const up = score[(i - 1) * width + j]! + gap;
      const left = score[i * width + j - 1]! + gap;
      const best = Math.max(diagonal, up, left);
      const from = best === diagonal ? (i - 1) * width + j - 1 : best === up ? (i - 1) * width + j : i * width + j - 1;
      score[i * width + j] = best;
      same[i * width + j] = same[from]! + (best === diagonal && equal ? 1 : 0);
    }
  }
  let end = 0;
  for (let j = 1; j <= b.length; j++) if (score[a.length * width + j]! > score[a.length * width + end]!) end = j;
  const agreeing = same[a.length * width + end]!;
  if (agreeing < 10 || agreeing < 0.75 * end) return undefined;
  const start = tailStart(a, b, end, score, width);
  const sameEnds = a[start]!.char === b[0]!.char && a.at(-1)!.char === b[end - 1]!.char;
  const isEven = sameEnds && a.length - start === end && end >= 12;
  const marks = first.slice(a.at(-1)!.at + 1);
  const head = b[end - 1]!.at + 1;
  return {
    tail: first.length - a[start]!.at,
    head: head + (second.startsWith(marks, head) ? marks.length : 0),
    isEven,
  };
}

/** Walks the alignment back to where it starts in the first piece. */
function tailStart(
  a: readonly Letter[],
  b: readonly Letter[],
  end: number,
  score: Float64Array,
  width: number,
): number {
  let i = a.length;
  let j = end;
  while (i > 0 && j > 0) {
    const equal = a[i - 1]!.char === b[j - 1]!.char;
    const here = score[i * width + j]!;
    if (here === score[(i - 1) * width + j - 1]! + (equal ? match : mismatch)) {
      i--;
      j--;
    } else if (here === score[(i - 1) * width + j]! + gap) i--;
    else j--;
  }
  return i;
}

interface Letter {
  readonly char: string;
  readonly at: number;
}

/** Characters without blanks and punctuation, which the two copies print differently. */
function lettersOf(text: string, from: number, to: number): Letter[] {
  const letters: Letter[] = [];
  for (let at = from; at < to; at++) if (!punctuation.test(text[at]!)) letters.push({ char: text[at]!, at });
  return letters;
}
