import type { Result } from "../../../domain/result.ts";
import type { Engines } from "../../engines.ts";
import { limits } from "../../limits.ts";
import { type ReadingRefusal, refuse } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import type { FileBytes } from "../file-bytes.ts";
import { documentOfPages } from "../pdf/pages-document.ts";
import { pageAsPrinted } from "../scan/scanned-page.ts";
import { pdfOfImage, pixelsSaid } from "./pdf-of-image.ts";

/** A picture file → its cells, as a scanned page — 图片文件. */
export function documentOfImage(file: FileBytes, engines: Engines): Result<SourceDocument, ReadingRefusal> {
  const { pdf: engine, recogniser } = engines;
  if (!engine || !recogniser) return noEngine;
  const size = pixelsSaid(file.bytes);
  if (size > limits.imagePixels) return tooLarge(size);
  const packed = pdfOfImage(file.bytes);
  if (!packed) return unread;
  const opened = engine.open(packed.pdf);
  if (!opened.ok) return unread;
  const pdf = opened.value;
  try {
    if (packed.pixels > limits.imagePixels) return tooLarge(packed.pixels);
    const pages = function* () {
      for (let number = 1; number <= pdf.pages; number++) {
        yield pageAsPrinted(pdf.page(number), { draw: (dpi) => pdf.render(number, dpi), recogniser });
        engines.onProgress?.(number, pdf.pages);
      }
    };
    return { ok: true, value: documentOfPages(file, pages(), "image") };
  } finally {
    pdf.close();
  }
}

const noEngine = refuse(
  "engine-missing",
  { zh: "这是图片，本机没有文字识别引擎。", en: "This is a picture, and there is no engine here to recognise it." },
  { zh: "请重新安装本程序（npm ci）后再试。", en: "Install the program again (npm ci) and retry." },
);

const unread = refuse(
  "format-unsupported",
  {
    zh: "这张图片读不出：已损坏，或不是 PNG、JPEG、TIFF 格式。",
    en: "This picture cannot be read: it is damaged, or is no PNG, JPEG or TIFF.",
  },
  {
    zh: "请用看图软件打开，另存为 PNG 或 JPEG，或打印成 PDF 后再导入。",
    en: "Open it in a viewer, save it as PNG or JPEG or print it to PDF, and import that.",
  },
);

function tooLarge(pixels: number) {
  const millions = (count: number): string => `${Math.round(count / 1_000_000)}`;
  return refuse(
    "too-large",
    {
      zh: `图片有 ${millions(pixels)} 百万像素，超过 ${millions(limits.imagePixels)} 百万像素的上限。`,
      en: `The picture has ${millions(pixels)} million pixels; the limit is ${millions(limits.imagePixels)} million.`,
    },
    { zh: "请以 300 dpi 重新扫描，或缩小后再导入。", en: "Scan it again at 300 dpi, or make it smaller." },
  );
}
