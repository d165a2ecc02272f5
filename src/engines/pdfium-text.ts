import { foldCharacter } from "../read/formats/pdf/fold-character.ts";
import { type Matrix, matrixIn, type Orientation, type UserBox } from "./pdfium-geometry.ts";
import type { PdfiumLibrary } from "./pdfium-library.ts";

/** A character as PDFium gives it, in the coordinates of the PDF — 原始字形. */
export interface RawGlyph {
  readonly text: string;
  /** Where it stands on its line, and along the line from there to its end. */
  readonly x: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly object: TextObject;
  readonly unmapped: boolean;
}

/** What the characters of one text operator share — 文字对象. */
export interface TextObject {
  readonly pointer: number;
  readonly number: number;
  readonly size: number;
  /** Its line runs this way: a unit vector, and the angle counter-clockwise in degrees. */
  readonly right: number;
  readonly up: number;
  readonly degrees: number;
  /** Its line runs to the right, exactly. */
  readonly isLevel: boolean;
  /** Where its last letter stood: others of the same box stand on the same line. */
  baseline: number;
  bottom: number;
  /** The font does not say which character its first letter is. */
  readonly lacksMap: boolean;
}

/** The letters of a page — 页面文字. */
export interface PageText {
  readonly raw: readonly RawGlyph[];
  /** By how many quarters most lines run counter-clockwise; `undefined` where there are none. */
  readonly quarters: Orientation["quarters"] | undefined;
}

/** PDFium's mark for a hyphen at the end of a line. */
const hyphenMark = 2;

const firstChinese = 0x2e80;

/** Stands for a character of which the font does not say what it is. */
const unknown = "\ufffd";

/** Reads the characters of a page — 读取字符. */
export function textOf(library: PdfiumLibrary, page: number): PageText {
  const { calls, room } = library;
  const text = calls.FPDFText_LoadPage(page);
  if (text === 0) return { raw: [], quarters: undefined };
  const raw: RawGlyph[] = [];
  const turns = [0, 0, 0, 0];
  const count = calls.FPDFText_CountChars(text);
  let object: TextObject | undefined;
  let objects = 0;
  for (let at = 0; at < count; at++) {
    const pointer = calls.FPDFText_GetTextObject(text, at);
    if (pointer === 0) continue; // a blank that PDFium made up
    if (object?.pointer !== pointer) object = textObject(library, text, at, pointer, objects++);
    const code = calls.FPDFText_GetUnicode(text, at);
    const isSymbol = code >= 0xf000 && code <= 0xf0ff && fontName(library, pointer).startsWith("Symbol");
    // asked of every letter it takes long: a Chinese one has its map, unless its font has none at all
    const isAsked = code < firstChinese || object.lacksMap;
    const isUnknown = code === 0 || code > 0x10ffff || (isAsked && calls.FPDFText_HasUnicodeMapError(text, at) === 1);
    const char = isUnknown ? unknown : code === hyphenMark ? "-" : foldCharacter(code, isSymbol);
    const unmapped = char === unknown || (char >= "\ue000" && char <= "\uf8ff");
    if (!unmapped && code !== hyphenMark && (code < 0x20 || (code >= 0x7f && code < 0xa0))) continue;
    calls.FPDFText_GetLooseCharBox(text, at, room);
    const floats = library.floats();
    const x0 = floats[0]!;
    const y1 = floats[1]!;
    const x1 = floats[2]!;
    const y0 = floats[3]!;
    if (object.isLevel && object.bottom === y0)
      raw.push({ text: char, x: x0, y: object.baseline, from: x0, to: x1, object, unmapped });
    else {
      calls.FPDFText_GetCharOrigin(text, at, room, room + 8);
      const doubles = library.doubles();
      const x = doubles[0]!;
      const y = doubles[1]!;
      const { from, to } = extent(object, { x0, y0, x1, y1 }, x, y);
      raw.push({ text: char, x, y, from, to, object, unmapped });
      object.baseline = y;
      object.bottom = y0;
    }
    if (isQuarter(object.degrees)) turns[Math.round(object.degrees / 90) % 4]!++;
  }
  calls.FPDFText_ClosePage(text);
  const most = Math.max(...turns);
  // `indexOf` finds one of the four
  const quarters = most === 0 ? undefined : (turns.indexOf(most) as Orientation["quarters"]);
  return { raw: spread(raw), quarters };
}

