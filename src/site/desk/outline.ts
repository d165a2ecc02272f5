import type { BoxView } from "../../api/contract/desk-views.ts";

/** A little outside of what it holds, so that its line covers no words. */
const margin = 0.8;

const round = (n: number): number => Math.round(n * 100) / 100;

/**
 * Lines of words → the line around them, as a path of a drawing — 多行文字的轮廓: lines that stand below each other are one
 * shape, with steps where they begin and end apart.
 */
export function outlineOf(boxes: readonly BoxView[]): string {
  const groups: BoxView[][] = [];
  for (const box of boxes) {
    const group = groups.at(-1);
    if (group && isBelow(group.at(-1)!, box)) group.push(box);
    else groups.push([box]);
  }
  return groups.map(pathAround).join("");
}

function isBelow(above: BoxView, box: BoxView): boolean {
  const height = box.bottom - box.top;
  const gap = box.top - above.bottom;
  const overlaps = box.left < above.right && box.right > above.left;
  return overlaps && gap > -0.8 * height && gap < 0.8 * height && box.top > above.top;
}

function pathAround(boxes: readonly BoxView[]): string {
  const right: string[] = [];
  const left: string[] = [];
  boxes.forEach((box, n) => {
    const above = boxes[n - 1];
    const below = boxes[n + 1];
    const top = above ? (above.bottom + box.top) / 2 : box.top - margin;
    const bottom = below ? (box.bottom + below.top) / 2 : box.bottom + margin;
    right.push(`${round(box.right + margin)} ${round(top)}`, `${round(box.right + margin)} ${round(bottom)}`);
    left.push(`${round(box.left - margin)} ${round(top)}`, `${round(box.left - margin)} ${round(bottom)}`);
  });
  return `M${[...right, ...left.toReversed()].join("L")}Z`;
}
