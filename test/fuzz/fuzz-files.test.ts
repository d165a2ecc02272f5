import { openPdfium } from "../../src/engines/pdfium.ts";
import { describeFuzz } from "./fuzz.ts";
import { officeFiles } from "./seeds.ts";

const engines = { pdf: await openPdfium() };

describeFuzz(officeFiles, () => engines);
