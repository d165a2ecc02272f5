import { everywhere, holds, identity, type Matrix, matrixIn, shared, type UserBox } from "./pdfium-geometry.ts";
import type { PdfiumLibrary } from "./pdfium-library.ts";
import { boundsOf, clipReader, ownMatrix, paintedPath, paintOf, strokeWidth } from "./pdfium-paths.ts";

/** A painted area: what is drawn after it on the same place hides it — 色块. */
export interface Area {
  readonly box: UserBox;
  /** When it was drawn, counted over the page. */
  readonly order: number;
  /** Darkest of red, green, blue; 255 is white. */
  readonly darkest: number;
  /** Covers all that lies under it. */
  readonly opaque: boolean;
}

/** How some words are painted — 文字对象. */
export interface PaintedText {
  readonly order: number;
  readonly clip: UserBox | undefined;
  /** Not painted at all: invisible, or only a clip. */
  readonly unpainted: boolean;
  /** As light as paper: to be seen only on something darker. */
  readonly pale: boolean;
}

/** What a page draws beside its letters — 页面图形. */
export interface PageObjects {
  readonly rules: readonly UserBox[];
  readonly areas: readonly Area[];
  readonly images: readonly { readonly object: number; readonly box: UserBox; readonly order: number }[];
  readonly texts: ReadonlyMap<number, PaintedText>;
}

const textType = 1;
const pathType = 2;
const imageType = 3;
const shadingType = 4;
const formType = 5;
/** Paper, or nearly. */
const white = 250;
/** Deeper nests of forms and more objects are no table. */
const deepest = 12;
const mostObjects = 200_000;
/** Pixels high or wide of a line that was drawn as a picture. */
const thinPicture = 3;

/** Walks over all that a page paints, forms within forms too — 遍历页面对象. */
export function objectsOf(library: PdfiumLibrary, page: number): PageObjects {
  const { calls } = library;
  const rules: { box: UserBox; order: number; pale: boolean }[] = [];
  const areas: Area[] = [];
  const images: { object: number; box: UserBox; order: number }[] = [];
  const texts = new Map<number, PaintedText>();
  const clipOf = clipReader(library);
  let order = 0;

  const addText = (object: number, clip: UserBox | undefined): void => {
    const mode = calls.FPDFTextObj_GetTextRenderMode(object);
    const fill = mode === 0 ? paintOf(library, object, "FPDFPageObj_GetFillColor") : undefined;
    texts.set(object, {
      order,
      clip,
      unpainted: mode === 3 || mode === 7 || fill?.alpha === 0,
      pale: fill !== undefined && fill.darkest >= white,
    });
  };
  const addPath = (object: number, matrix: Matrix, clip: UserBox | undefined): void => {
    if (!calls.FPDFPath_GetDrawMode(object, library.room, library.room + 4)) return;
    const [fillMode, strokes] = library.integers();
    const filled = fillMode !== 0;
    const stroked = strokes !== 0;
    const fill = filled ? paintOf(library, object, "FPDFPageObj_GetFillColor") : undefined;
    const stroke = stroked ? paintOf(library, object, "FPDFPageObj_GetStrokeColor") : undefined;
    const paint = stroke ?? fill;
    if ((fill === undefined || fill.alpha === 0) && (stroke === undefined || stroke.alpha === 0) && paint) return;
    const own = ownMatrix(library, object, matrix, matrixIn);
    const path = paintedPath(library, object, own, matrix, {
      filled: filled && fill?.alpha !== 0,
      stroke: stroked && stroke?.alpha !== 0 ? strokeWidth(library, object, own) : undefined,
    });
    const within = clip ?? everywhere;
    for (const line of path.lines) {
      const box = shared(line, within);
      const pale = paint !== undefined && paint.darkest >= white;
      if (box.x0 <= box.x1 && box.y0 <= box.y1) rules.push({ box, order, pale });
    }
    const transparent = path.areas.length > 0 && calls.FPDFPageObj_HasTransparency(object) !== 0;
    for (const { box, isRectangle } of path.areas) {
      const seen = shared(box, within);
      if (seen.x0 >= seen.x1 || seen.y0 >= seen.y1) continue;
      areas.push({
        box: seen,
        order,
        darkest: (fill ?? paint)?.darkest ?? 0,
        opaque: isRectangle && !transparent && paint !== undefined,
      });
    }
  };
  const addImage = (object: number, matrix: Matrix, clip: UserBox | undefined): void => {
    const box = shared(boundsOf(library, object, matrix), clip ?? everywhere);
    if (box.x0 > box.x1 || box.y0 > box.y1) return;
    if (Math.min(box.x1 - box.x0, box.y1 - box.y0) <= thinPicture) rules.push({ box, order, pale: false });
    else images.push({ object, box, order });
  };
  const walk = (
    count: number,
    objectAt: (at: number) => number,
    matrix: Matrix,
    outer: UserBox | undefined,
    depth: number,
  ): void => {
    for (let at = 0; at < count && order < mostObjects; at++) {
      const object = objectAt(at);
      if (object === 0) continue;
      order++;
      const type = calls.FPDFPageObj_GetType(object);
      const own = clipOf(object, matrix);
      const clip = own && outer ? shared(own, outer) : (own ?? outer);
      if (type === textType) addText(object, clip);
      else if (type === pathType) addPath(object, matrix, clip);
      else if (type === imageType) addImage(object, matrix, clip);
      else if (type === shadingType) {
        const box = shared(boundsOf(library, object, matrix), clip ?? everywhere);
        areas.push({ box, order, darkest: 0, opaque: false });
      } else if (type === formType && depth < deepest) {
        const inner = ownMatrix(library, object, matrix, matrixIn);
        const next = (index: number): number => calls.FPDFFormObj_GetObject(object, index);
        walk(calls.FPDFFormObj_CountObjects(object), next, inner, clip, depth + 1);
      }
    }
  };
  walk(calls.FPDFPage_CountObjects(page), (at) => calls.FPDFPage_GetObject(page, at), identity, undefined, 0);
  return { rules: [...visibleRules(rules, areas), ...edgesOnDark(areas)], areas, images, texts };
}

