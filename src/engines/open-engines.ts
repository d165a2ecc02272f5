import type { Engines } from "../read/engines.ts";
import { openPdfium } from "./pdfium.ts";
import { openTesseract } from "./tesseract.ts";

/** What reads ink, loaded once — 载入各引擎. */
export async function openEngines(): Promise<Engines> {
  return { pdf: await openPdfium(), recogniser: await openTesseract() };
}
