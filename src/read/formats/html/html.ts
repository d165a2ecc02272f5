import { createHash } from "node:crypto";
import type { SourceDescription } from "../../../domain/reading.ts";
import type { Result } from "../../../domain/result.ts";
import type { ReadingRefusal } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import type { FileBytes } from "../file-bytes.ts";
import { documentOfBlocks, type FileNote, type FlowPart } from "../flow/document-of-blocks.ts";
import { blocksOfPage, type PageContent } from "./blocks-of-page.ts";
import { type DecodedMarkup, decodeMarkup } from "./decode-markup.ts";
import { parsePage } from "./parse-page.ts";

/** A page as it came — 待读网页. */
export interface PageBytes extends FileBytes {
  /** The encoding that its sender named beside it: in the header of a message. */
  readonly sentAs?: string;
}

/** A web page, or what an office program saved as one → its cells — 读取网页. Nothing that it points to is fetched. */
export function documentOfHtml({ name, bytes, sentAs }: PageBytes): Result<SourceDocument, ReadingRefusal> {
  const decoded = decodeMarkup(bytes, sentAs);
  const page = contentOfPage(decoded.text);
  if (!page.ok) return page;
  const description: SourceDescription = {
    name,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
    kind: "html",
    encoding: decoded.encoding,
  };
  const parts: FlowPart[] = [{ name: "正文", blocks: page.value.blocks }];
  return documentOfBlocks(description, parts, [...notesOnEncoding(decoded), ...notesOnPage(page.value)]);
}

/** The text of a page → what it shows. */
export function contentOfPage(text: string): Result<PageContent, ReadingRefusal> {
  const nodes = parsePage(text);
  return nodes.ok ? blocksOfPage(nodes.value) : nodes;
}

/** What to tell of a page whose label lies or whose bytes are damaged. */
export function notesOnEncoding({ contradicted, encoding, damaged }: DecodedMarkup): readonly FileNote[] {
  if (contradicted === undefined && damaged === 0) return [];
  const shown = damaged > 0 ? `${encoding}（有 ${damaged} 处不成字）` : encoding;
  return [{ code: "encoding-contradicted", facts: { labelled: contradicted ?? encoding, encoding: shown } }];
}

/** What to tell of hidden words, frames, and of a page that shows no table — 网页的读取说明. */
export function notesOnPage(page: PageContent): readonly FileNote[] {
  const notes: FileNote[] = [...page.hidden.notes("text-hidden"), ...page.deleted.notes("text-deleted")];
  const unread = (part: string): void => {
    notes.push({ code: "part-unread", facts: { part } });
  };
  for (const { element, address } of page.embedded.slice(0, 20))
    unread(`${element === "frame" || element === "iframe" ? "框架页" : "嵌入内容"} ${shortened(address)}`);
  if (page.blocks.some((block) => block.kind === "table")) return notes;
  for (const attachment of page.attachments.slice(0, 20)) unread(`附件 ${shortened(attachment)}`);
  if (page.scripts > 0) unread("由网页脚本载入的内容（请在浏览器中打开，待表格显示后复制或另存，再导入）");
  if (page.images > 0 && page.attachments.length === 0) unread(`网页中的 ${page.images} 幅图片`);
  return notes;
}

function shortened(words: string): string {
  const bare = words.replace(/\s+/gu, " ");
  return bare.length > 80 ? `${bare.slice(0, 79)}…` : bare;
}
