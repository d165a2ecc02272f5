import type { Result } from "../domain/result.ts";
import type { PageModel } from "./formats/pdf/page-model.ts";
import type { ReadingRefusal } from "./reading-refusal.ts";

/** A picture in shades of grey, row by row, 0 black — 灰度图. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** Pixels of an inch. */
  readonly dpi: number;
  /** Of a picture in colour: by how much each pixel is redder than it is green or blue; seals are red — 偏红程度. */
  readonly redness?: Uint8Array;
}

/** An opened PDF. Pages count from 1. Close it: it holds memory outside the program's own — 打开的 PDF. */
export interface OpenedPdf {
  readonly pages: number;
  /** Names of the files that are attached to it: they are not read — 附件. */
  readonly attachments: readonly string[];
  page(number: number): PageModel;
  /** As the page is read, upright. */
  render(number: number, dpi: number): GreyImage;
  close(): void;
}

/** Opens PDFs; never throws on bad bytes — PDF 引擎. */
export interface PdfEngine {
  open(bytes: Uint8Array): Result<OpenedPdf, ReadingRefusal>;
}

/** A character that was recognised: where in the image, in pixels, and how surely (0–100) — 识别出的字. */
export interface RecognisedSymbol {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly confidence: number;
}

/** Recognises one line of print — 文字识别引擎. `figures` allows only digits, marks between them, and %. */
export interface TextRecogniser {
  recognise(image: GreyImage, content: "words" | "figures"): readonly RecognisedSymbol[];
}

/** What reads ink: brought in from outside, so that reading itself touches neither disk nor threads — 引擎. */
export interface Engines {
  readonly pdf?: PdfEngine;
  readonly recogniser?: TextRecogniser;
  /** Told after each page, sheet or the like. */
  readonly onProgress?: (done: number, of: number) => void;
}
