import { isValidElement, type ReactNode } from "react";
import type { CompetingView, ExcerptView } from "../../api/contract/reading-views.ts";
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
 * same words the first is marked, and the other one points to the same mark. `ending` tells ids apart where several
 * excerpts of one document stand in one page.
 */
export function marksOf(excerpt: ExcerptView, ending = ""): Marks {
  const containers = new Set<string>();
  for (const { path } of excerpt.marks)
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) containers.add(path.slice(0, at));
  const wanted = excerpt.marks
    .filter(({ path }) => !containers.has(path))
    .flatMap(({ path, spans }) => spans.map((span, nth) => ({ ...span, path, nth, id: markId(path, nth) + ending })))
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

/** Where the words of a value are marked, or those that name the row it speaks of; the line where there are none. */
export function sourceHref(marks: Marks, subject: string, line: number | undefined): string | undefined {
  for (const path of [subject, `${subject}/name`, `${subject}/project/name`]) {
    const id = marks.idsOf(path)[0];
    if (id !== undefined) return `#${id}`;
  }
  return line === undefined ? undefined : `#L${line}`;
}

/** The value on a project's page that marked words lead back to: a number or a class leads to its indicator. */
export function valueAnchor(path: string): string {
  return `#${valueId(path.replace(/\/(?:number|level[12])$/, ""))}`;
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
  /** Stretches that are no value of the page: without a place, or read otherwise. */
  readonly asides?: readonly Aside[];
  /** Where words without a place lead. */
  readonly hrefOfAside?: (aside: { readonly start: number; readonly end: number }) => string;
}): ReactNode {
  const { excerpt } = props;
  const lines: ReactNode[] = [];
  const stretches = stretchesOf(props.marks.pieces, props.asides ?? []);
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
      const to = Math.max(from, Math.min(stretch.end, end));
      if (from > cursor) content.push(...plain(excerpt, cursor, from));
      content.push(markedStretch(props, stretch, from, to));
      cursor = to;
      if (stretch.end > end) break;
      next += 1;
    }
    if (cursor < end) content.push(...plain(excerpt, cursor, end));
    lines.push(
      <li
        key={number}
        id={`L${number}`}
        value={number}
        className={line.trim() === "" ? "blank" : content.some(isMark) ? undefined : "near"}
      >
        {content}
      </li>,
    );
    at = end + 1;
    number += 1;
  }
  return <ol className="lines">{lines}</ol>;
}

/** A stretch that no value holds: it found no place, or it is the reading that was not taken. */
export interface Aside {
  readonly start: number;
  readonly end: number;
  readonly kind: "unplaced" | "lost";
}

/** The readings that were not taken, to be struck through in the source. */
export function lostOf(competing: readonly CompetingView[]): Aside[] {
  return competing.flatMap(({ options }) =>
    options
      .filter(({ taken }) => !taken)
      .flatMap(({ place }) => place.spans.map(({ start, end }) => ({ start, end, kind: "lost" as const }))),
  );
}

const isMark = (part: ReactNode): boolean => isValidElement(part) && part.type === "mark";

type Stretch =
  | { readonly start: number; readonly end: number; readonly piece: Piece }
  | { readonly start: number; readonly end: number; readonly aside: Aside["kind"] };

function stretchesOf(pieces: readonly Piece[], asides: readonly Aside[]): Stretch[] {
  const all: Stretch[] = [
    ...pieces.map((piece) => ({ start: piece.start, end: piece.end, piece })),
    ...asides.map(({ start, end, kind }) => ({ start, end, aside: kind })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return all.filter((stretch) => {
    if (stretch.start < end || stretch.end === stretch.start) return false;
    end = stretch.end;
    return true;
  });
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
  if ("aside" in stretch)
    return (
      <mark key={from} className={stretch.aside} title={sourceWords[props.language][stretch.aside]}>
        {stretch.aside === "unplaced" && props.hrefOfAside ? <a href={props.hrefOfAside(stretch)}>{words}</a> : words}
      </mark>
    );
  const { piece } = stretch;
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
