import { jpegPicture } from "./jpeg-picture.ts";
import { pdfOfPictures } from "./picture-pdf.ts";
import { pngPicture, pngSize } from "./png-picture.ts";
import { tiffPictures } from "./tiff-picture.ts";

/** A picture file as a PDF of its pages — 图片文件转 PDF: what reads and draws PDFs then reads and draws it too. */
export interface ImagePdf {
  readonly pdf: Uint8Array;
  /** Of its largest page. */
  readonly pixels: number;
}

/** Wraps a PNG, JPEG or TIFF; `undefined` for other and for damaged pictures. */
export function pdfOfImage(bytes: Uint8Array): ImagePdf | undefined {
  const pictures = picturesIn(bytes).flatMap((picture) => picture ?? []);
  if (pictures.length === 0) return undefined;
  const pixels = Math.max(...pictures.map(({ width, height }) => width * height));
  return { pdf: pdfOfPictures(pictures), pixels };
}

/** How many pixels a PNG says it has, so that it need not be unpacked to be refused; 0 for others. */
export function pixelsSaid(bytes: Uint8Array): number {
  const size = bytes[0] === 0x89 && bytes[1] === 0x50 ? pngSize(bytes) : undefined;
  return size ? size.width * size.height : 0;
}

function picturesIn(bytes: Uint8Array) {
  const [first, second] = bytes;
  if (first === 0x89 && second === 0x50) return [pngPicture(bytes)];
  if (first === 0xff && second === 0xd8) return [jpegPicture(bytes)];
  if ((first === 0x49 && second === 0x49) || (first === 0x4d && second === 0x4d)) return tiffPictures(bytes);
  return [];
}
