import type { Span } from "../../domain/place.ts";
import { isWrapBlank } from "./joined-text.ts";

/** How the texts of one file are to be read — 折行习惯: where line wrapping left blanks, blanks between wide characters are dropped. */
export interface Wrapping {
  readonly habitual: boolean;
}

/** Blanks between wide characters in a hundred thousand: above this a file's blanks come from wrapping. */
const habit = 250;

/** Whether a file is full of blanks between wide characters. Real blanks in names and titles are rare. */
export function wrappingOf(text: string): Wrapping {
  let blanks = 0;
  let wide = 0;
  for (let at = 1; at < text.length - 1; at++) {
    const char = text[at]!;
    if (char === " " && isWrapBlank(text[at - 1]!, text[at + 1]!)) blanks++;
    else if (char > "\u2e7f") wide++;
  }
  return { habitual: blanks * 100_000 > habit * wide };
}

/** A text as printed, without the blanks of line wrapping — 还原折行. */
export function textOf(source: string, spans: readonly Span[], wrapping: Wrapping): string {
  const text = piecesOf(source, spans);
  return wrapping.habitual ? text.replace(/\s+/gu, (blank, at: number) => keepBlank(text, blank, at)) : text;
}

function keepBlank(text: string, blank: string, at: number): string {
  return isWrapBlank(text[at - 1]!, text[at + blank.length]!) ? "" : blank;
}

/** A name from a narrow column: blanks are dropped but between Latin words — 窄列名称. */
export function nameOf(source: string, spans: readonly Span[]): string {
  const text = piecesOf(source, spans);
  const latin = (char: string | undefined): boolean => char !== undefined && /[A-Za-z]/u.test(char);
  return text.replace(/\s+/gu, (blank, at: number) =>
    latin(text[at - 1]) && latin(text[at + blank.length]) ? blank : "",
  );
}

function piecesOf(source: string, spans: readonly Span[]): string {
  return spans
    .map((span) => source.slice(span.start, span.end))
    .join("")
    .trim();
}
