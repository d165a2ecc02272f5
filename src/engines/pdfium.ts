import type { OpenedPdf, PdfEngine } from "../read/engines.ts";
import { limits } from "../read/limits.ts";
import { refuse } from "../read/reading-refusal.ts";
import { loadPdfium, type PdfiumLibrary } from "./pdfium-library.ts";
import { pageModel, pagePicture, withPage } from "./pdfium-page.ts";

/** PDFium's word for a password that is wrong or missing, and for encryption that it does not know. */
const passwordError = 4;
const securityError = 5;

/** Loads PDFium, once for any number of documents — 打开 PDF 引擎. */
export async function openPdfium(): Promise<PdfEngine> {
  const library = await loadPdfium();
  return { open: (bytes) => open(library, bytes) };
}

function open(library: PdfiumLibrary, bytes: Uint8Array): ReturnType<PdfEngine["open"]> {
  const { calls } = library;
  const address = calls.malloc(bytes.length + 1);
  library.bytesAt(address, bytes.length).set(bytes);
  const document = calls.FPDF_LoadMemDocument(address, bytes.length, 0);
  if (document === 0) {
    const error = calls.FPDF_GetLastError();
    calls.free(address);
    return error === passwordError || error === securityError ? needsPassword : damaged;
  }
  const close = (): void => {
    calls.FPDF_CloseDocument(document);
    calls.free(address);
  };
  const pages = calls.FPDF_GetPageCount(document);
  if (pages < 1) {
    close();
    return damaged;
  }
  return { ok: true, value: openedPdf(library, document, pages, close) };
}

function openedPdf(library: PdfiumLibrary, document: number, pages: number, close: () => void): OpenedPdf {
  const use = <T>(number: number, what: (page: number) => T): T | undefined =>
    withPage(library, document, number, what);
  return {
    pages,
    page: (number) =>
      use(number, (page) => pageModel(library, page, number)) ?? {
        number,
        width: 595,
        height: 842,
        glyphs: [],
        rules: [],
        images: [],
        unmapped: 0,
        hidden: "",
        unreadable: true,
      },
    render: (number, dpi) =>
      use(number, (page) => pagePicture(library, page, dpi, limits.imagePixels)) ?? {
        width: 1,
        height: 1,
        pixels: new Uint8Array([255]),
        dpi,
      },
    close,
  };
}

const needsPassword = refuse(
  "needs-password",
  { zh: "这个 PDF 加了密码，打不开。", en: "This PDF is locked with a password." },
  {
    zh: "请向公开单位索取没有密码的文件，或用密码打开后另存为一份不加密的 PDF。",
    en: "Ask for a file without a password, or open it with the password and save it without one.",
  },
);

const damaged = refuse(
  "damaged",
  { zh: "这个 PDF 已损坏或不完整，打不开。", en: "This PDF is damaged or incomplete and cannot be opened." },
  {
    zh: "请重新下载；如仍打不开，请用看图软件或浏览器打开后重新打印成 PDF。",
    en: "Download it again; if it still cannot be opened, open it in a viewer and print it to PDF anew.",
  },
);
