import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { init } from "@embedpdf/pdfium";

/** The functions of PDFium that we call; all take and give numbers. */
const calls = [
  "PDFiumExt_Init",
  "malloc",
  "free",
  "EPDFAnnot_GenerateFormFieldAP",
  "EPDFAnnot_HasAppearanceStream",
  "FPDF_LoadMemDocument",
  "FPDF_CloseDocument",
  "FPDF_GetLastError",
  "FPDF_GetPageCount",
  "FPDF_LoadPage",
  "FPDF_ClosePage",
  "FPDF_GetPageBoundingBox",
  "FPDF_RenderPageBitmap",
  "FPDFAnnot_GetSubtype",
  "FPDFAttachment_GetName",
  "FPDFBitmap_CreateEx",
  "FPDFBitmap_Destroy",
  "FPDFBitmap_FillRect",
  "FPDFBitmap_GetBuffer",
  "FPDFBitmap_GetFormat",
  "FPDFBitmap_GetHeight",
  "FPDFBitmap_GetStride",
  "FPDFBitmap_GetWidth",
  "FPDFClipPath_CountPaths",
  "FPDFClipPath_CountPathSegments",
  "FPDFClipPath_GetPathSegment",
  "FPDFDoc_GetAttachment",
  "FPDFDoc_GetAttachmentCount",
  "FPDFFont_GetBaseFontName",
  "FPDFFormObj_CountObjects",
  "FPDFFormObj_GetObject",
  "FPDFImageObj_GetRenderedBitmap",
  "FPDFPage_CloseAnnot",
  "FPDFPage_CountObjects",
  "FPDFPage_Flatten",
  "FPDFPage_GetAnnot",
  "FPDFPage_GetAnnotCount",
  "FPDFPage_GetObject",
  "FPDFPage_GetRotation",
  "FPDFPageObj_GetBounds",
  "FPDFPageObj_GetClipPath",
  "FPDFPageObj_GetFillColor",
  "FPDFPageObj_GetMatrix",
  "FPDFPageObj_GetStrokeColor",
  "FPDFPageObj_GetStrokeWidth",
  "FPDFPageObj_GetType",
  "FPDFPageObj_HasTransparency",
  "FPDFPath_CountSegments",
  "FPDFPath_GetDrawMode",
  "FPDFPath_GetPathSegment",
  "FPDFPathSegment_GetClose",
  "FPDFPathSegment_GetPoint",
  "FPDFPathSegment_GetType",
  "FPDFText_ClosePage",
  "FPDFText_CountChars",
  "FPDFText_GetCharOrigin",
  "FPDFText_GetFontSize",
  "FPDFText_GetLooseCharBox",
  "FPDFText_GetMatrix",
  "FPDFText_GetTextObject",
  "FPDFText_GetUnicode",
  "FPDFText_HasUnicodeMapError",
  "FPDFText_LoadPage",
  "FPDFTextObj_GetFont",
  "FPDFTextObj_GetTextRenderMode",
] as const;

/** PDFium's functions by name. Objects are numbers: addresses in its memory, 0 for none. */
export type PdfiumCalls = Readonly<Record<(typeof calls)[number], (...args: readonly number[]) => number>>;

/** PDFium in memory, and a small room in its memory where it writes what it answers — PDFium 库. */
export interface PdfiumLibrary {
  readonly calls: PdfiumCalls;
  /** Address of the room: 128 bytes. */
  readonly room: number;
  /** The room as numbers, good until the next call. */
  floats(): Float32Array;
  doubles(): Float64Array;
  integers(): Uint32Array;
  /** A view of its memory, good until the next call. */
  bytesAt(address: number, length: number): Uint8Array;
}

/** Size of the room. */
export const roomBytes = 128;

/** Loads PDFium from its package: the program from node_modules, nothing from a network — 载入 PDFium. */
export async function loadPdfium(): Promise<PdfiumLibrary> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm"));
  const { pdfium } = await init({ wasmBinary: new Uint8Array(wasm).buffer, print: () => {}, printErr: () => {} });
  const found: Record<string, unknown> = { ...pdfium.wasmExports };
  for (const name of calls) if (typeof found[name] !== "function") throw new Error(`PDFium has no function ${name}`);
  const functions = found as PdfiumCalls; // each was looked for above
  functions.PDFiumExt_Init();
  const room = functions.malloc(roomBytes);
  let floats = new Float32Array(0);
  let doubles = new Float64Array(0);
  let integers = new Uint32Array(0);
  const { memory } = found;
  if (!isMemory(memory)) throw new Error("PDFium has no memory");
  const refresh = (): void => {
    const { buffer } = memory;
    if (floats.buffer === buffer) return; // it is another one when the memory has grown
    floats = new Float32Array(buffer, room, 32);
    doubles = new Float64Array(buffer, room, 16);
    integers = new Uint32Array(buffer, room, 32);
  };
  return {
    calls: functions,
    room,
    floats() {
      refresh();
      return floats;
    },
    doubles() {
      refresh();
      return doubles;
    },
    integers() {
      refresh();
      return integers;
    },
    bytesAt: (address, length) => new Uint8Array(memory.buffer, address, length),
  };
}

function isMemory(value: unknown): value is { readonly buffer: ArrayBuffer } {
  return typeof value === "object" && value !== null && "buffer" in value && value.buffer instanceof ArrayBuffer;
}
