import { boxThrough, everywhere, type Matrix, times, type UserBox } from "./pdfium-geometry.ts";
import type { PdfiumCalls, PdfiumLibrary } from "./pdfium-library.ts";

/** What a path paints: straight lines, and areas — 路径所绘. */
export interface PaintedPath {
  readonly lines: readonly UserBox[];
  readonly areas: readonly { readonly box: UserBox; readonly isRectangle: boolean }[];
}

/** A stroke or an area no thicker than this is a line of a table: most producers fill thin rectangles. */
const thin = 3.2;
/** How far a line may stray from its direction and still be straight. */
const straight = 0.6;
const segmentsOfRectangle = 5;
const moveTo = 2;
const lineTo = 0;

/** The rectangle around an object — 外接矩形. */
export function boundsOf(library: PdfiumLibrary, object: number, matrix: Matrix): UserBox {
  const { calls, room } = library;
  if (!calls.FPDFPageObj_GetBounds(object, room, room + 4, room + 8, room + 12)) return { ...everywhere, x1: -1e9 };
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = library.floats();
  return boxThrough({ x0, y0, x1, y1 }, matrix);
}

interface Subpath {
  readonly points: [x: number, y: number][];
  curved: boolean;
  closed: boolean;
}

/** A path object in the coordinates of the page — 读取路径. `outer` is what encloses it, `painted` how it is painted. */
export function paintedPath(
  library: PdfiumLibrary,
  path: number,
  matrix: Matrix,
  outer: Matrix,
  painted: { readonly filled: boolean; readonly stroke: number | undefined },
): PaintedPath {
  const lines: UserBox[] = [];
  const areas: { box: UserBox; isRectangle: boolean }[] = [];
  const { calls } = library;
  const segments = calls.FPDFPath_CountSegments(path);
  if (painted.stroke === undefined && segments <= segmentsOfRectangle) {
    const box = boundsOf(library, path, outer); // one question in place of twenty
    if (isThin(box)) return { lines: [box], areas: [] };
  }
  const subpaths = subpathsOf(library, segments, matrix, (at) => calls.FPDFPath_GetPathSegment(path, at));
  for (const subpath of subpaths) {
    if (painted.filled) addArea(subpath, lines, areas);
    if (painted.stroke !== undefined) addStrokes(subpath, painted.stroke, lines, areas);
  }
  return { lines, areas };
}

function addArea(subpath: Subpath, lines: UserBox[], areas: { box: UserBox; isRectangle: boolean }[]): void {
  if (subpath.points.length < 2) return;
  const box = around(subpath.points);
  if (!isThin(box)) areas.push({ box, isRectangle: isRectangle(subpath, box) });
  else if (!subpath.curved) lines.push(box);
}

function isThin(box: UserBox): boolean {
  return Math.min(box.x1 - box.x0, box.y1 - box.y0) <= thin;
}

function isRectangle({ points, curved }: Subpath, box: UserBox): boolean {
  if (curved || points.length < 4 || points.length > 6) return false;
  const onEdge = (value: number, low: number, high: number): boolean =>
    value - low <= straight || high - value <= straight;
  return points.every(([x, y]) => onEdge(x, box.x0, box.x1) && onEdge(y, box.y0, box.y1));
}

function addStrokes(
  { points, closed, curved }: Subpath,
  width: number,
  lines: UserBox[],
  areas: { box: UserBox; isRectangle: boolean }[],
): void {
  if (curved && points.length > 40) return;
  const corners = closed && points.length > 2 ? [...points, points[0]!] : points;
  for (let at = 1; at < corners.length; at++) {
    const [x, y] = corners[at - 1]!;
    const [toX, toY] = corners[at]!;
    const across = Math.abs(toX - x);
    const up = Math.abs(toY - y);
    if (Math.min(across, up) > straight) continue;
    const half = width / 2;
    const box: UserBox =
      across >= up
        ? { x0: Math.min(x, toX), x1: Math.max(x, toX), y0: (y + toY) / 2 - half, y1: (y + toY) / 2 + half }
        : { y0: Math.min(y, toY), y1: Math.max(y, toY), x0: (x + toX) / 2 - half, x1: (x + toX) / 2 + half };
    if (width > thin) areas.push({ box, isRectangle: true });
    else lines.push(box);
  }
}

