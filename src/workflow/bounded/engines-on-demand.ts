import { openPdfium } from "../../engines/pdfium.ts";
import { openTesseract } from "../../engines/tesseract.ts";
import type { Engines } from "../../read/engines.ts";

/** Thrown where reading first meets something that an engine must read which is not open yet — 需要引擎. */
class Wanted extends Error {
  readonly engine: "pdf" | "recogniser";
  constructor(engine: "pdf" | "recogniser") {
    super(`the engine is not open yet: ${engine}`);
    this.engine = engine;
  }
}

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
      if (wanted === "pdf") engines = { ...engines, pdf: await openPdfium() };
      else engines = { ...engines, recogniser: await openTesseract() };
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
