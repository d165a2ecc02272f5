import type { Engines } from "../../read/engines.ts";

/** Thrown where reading first meets something that an engine must read which is not open yet — 需要引擎. */
class Wanted extends Error {
  readonly engine: "pdf" | "recogniser";
  constructor(engine: "pdf" | "recogniser") {
    super(`the engine is not open yet: ${engine}`);
    this.engine = engine;
  }
}

/** Not even loaded before: most documents are no PDF, and most PDFs are no scans. */
const opened: Readonly<Record<Wanted["engine"], () => Promise<Engines>>> = {
  async pdf() {
    const { openPdfium } = await import("../../engines/pdfium.ts");
    return { pdf: await openPdfium() };
  },
  async recogniser() {
    const { openTesseract } = await import("../../engines/tesseract.ts");
    return { recogniser: await openTesseract() };
  },
};

const want = (engine: "pdf" | "recogniser") => (): never => {
  throw new Wanted(engine);
};

/**
 * Engines that are opened when the first document asks for them, and stay open — 按需载入引擎. They open by waiting and
 * reading does not wait, so the document that asks is read once more from its start.
 */
export function enginesOnDemand(): (work: (engines: Engines) => void) => Promise<void> {
  let engines: Engines = { pdf: { open: want("pdf") }, recogniser: { recognise: want("recogniser") } };
  return async (work) => {
    for (;;) {
      const wanted = attempt(() => work(engines));
      if (!wanted) return;
      engines = { ...engines, ...(await opened[wanted]()) };
    }
  };
}

function attempt(work: () => void): Wanted["engine"] | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Wanted) return error.engine;
    throw error;
  }
}
