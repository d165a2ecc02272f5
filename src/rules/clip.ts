/** The words, shortened where they are long — 节选. */
export function clip(text: string, length: number): string {
  const points = [...text.slice(0, length * 2)];
  return points.length <= length && text.length <= length * 2 ? text : `${points.slice(0, length).join("")}…`;
}

/** The last words, where it matters how a text ends — 末尾节选. */
export function clipStart(text: string, length: number): string {
  const points = [...text.slice(-length * 2)];
  return points.length <= length && text.length <= length * 2 ? text : `…${points.slice(-length).join("")}`;
}
