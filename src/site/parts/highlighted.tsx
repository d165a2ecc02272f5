import type { ReactNode } from "react";

const longest = 2000;

/** A text with the searched words marked, whatever their width and blanks — 命中标记. */
export function Highlighted(props: { readonly text: string; readonly searched: string | undefined }): ReactNode {
  const { text } = props;
  const ranges = hits(text, props.searched ?? "");
  if (ranges.length === 0) return text;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(<mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}

/** Where the searched words stand in a text: width and case folded, blanks skipped. */
export function hits(text: string, searched: string): readonly { readonly start: number; readonly end: number }[] {
  const folded = folding(text.slice(0, longest));
  const found: { start: number; end: number }[] = [];
  for (const word of searched.slice(0, 200).split(/\s+/)) {
    const needle = folding(word).text;
    if (needle === "") continue;
    for (let at = folded.text.indexOf(needle); at !== -1; at = folded.text.indexOf(needle, at + needle.length)) {
      found.push({ start: folded.offsets[at]!, end: folded.offsets[at + needle.length - 1]! + 1 });
    }
  }
  found.sort((a, b) => a.start - b.start);
  return found.filter((range, n) => n === 0 || range.start >= found[n - 1]!.end);
}

function folding(text: string): { readonly text: string; readonly offsets: readonly number[] } {
  let folded = "";
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (/\s/.test(char)) continue;
    const code = char.charCodeAt(0);
    const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char;
    const lower = narrow.toLowerCase();
    folded += lower.length === 1 ? lower : narrow;
    offsets.push(at);
  }
  return { text: folded, offsets };
}

/** The stretch of a long text around the first hit. */
export function snippet(text: string, searched: string, around = 60): string {
  const first = hits(text, searched)[0];
  if (text.length <= 2 * around) return text;
  const start = edge(text, first ? Math.max(0, first.start - around) : 0);
  const end = edge(text, first ? Math.min(text.length, first.end + around) : 2 * around);
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}

/** A rare character takes two places and is not cut in half. */
const edge = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at);
