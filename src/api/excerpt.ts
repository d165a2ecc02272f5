import type { Places, Span } from "../domain/place.ts";
import type { StoredDocument } from "../store/store.ts";
import type { ExcerptView } from "./contract/reading-views.ts";
import { documentPage, spansView } from "./row-views.ts";

/** The whole text of a document with every place in it — 原文全文. */
export function wholeText(document: StoredDocument): ExcerptView {
  const { text, places } = document.reading;
  return {
    document: sourceView(document),
    start: 0,
    firstLine: 1,
    text,
    marks: Object.entries(places).map(([path, place]) => ({ path, ...spansView(place) })),
  };
}

/** The lines that a project stands on, one line around them, and the places of its values — 项目原文. */
export function excerptFor(document: StoredDocument, path: string): ExcerptView {
  const { text, places } = document.reading;
  const own = ownPlaces(places, path);
  const spans = own.flatMap(([, place]) => place.spans);
  if (spans.length === 0) return { document: sourceView(document), start: 0, firstLine: 1, text: "", marks: [] };
  const { start, end } = wholeLines(text, spans);
  return {
    document: sourceView(document),
    start,
    firstLine: lineNumber(text, start),
    text: text.slice(start, end),
    marks: own.map(([ownPath, place]) => ({ path: ownPath, ...spansView(place) })),
  };
}

function ownPlaces(places: Places, path: string) {
  return Object.entries(places).filter(([key]) => key === path || key.startsWith(`${path}/`));
}

function wholeLines(text: string, spans: readonly Span[]): Span {
  let start = text.length;
  let end = 0;
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const before = lineStart === 0 ? 0 : text.lastIndexOf("\n", lineStart - 2) + 1;
  const lineEnd = text.indexOf("\n", end);
  const after = lineEnd === -1 ? -1 : text.indexOf("\n", lineEnd + 1);
  return { start: before, end: after === -1 ? text.length : after };
}

function lineNumber(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

/** The file that something was read from. */
export function sourceView({ row }: Pick<StoredDocument, "row">): ExcerptView["document"] {
  return { key: { ...row.key }, page: documentPage(row.key), fileName: row.fileName, sha256: row.sha256 };
}
