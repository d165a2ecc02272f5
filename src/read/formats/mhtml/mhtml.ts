import { createHash } from "node:crypto";
import type { Result } from "../../../domain/result.ts";
import { type ReadingRefusal, refuse } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import type { FileBytes } from "../file-bytes.ts";
import { documentOfBlocks, type FileNote, type FlowPart } from "../flow/document-of-blocks.ts";
import type { PageContent } from "../html/blocks-of-page.ts";
import { decodeMarkup } from "../html/decode-markup.ts";
import { contentOfPage, notesOnEncoding, notesOnPage } from "../html/html.ts";
import { type MimePart, mimeParts } from "./mime-parts.ts";

/**
 * A page with all that belongs to it in one file (.mht), also one named .doc or .xls → its cells — 读取 MHTML. Of a
 * workbook saved as pages each sheet is read, in the order of its frames.
 */
export function documentOfMhtml({ name, bytes }: FileBytes): Result<SourceDocument, ReadingRefusal> {
  const pages = mimeParts(bytes).filter(({ type }) => type === "text/html" || type === "application/xhtml+xml");
  const [first] = pages;
  if (!first) return nothingInside;
  const main = readPage(first);
  if (!main.ok) return main;
  const written: FlowPart[] = [{ name: "正文", blocks: main.value.page.blocks }];
  const notes: FileNote[] = [...main.value.notes];
  const frames = framesOf(main.value.page, first, pages);
  for (const [at, frame] of frames.entries()) {
    const read = readPage(frame);
    if (!read.ok) return read;
    if (read.value.page.blocks.length === 0) continue;
    written.push({
      name: `第 ${at + 1} 页（${frame.location.split(/[/\\]/u).at(-1) ?? ""}）`,
      blocks: read.value.page.blocks,
    });
    notes.push(...read.value.notes);
  }
  const parts = written.filter(({ blocks }) => blocks.length > 0);
  return documentOfBlocks(
    {
      name,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length,
      kind: "mhtml",
      encoding: main.value.encoding,
    },
    parts.length > 0 ? parts : written.slice(0, 1),
    frames.length > 0 ? notes.filter(({ facts }) => !String(facts.part ?? "").startsWith("框架页")) : notes,
  );
}

interface ReadPage {
  readonly page: PageContent;
  readonly notes: readonly FileNote[];
  readonly encoding: string;
}

function readPage(part: MimePart): Result<ReadPage, ReadingRefusal> {
  const decoded = decodeMarkup(part.bytes, part.charset);
  const page = contentOfPage(decoded.text);
  if (!page.ok) return page;
  const notes = [...notesOnEncoding(decoded), ...notesOnPage(page.value)];
  return { ok: true, value: { page: page.value, notes, encoding: decoded.encoding } };
}

/** Pages that the first one shows in frames, or whose names it lists as the sheets of a workbook. */
function framesOf(page: PageContent, first: MimePart, pages: readonly MimePart[]): readonly MimePart[] {
  const others = pages.filter((one) => one !== first);
  if (page.blocks.some((block) => block.kind === "table")) return [];
  const sheets = others.filter(({ location }) => /sheet\d{1,5}\.html?$/iu.test(location));
  if (sheets.length > 0) return sheets;
  return page.embedded.flatMap(({ address }) => {
    const name = address.split(/[/\\]/u).at(-1) ?? "";
    const found = others.find(({ location }) => location === address || (name !== "" && location.endsWith(name)));
    return found ? [found] : [];
  });
}

const nothingInside = refuse(
  "nothing-inside",
  { zh: "单文件网页（MHTML）里没有网页正文。", en: "The single-file page (MHTML) holds no page." },
  {
    zh: "请在浏览器、Word 或 Excel 中打开，另存为 .docx、.xlsx 或网页后再导入。",
    en: "Open it in a browser, Word or Excel, save it as .docx, .xlsx or a page, and import that.",
  },
);
