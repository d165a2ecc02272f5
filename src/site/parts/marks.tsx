import type { ReactNode } from "react";
import type { ExcerptView } from "../../api/contract.ts";
import type { Language } from "../../domain/result.ts";
import { sourceWords } from "../words/source.ts";

/** One marked stretch of the source: the words of a value, or a piece of them — 标记. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly path: string;
  readonly id: string;
  /** Counts the pieces of one value from 0. */
  readonly nth: number;
}

/** Which words of a source belong to which value, and under what ids — 标记表. */
export interface Marks {
  readonly pieces: readonly Piece[];
  /** Ids of the pieces of a value, in reading order; empty where it has no place. */
  readonly idsOf: (path: string) => readonly string[];
}

/**
 * The marks of an excerpt. Places of whole rows and indicators give way to the values inside them; of two values in the
 * same words the first is marked, and the other one points to the same mark.
 */
export function marksOf(excerpt: ExcerptView): Marks {
  const containers = new Set<string>();
  for (const { path } of excerpt.marks)
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) containers.add(path.slice(0, at));
  const wanted = excerpt.marks
    .filter(({ path }) => !containers.has(path))
    .flatMap(({ path, spans }) => spans.map((span, nth) => ({ ...span, path, nth, id: markId(path, nth) })))
    .filter(({ start, end }) => end > start && start >= excerpt.start && end <= excerpt.start + excerpt.text.length)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: Piece[] = [];
  const ids = new Map<string, string[]>();
  for (const piece of wanted) {
    const last = pieces.at(-1);
    const own = ids.get(piece.path) ?? [];
    ids.set(piece.path, own);
    if (last && piece.start < last.end) {
      own.push(last.id);
      continue;
    }
    pieces.push(piece);
    own.push(piece.id);
  }
  return { pieces, idsOf: (path) => ids.get(path) ?? [] };
}

const shortNames: Readonly<Record<string, string>> = { tables: "t", declarations: "d", indicators: "i", units: "u" };

/** `tables/0/declarations/3/indicators/1/annualTarget` → `t0d3i1-annualTarget`. */
export function shortPath(path: string): string {
  const parts = path.split("/");
  let short = "";
  for (let n = 0; n < parts.length; n += 1) {
    const letter = shortNames[parts[n]!];
    const next = parts[n + 1];
    if (letter && next !== undefined && /^\d+$/.test(next)) {
      short += letter + next;
      n += 1;
    } else short += `-${parts[n]}`;
  }
  return short.replace(/^-/, "");
}

const markId = (path: string, nth: number): string => `s-${shortPath(path)}${nth === 0 ? "" : `~${nth + 1}`}`;

/** Id of a value on the page, which its words in the source lead back to. */
export const valueId = (path: string): string => `v-${shortPath(path)}`;

/** The source of a page: numbered lines, the words of each value marked — 原文. */
export function SourceText(props: {
  readonly excerpt: ExcerptView;
  readonly marks: Marks;
  readonly language: Language;
  /** Where a marked value leads. */
  readonly hrefOf: (path: string) => string | undefined;
  /** Stretches that found no place. */
  readonly unplaced?: readonly { readonly start: number; readonly end: number }[];
}): ReactNode {
  const { excerpt } = props;
  const lines: ReactNode[] = [];
  const stretches = stretchesOf(props.marks.pieces, props.unplaced ?? []);
  let at = excerpt.start;
  let next = 0;
  let number = excerpt.firstLine;
  for (const line of excerpt.text.split("\n")) {
    const end = at + line.length;
    const content: ReactNode[] = [];
    let cursor = at;
    while (next < stretches.length && stretches[next]!.start < end) {
      const stretch = stretches[next]!;
      const from = Math.max(stretch.start, at);
      const to = Math.min(stretch.end, end);
      if (from > cursor) content.push(...plain(excerpt, cursor, from));
      content.push(markedStretch(props, stretch, from, to));
      cursor = to;
      if (stretch.end > end) break;
      next += 1;
    }
    if (cursor < end) content.push(...plain(excerpt, cursor, end));
    lines.push(
      <li key={number} id={`L${number}`} value={number} className={line.trim() === "" ? "blank" : undefined}>
        {content}
      </li>,
    );
    at = end + 1;
    number += 1;
  }
  return <ol className="lines">{lines}</ol>;
}

type Stretch = { readonly start: number; readonly end: number; readonly piece: Piece | undefined };

function stretchesOf(pieces: readonly Piece[], unplaced: readonly { start: number; end: number }[]): Stretch[] {
  return [
    ...pieces.map((piece) => ({ start: piece.start, end: piece.end, piece })),
    ...unplaced.map(({ start, end }) => ({ start, end, piece: undefined })),
  ].sort((a, b) => a.start - b.start);
}

/** Text without marks; a tab is a cell's edge and is shown as one. */
function plain(excerpt: ExcerptView, from: number, to: number): ReactNode[] {
  const text = excerpt.text.slice(from - excerpt.start, to - excerpt.start);
  const shown: ReactNode[] = [];
  let at = 0;
  for (let tab = text.indexOf("\t"); tab !== -1; tab = text.indexOf("\t", at)) {
    shown.push(text.slice(at, tab), <i key={from + tab}>{"\t"}</i>);
    at = tab + 1;
  }
  shown.push(text.slice(at));
  return shown;
}

function markedStretch(props: Parameters<typeof SourceText>[0], stretch: Stretch, from: number, to: number): ReactNode {
  const words = props.excerpt.text.slice(from - props.excerpt.start, to - props.excerpt.start);
  const { piece } = stretch;
  if (!piece)
    return (
      <mark key={from} className="unplaced" title={sourceWords[props.language].unplaced}>
        {words}
      </mark>
    );
  const href = props.hrefOf(piece.path);
  return (
    <mark
      key={from}
      id={from === piece.start ? piece.id : undefined}
      data-value={shortPath(piece.path)}
      data-kind={piece.path.slice(piece.path.lastIndexOf("/") + 1)}
    >
      {href ? <a href={href}>{words}</a> : words}
    </mark>
  );
}