function textObject(library: PdfiumLibrary, text: number, at: number, pointer: number, number: number): TextObject {
  const { calls, room } = library;
  const matrix: Matrix = calls.FPDFText_GetMatrix(text, at, room) ? matrixIn(library) : [1, 0, 0, 1, 0, 0];
  const [a, b, c, d] = matrix;
  const length = Math.hypot(a, b) || 1;
  const printed = calls.FPDFText_GetFontSize(text, at) * Math.hypot(c, d);
  const degrees = (Math.atan2(b, a) * (180 / Math.PI) + 360) % 360;
  return {
    pointer,
    number,
    size: printed > 2 ? Math.min(printed, 400) : heightAt(library, text, at), // Type 3 fonts name odd sizes
    right: a / length,
    up: b / length,
    degrees: isQuarter(degrees) ? (Math.round(degrees / 90) * 90) % 360 : degrees,
    isLevel: b === 0 && a > 0,
    baseline: 0,
    bottom: Number.NaN,
    lacksMap: calls.FPDFText_HasUnicodeMapError(text, at) === 1,
  };
}

/** How high the box of a letter is, as far as letters are. */
function heightAt({ calls, room, floats }: PdfiumLibrary, text: number, at: number): number {
  calls.FPDFText_GetLooseCharBox(text, at, room);
  const [, top = 0, , bottom = 0] = floats();
  return Math.min(Math.max(Math.abs(top - bottom), 2), 12);
}

function isQuarter(degrees: number): boolean {
  const rest = degrees % 90;
  return rest < 3 || rest > 87;
}

/** Name of the font, without the tag of a subset. */
function fontName({ calls, room, bytesAt }: PdfiumLibrary, object: number): string {
  const font = calls.FPDFTextObj_GetFont(object);
  const length = font === 0 ? 0 : calls.FPDFFont_GetBaseFontName(font, room, 64);
  if (length < 2 || length > 64) return "";
  return String.fromCharCode(...bytesAt(room, length - 1)).replace(/^[A-Z]{6}\+/u, "");
}

/** From where to where a character reaches along its line. */
function extent({ right, up, size }: TextObject, box: UserBox, x: number, y: number): { from: number; to: number } {
  const start = x * right + y * up;
  if (Math.abs(up) < 0.05) return right > 0 ? { from: box.x0, to: box.x1 } : { from: -box.x1, to: -box.x0 };
  if (Math.abs(right) < 0.05) return up > 0 ? { from: box.y0, to: box.y1 } : { from: -box.y1, to: -box.y0 };
  return { from: start, to: start + size * 0.9 };
}

/** Characters that share one box (ligatures, and texts given for a whole piece) stand one after the other in it. */
function spread(raw: readonly RawGlyph[]): RawGlyph[] {
  const spreadOut: RawGlyph[] = [];
  let start = 0;
  for (let at = 1; at <= raw.length; at++) {
    const first = raw[start]!;
    const next = raw[at];
    if (next && next.object === first.object && next.from === first.from && next.to === first.to) continue;
    const width = first ? (first.to - first.from) / (at - start) : 0;
    for (let n = start; n < at; n++)
      spreadOut.push(
        at - start === 1
          ? raw[n]!
          : { ...raw[n]!, from: first.from + (n - start) * width, to: first.from + (n - start + 1) * width },
      );
    start = at;
  }
  return raw.length === 0 ? [] : spreadOut;
}
