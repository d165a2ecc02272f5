import type { GreyImage } from "../read/engines.ts";
import type { PageModel } from "../read/formats/pdf/page-model.ts";
import { greyImage } from "../read/formats/scan/grey-image.ts";
import { boxOnPage, type Orientation, shared, sizeOf, type UserBox } from "./pdfium-geometry.ts";
import type { PdfiumLibrary } from "./pdfium-library.ts";
import { objectsOf, type PageObjects } from "./pdfium-objects.ts";
import { textOf } from "./pdfium-text.ts";
import { visibleText } from "./pdfium-visible-text.ts";

/** A loaded page, closed after use — 使用一页. `undefined` where PDFium cannot load it. */
export function withPage<T>(library: PdfiumLibrary, document: number, number: number, use: (page: number) => T) {
  const { calls } = library;
  let page = calls.FPDF_LoadPage(document, number - 1);
  if (page === 0) return undefined;
  if (fillsIn(library, page)) {
    // what annotations and form fields print is page content from here on
    calls.FPDF_ClosePage(page);
    page = calls.FPDF_LoadPage(document, number - 1);
    if (page === 0) return undefined;
  }
  try {
    return use(page);
  } finally {
    calls.FPDF_ClosePage(page);
  }
}

const linkAnnotation = 2;
const popupAnnotation = 16;
const widgetAnnotation = 20;

/** Draws annotations and form fields into the page — 批注与表单域入页; `false` where there are none that print. */
function fillsIn({ calls }: PdfiumLibrary, page: number): boolean {
  const count = calls.FPDFPage_GetAnnotCount(page);
  let prints = false;
  for (let at = 0; at < count; at++) {
    const annotation = calls.FPDFPage_GetAnnot(page, at);
    if (annotation === 0) continue;
    const type = calls.FPDFAnnot_GetSubtype(annotation);
    if (type !== linkAnnotation && type !== popupAnnotation) prints = true;
    if (type === widgetAnnotation && !calls.EPDFAnnot_HasAppearanceStream(annotation, 0))
      calls.EPDFAnnot_GenerateFormFieldAP(annotation);
    calls.FPDFPage_CloseAnnot(annotation);
  }
  return prints && calls.FPDFPage_Flatten(page, 0) === 1;
}

/** Everything that a page prints — 页面模型. */
export function pageModel(library: PdfiumLibrary, page: number, number: number): PageModel {
  const objects = objectsOf(library, page);
  const text = textOf(library, page);
  const orientation = orientationOf(library, page, text.quarters);
  const { glyphs, hidden, unmapped } = visibleText(
    text,
    objects,
    orientation,
    coversOf(library, page, objects, orientation),
  );
  return {
    number,
    ...sizeOf(orientation),
    glyphs,
    rules: objects.rules
      .map((rule) => shared(rule, orientation.sheet))
      .filter(({ x0, y0, x1, y1 }) => x0 <= x1 && y0 <= y1)
      .map((rule) => boxOnPage(orientation, rule)),
    images: objects.images.map(({ box }) => boxOnPage(orientation, box)),
    unmapped,
    hidden,
  };
}

/** The way most lines run goes before what the page says of its rotation. */
function orientationOf(
  { calls, room, floats }: PdfiumLibrary,
  page: number,
  quarters: Orientation["quarters"] | undefined,
): Orientation {
  const known = calls.FPDF_GetPageBoundingBox(page, room) !== 0;
  const [x0 = 0, y1 = 842, x1 = 595, y0 = 0] = known ? floats() : [];
  const sheet: UserBox = { x0, y0, x1, y1 };
  return { sheet, quarters: quarters ?? rotationOf(calls.FPDFPage_GetRotation(page)) };
}

function rotationOf(quarters: number): Orientation["quarters"] {
  return quarters === 1 || quarters === 2 || quarters === 3 ? quarters : 0;
}

/** A picture as large as this, drawn after the words, hides them: the words of a scanner. */
const mostOfPage = 0.8;

/** What lies over words that were drawn before: filled rectangles, and the picture of a whole page. */
function coversOf(library: PdfiumLibrary, page: number, { areas, images, texts }: PageObjects, { sheet }: Orientation) {
  let first = Number.POSITIVE_INFINITY;
  for (const { order } of texts.values()) {
    first = order;
    break; // they are in the order of drawing
  }
  const covers: { box: UserBox; order: number }[] = areas.filter((area) => area.opaque && area.order > first);
  const least = mostOfPage * (sheet.x1 - sheet.x0) * (sheet.y1 - sheet.y0);
  for (const { object, box, order } of images)
    if (order > first && (box.x1 - box.x0) * (box.y1 - box.y0) >= least && isOpaque(library, page, object))
      covers.push({ box, order });
  return covers;
}

const formatWithAlpha = 4;

/** Whether a picture lets nothing through; a watermark over the page does. */
function isOpaque({ calls, bytesAt }: PdfiumLibrary, page: number, image: number): boolean {
  if (calls.FPDFPageObj_HasTransparency(image)) return false;
  const bitmap = calls.FPDFImageObj_GetRenderedBitmap(0, page, image);
  if (bitmap === 0) return true;
  let opaque = true;
  if (calls.FPDFBitmap_GetFormat(bitmap) === formatWithAlpha) {
    const width = calls.FPDFBitmap_GetWidth(bitmap);
    const height = calls.FPDFBitmap_GetHeight(bitmap);
    const stride = calls.FPDFBitmap_GetStride(bitmap);
    const pixels = bytesAt(calls.FPDFBitmap_GetBuffer(bitmap), stride * height);
    let through = 0;
    for (let y = 0; y < height; y += 7)
      for (let x = 0; x < width; x += 7) if (pixels[y * stride + x * 4 + 3]! < 250) through++;
    opaque = through * 20 < Math.ceil(width / 7) * Math.ceil(height / 7);
  }
  calls.FPDFBitmap_Destroy(bitmap);
  return opaque;
}

const colourFormat = 3;
const withAnnotations = 0x01;

/** A page as a picture, upright — 页面图像; `undefined` where it would be larger than `mostPixels`. */
export function pagePicture(
  library: PdfiumLibrary,
  page: number,
  dpi: number,
  mostPixels: number,
): GreyImage | undefined {
  const { calls } = library;
  const orientation = orientationOf(library, page, textOf(library, page).quarters);
  const size = sizeOf(orientation);
  const width = Math.max(1, Math.round((size.width * dpi) / 72));
  const height = Math.max(1, Math.round((size.height * dpi) / 72));
  if (width * height > mostPixels) return undefined;
  const bitmap = calls.FPDFBitmap_CreateEx(width, height, colourFormat, 0, 0);
  if (bitmap === 0) return undefined;
  calls.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
  const turn = (orientation.quarters - calls.FPDFPage_GetRotation(page) + 4) % 4;
  calls.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turn, withAnnotations);
  const stride = calls.FPDFBitmap_GetStride(bitmap);
  const source = library.bytesAt(calls.FPDFBitmap_GetBuffer(bitmap), stride * height);
  const picture = greyImage(source, { width, height, dpi, stride, red: 2, green: 1, blue: 0, step: 4 });
  calls.FPDFBitmap_Destroy(bitmap);
  return picture;
}