/** More lines times areas than this are not compared. */
const mostComparisons = 4_000_000;

/** Lines as light as paper are seen on darker ground only; what a later area covers is not seen at all. */
function visibleRules(
  rules: readonly { readonly box: UserBox; readonly order: number; readonly pale: boolean }[],
  areas: readonly Area[],
): UserBox[] {
  if (rules.length * areas.length > mostComparisons) return rules.map(({ box }) => box);
  return rules.flatMap(({ box, order, pale }) => {
    const x = (box.x0 + box.x1) / 2;
    const y = (box.y0 + box.y1) / 2;
    if (pale && groundAt(areas, x, y, order) >= white) return [];
    return uncovered(
      box,
      areas.filter((area) => area.opaque && area.order > order),
    );
  });
}

/** Light and dark enough to tell cells from the ground that shows between them. */
const light = 200;
const dark = 160;

/** Old web pages rule a table by a dark ground that shows between light cells: their edges are its lines — 底色缝作表线. */
function edgesOnDark(areas: readonly Area[]): UserBox[] {
  const cells = areas.filter((area) => area.opaque && area.darkest >= light);
  if (cells.length < 2 || !areas.some((area) => area.darkest < dark) || areas.length ** 2 > mostComparisons) return [];
  const isDark = (x: number, y: number): boolean => groundAt(areas, x, y, Number.POSITIVE_INFINITY) < dark;
  return cells.flatMap(({ box: { x0, y0, x1, y1 } }) => {
    const x = (x0 + x1) / 2;
    const y = (y0 + y1) / 2;
    const edges: UserBox[] = [];
    if (isDark(x, y1 + beside)) edges.push({ x0, x1, y0: y1, y1 });
    if (isDark(x, y0 - beside)) edges.push({ x0, x1, y0, y1: y0 });
    if (isDark(x0 - beside, y)) edges.push({ x0, x1: x0, y0, y1 });
    if (isDark(x1 + beside, y)) edges.push({ x0: x1, x1, y0, y1 });
    return edges;
  });
}

/** Where the ground beside a cell is looked at. */
const beside = 0.3;

/** How dark what lies under a point is, of all that was drawn before — 底色. */
export function groundAt(areas: readonly Area[], x: number, y: number, before: number): number {
  let ground = 255;
  for (const area of areas) if (area.order < before && holds(area.box, x, y)) ground = area.darkest;
  return ground;
}

/** A line on the edge of an area is its border and stays; only what lies well inside is covered. */
const inside = 1.5;

function uncovered(line: UserBox, covers: readonly Area[]): UserBox[] {
  let pieces = [line];
  const isFlat = line.x1 - line.x0 >= line.y1 - line.y0;
  for (const { box } of covers) {
    const x = (line.x0 + line.x1) / 2;
    const y = (line.y0 + line.y1) / 2;
    if (isFlat ? y < box.y0 + inside || y > box.y1 - inside : x < box.x0 + inside || x > box.x1 - inside) continue;
    pieces = pieces.flatMap((piece) =>
      isFlat
        ? [
            { ...piece, x1: Math.min(piece.x1, box.x0) },
            { ...piece, x0: Math.max(piece.x0, box.x1) },
          ].filter(({ x0, x1 }) => x1 > x0)
        : [
            { ...piece, y1: Math.min(piece.y1, box.y0) },
            { ...piece, y0: Math.max(piece.y0, box.y1) },
          ].filter(({ y0, y1 }) => y1 > y0),
    );
  }
  return pieces;
}