function around(points: readonly (readonly [number, number])[]): UserBox {
  let x0 = Number.POSITIVE_INFINITY;
  let y0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  let y1 = Number.NEGATIVE_INFINITY;
  for (const [x, y] of points) {
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  return { x0, y0, x1, y1 };
}

/** The pieces of a path by its segments. */
function subpathsOf(
  { calls, room, floats }: PdfiumLibrary,
  count: number,
  [a, b, c, d, e, f]: Matrix,
  segmentAt: (at: number) => number,
): Subpath[] {
  const subpaths: Subpath[] = [];
  for (let at = 0; at < count; at++) {
    const segment = segmentAt(at);
    const type = calls.FPDFPathSegment_GetType(segment);
    calls.FPDFPathSegment_GetPoint(segment, room, room + 4);
    const [x = 0, y = 0] = floats();
    if (type === moveTo || subpaths.length === 0) subpaths.push({ points: [], curved: false, closed: false });
    const subpath = subpaths.at(-1)!;
    subpath.points.push([a * x + c * y + e, b * x + d * y + f]);
    if (type !== moveTo && type !== lineTo) subpath.curved = true;
    if (calls.FPDFPathSegment_GetClose(segment)) subpath.closed = true;
  }
  return subpaths;
}

/** Reads where objects are clipped — 裁剪区域; `undefined` where they are not. Neighbours mostly share one clip. */
export function clipReader(library: PdfiumLibrary): (object: number, matrix: Matrix) => UserBox | undefined {
  const { calls, room, floats } = library;
  let known: UserBox | undefined;
  let knownPaths = 0;
  let knownMatrix: Matrix | undefined;
  const knownCorners = new Float32Array(4);
  return (object, matrix) => {
    const clip = calls.FPDFPageObj_GetClipPath(object);
    const paths = clip === 0 ? -1 : calls.FPDFClipPath_CountPaths(clip);
    if (paths <= 0) return undefined;
    // two corners of the innermost clip tell clips apart
    let isKnown = paths === knownPaths && matrix === knownMatrix;
    for (const at of [0, 2]) {
      const segment = calls.FPDFClipPath_GetPathSegment(clip, paths - 1, at);
      if (segment === 0) isKnown = false;
      else calls.FPDFPathSegment_GetPoint(segment, room, room + 4);
      const [x = 0, y = 0] = floats();
      if (knownCorners[at] !== x || knownCorners[at + 1] !== y) isKnown = false;
      knownCorners[at] = x;
      knownCorners[at + 1] = y;
    }
    if (!isKnown) known = clipBox(library, clip, paths, matrix);
    knownPaths = paths;
    knownMatrix = matrix;
    return known;
  };
}

function clipBox(library: PdfiumLibrary, clip: number, paths: number, matrix: Matrix): UserBox {
  const { calls } = library;
  let box: UserBox = { x0: -1e9, y0: -1e9, x1: 1e9, y1: 1e9 };
  for (let path = 0; path < Math.min(paths, 64); path++) {
    const count = Math.min(calls.FPDFClipPath_CountPathSegments(clip, path), 1000);
    const points = subpathsOf(library, count, matrix, (at) =>
      calls.FPDFClipPath_GetPathSegment(clip, path, at),
    ).flatMap((subpath) => subpath.points);
    if (points.length === 0) continue;
    const one = around(points);
    box = {
      x0: Math.max(box.x0, one.x0),
      y0: Math.max(box.y0, one.y0),
      x1: Math.min(box.x1, one.x1),
      y1: Math.min(box.y1, one.y1),
    };
  }
  return box;
}

/** A stroke's width on the page — 线宽. */
export function strokeWidth({ calls, room, floats }: PdfiumLibrary, path: number, matrix: Matrix): number {
  if (!calls.FPDFPageObj_GetStrokeWidth(path, room)) return 0;
  const [a, b, c, d] = matrix;
  return floats()[0]! * Math.sqrt(Math.abs(a * d - b * c));
}

/** The matrix of an object within what encloses it. */
export function ownMatrix(library: PdfiumLibrary, object: number, outer: Matrix, read: (l: PdfiumLibrary) => Matrix) {
  return library.calls.FPDFPageObj_GetMatrix(object, library.room) ? times(read(library), outer) : outer;
}

/** Red, green, blue, alpha of an object's paint; `undefined` where it is a pattern — 颜色. */
export function paintOf(
  library: PdfiumLibrary,
  object: number,
  which: keyof Pick<PdfiumCalls, "FPDFPageObj_GetFillColor" | "FPDFPageObj_GetStrokeColor">,
): { readonly darkest: number; readonly alpha: number } | undefined {
  const { calls, room } = library;
  if (!calls[which](object, room, room + 4, room + 8, room + 12)) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 255] = library.integers();
  return { darkest: Math.min(red, green, blue), alpha };
}
