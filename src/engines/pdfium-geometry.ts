import type { Box } from "../domain/source-view.ts";
import type { PdfiumLibrary } from "./pdfium-library.ts";

/** a b c d e f of a PDF: (x, y) → (ax + cy + e, bx + dy + f) — 变换矩阵. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A rectangle in the coordinates of the PDF: y runs upward — PDF 坐标中的矩形. */
export interface UserBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Changes nothing — 单位矩阵. */
export const identity: Matrix = [1, 0, 0, 1, 0, 0];
/** Has no edge — 无界. */
export const everywhere: UserBox = { x0: -1e9, y0: -1e9, x1: 1e9, y1: 1e9 };

/** First `inner`, then `outer` — 复合变换. */
export function times(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** The matrix that PDFium wrote into its room — 读取矩阵. */
export function matrixIn(library: PdfiumLibrary): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = library.floats();
  return [a, b, c, d, e, f];
}

/** The rectangle around a transformed rectangle — 变换后的外接矩形. */
export function boxThrough({ x0, y0, x1, y1 }: UserBox, [a, b, c, d, e, f]: Matrix): UserBox {
  const xs = [a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1];
  const ys = [b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1];
  return { x0: Math.min(...xs) + e, y0: Math.min(...ys) + f, x1: Math.max(...xs) + e, y1: Math.max(...ys) + f };
}

/** What two rectangles share; may be empty (x0 > x1) — 交集. */
export function shared(a: UserBox, b: UserBox): UserBox {
  return {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  };
}

/** Whether a point lies in a rectangle — 是否在内. */
export function holds(box: UserBox, x: number, y: number, margin = 0): boolean {
  return x >= box.x0 - margin && x <= box.x1 + margin && y >= box.y0 - margin && y <= box.y1 + margin;
}

/**
 * How a page is turned to be read — 页面朝向: by how many quarters its lines run counter-clockwise on the sheet. What it
 * prints is turned back by as many.
 */
export interface Orientation {
  readonly quarters: 0 | 1 | 2 | 3;
  readonly sheet: UserBox;
}

/** Width and height of a page as it is read — 页面尺寸. */
export function sizeOf({ quarters, sheet }: Orientation): { readonly width: number; readonly height: number } {
  const width = sheet.x1 - sheet.x0;
  const height = sheet.y1 - sheet.y0;
  return quarters % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** From the coordinates of the PDF to those of the page as it is read — 换算到页面坐标. */
export function onPage({ quarters, sheet }: Orientation, x: number, y: number): { x: number; y: number } {
  if (quarters === 0) return { x: x - sheet.x0, y: sheet.y1 - y };
  if (quarters === 1) return { x: y - sheet.y0, y: x - sheet.x0 };
  if (quarters === 2) return { x: sheet.x1 - x, y: y - sheet.y0 };
  return { x: sheet.y1 - y, y: sheet.x1 - x };
}

/** The same for a rectangle. */
export function boxOnPage(orientation: Orientation, { x0, y0, x1, y1 }: UserBox): Box {
  const a = onPage(orientation, x0, y0);
  const b = onPage(orientation, x1, y1);
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    right: Math.max(a.x, b.x),
    bottom: Math.max(a.y, b.y),
  };
}
