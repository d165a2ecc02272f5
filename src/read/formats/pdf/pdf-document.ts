import type { Result } from "../../../domain/result.ts";
import type { Engines, OpenedPdf } from "../../engines.ts";
import { limits } from "../../limits.ts";
import { type ReadingRefusal, refuse } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import type { FileBytes } from "../file-bytes.ts";
import { pageAsPrinted } from "../scan/scanned-page.ts";
import type { PageModel } from "./page-model.ts";
import { documentOfPages } from "./pages-document.ts";

/** A PDF → its cells, page by page — PDF 文件. */
export function documentOfPdf(file: FileBytes, engines: Engines): Result<SourceDocument, ReadingRefusal> {
  if (!engines.pdf) return noEngine;
  const opened = engines.pdf.open(file.bytes);
  if (!opened.ok) return opened;
  const pdf = opened.value;
  try {
    if (pdf.pages > limits.pdfPages) return tooManyPages(pdf.pages);
    return { ok: true, value: documentOfPages(file, pagesOf(pdf, engines), "pdf", pdf.attachments) };
  } finally {
    pdf.close();
  }
}

function* pagesOf(pdf: OpenedPdf, engines: Engines): Generator<PageModel> {
  for (let number = 1; number <= pdf.pages; number++) {
    yield pageAsPrinted(pdf.page(number), { draw: (dpi) => pdf.render(number, dpi), recogniser: engines.recogniser });
    engines.onProgress?.(number, pdf.pages);
  }
}

const noEngine = refuse(
  "engine-missing",
  { zh: "这是 PDF，本机没有读取 PDF 的引擎。", en: "This is a PDF, and there is no engine here to read it." },
  { zh: "请重新安装本程序（npm ci）后再试。", en: "Install the program again (npm ci) and retry." },
);

function tooManyPages(pages: number) {
  return refuse(
    "too-large",
    {
      zh: `这个 PDF 有 ${pages} 页，超过单个文件 ${limits.pdfPages} 页的上限。`,
      en: `This PDF has ${pages} pages; the limit of one file is ${limits.pdfPages}.`,
    },
    { zh: "请按部门或按年度拆成几个文件。", en: "Split it, for example by department or year." },
  );
}
