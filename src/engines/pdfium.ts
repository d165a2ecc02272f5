import type { OpenedPdf, PdfEngine } from "../read/engines.ts";
import type { PageModel } from "../read/formats/pdf/page-model.ts";
import { limits } from "../read/limits.ts";
import { refuse } from "../read/reading-refusal.ts";
import { withNewEnd } from "./pdf-repair.ts";
import { loadPdfium, type PdfiumLibrary, roomBytes } from "./pdfium-library.ts";
import { pageModel, pagePicture, withPage } from "./pdfium-page.ts";

/** PDFium's word for a password that is wrong or missing, and for encryption that it does not know. */
const passwordError = 4;
const securityError = 5;

/** Loads PDFium, once for any number of documents — 打开 PDF 引擎. */
export async function openPdfium(): Promise<PdfEngine> {
  let library: PdfiumLibrary | undefined = await loadPdfium();
  const giveUp = (): void => {
    library = undefined; // its memory is not to be trusted any more
    loadPdfium().then((fresh) => {
      library = fresh;
    }, ignored);
  };
  return { open: (bytes) => (library ? open(library, bytes, giveUp) : damaged) };
}

/** Without PDFium the next document is refused, and says so. */
const ignored = (): void => {};

/** A document in PDFium's memory. */
interface LoadedDocument {
  readonly document: number;
  readonly address: number;
}

function open(library: PdfiumLibrary, bytes: Uint8Array, giveUp: () => void): ReturnType<PdfEngine["open"]> {
  const found = survived(giveUp, () => {
    const loaded = load(library, bytes);
    if (typeof loaded !== "string") return loaded;
    const mended = loaded === "damaged" ? withNewEnd(bytes) : undefined;
    return mended ? load(library, mended) : loaded;
  });
  if (found === undefined || found === "damaged") return damaged;
  return found === "locked" ? needsPassword : { ok: true, value: openedPdf(library, found, giveUp) };
}

function load({ calls, bytesAt }: PdfiumLibrary, bytes: Uint8Array): LoadedDocument | "locked" | "damaged" {
  const address = calls.malloc(bytes.length + 1);
  bytesAt(address, bytes.length).set(bytes);
  const document = calls.FPDF_LoadMemDocument(address, bytes.length, 0);
  if (document !== 0 && calls.FPDF_GetPageCount(document) > 0) return { document, address };
  const error = document === 0 ? calls.FPDF_GetLastError() : 0;
  if (document !== 0) calls.FPDF_CloseDocument(document);
  calls.free(address);
  return error === passwordError || error === securityError ? "locked" : "damaged";
}

/** What something gives; nothing where PDFium itself fell over: an error of its program, or no memory left. */
function survived<T>(giveUp: () => void, act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error) || !fatal.includes(error.name)) throw error;
    giveUp();
    return undefined;
  }
}

const fatal: readonly string[] = ["RuntimeError", "ExitStatus"];

function openedPdf(library: PdfiumLibrary, { document, address }: LoadedDocument, giveUp: () => void): OpenedPdf {
  const { calls } = library;
  let isAlive = true;
  const use = <T>(act: () => T): T | undefined =>
    isAlive
      ? survived(() => {
          isAlive = false;
          giveUp();
        }, act)
      : undefined;
  return {
    pages: calls.FPDF_GetPageCount(document),
    attachments: use(() => attachmentsOf(library, document)) ?? [],
    page: (number) =>
      use(() => withPage(library, document, number, (page) => pageModel(library, page, number))) ?? unreadable(number),
    render: (number, dpi) =>
      use(() => withPage(library, document, number, (page) => pagePicture(library, page, dpi, limits.imagePixels))) ?? {
        width: 1,
        height: 1,
        pixels: new Uint8Array([255]),
        dpi,
      },
    close() {
      use(() => {
        calls.FPDF_CloseDocument(document);
        calls.free(address);
      });
      isAlive = false;
    },
  };
}

function unreadable(number: number): PageModel {
  return {
    number,
    width: 595,
    height: 842,
    glyphs: [],
    rules: [],
    images: [],
    unmapped: 0,
    hidden: "",
    unreadable: true,
  };
}

/** More attachments are not named. */
const mostAttachments = 50;

function attachmentsOf({ calls, room, bytesAt }: PdfiumLibrary, document: number): string[] {
  const count = Math.min(calls.FPDFDoc_GetAttachmentCount(document), mostAttachments);
  return Array.from({ length: Math.max(0, count) }, (_, at) => {
    const attachment = calls.FPDFDoc_GetAttachment(document, at);
    const length = attachment === 0 ? 0 : calls.FPDFAttachment_GetName(attachment, 0, 0);
    if (length <= 2 || length > 2_000) return "附件";
    const address = length > roomBytes ? calls.malloc(length) : room;
    calls.FPDFAttachment_GetName(attachment, address, length);
    const name = new TextDecoder("utf-16le").decode(bytesAt(address, length - 2).slice());
    if (address !== room) calls.free(address);
    return name;
  });
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
