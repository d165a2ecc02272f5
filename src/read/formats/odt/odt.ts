import { createHash } from "node:crypto";
import type { Result } from "../../../domain/result.ts";
import type { ReadingRefusal } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import type { FileBytes } from "../file-bytes.ts";
import { type Block, textOfBlocks } from "../flow/blocks.ts";
import { documentOfBlocks, type FileNote, type FlowPart } from "../flow/document-of-blocks.ts";
import { withHeaders } from "../flow/page-headers.ts";
import { readXml } from "../xml/read-xml.ts";
import { openZip } from "../zip-guard.ts";
import { openOdtContent } from "./odt-content.ts";
import { openOdtStyles } from "./odt-styles.ts";

/** An OpenDocument text (.odt), packed or as one XML file (.fodt) → its cells — 读取 ODT. */
export function documentOfOdt(file: FileBytes): Result<SourceDocument, ReadingRefusal> {
  if (file.bytes[0] !== 0x50) return documentOfXml(file, file.bytes, file.bytes);
  const zip = openZip(file.bytes);
  if (!zip.ok) return zip;
  const content = zip.value.read("content.xml");
  if (!content.ok) return content;
  const styles = zip.value.has("styles.xml") ? zip.value.read("styles.xml") : undefined;
  return documentOfXml(file, content.value, styles?.ok ? styles.value : undefined);
}

function documentOfXml(
  { name, bytes }: FileBytes,
  content: Uint8Array,
  styles: Uint8Array | undefined,
): Result<SourceDocument, ReadingRefusal> {
  const known = openOdtStyles();
  for (const part of new Set([styles, content])) {
    const read = part && readXml(part, known.handler);
    if (read && !read.ok) return read;
  }
  const reading = openOdtContent(known.styles, "office:body");
  const read = readXml(content, reading.handler);
  if (!read.ok) return read;
  const { blocks, notes } = reading.finish();
  const parts: FlowPart[] = [{ name: "正文", blocks }];
  if (textOfBlocks(notes) !== "") parts.push({ name: "脚注", blocks: notes });
  const beside = (what: "style:header" | "style:footer"): readonly Block[] => {
    const side = openOdtContent(known.styles, what);
    if (styles) readXml(styles, side.handler);
    return side.finish().blocks;
  };
  return documentOfBlocks(
    {
      name,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length,
      kind: "odt",
      encoding: "",
    },
    withHeaders(parts, beside("style:header"), beside("style:footer")),
    notesOn(reading),
  );
}

function notesOn({ hidden, deleted, found }: ReturnType<typeof openOdtContent>): readonly FileNote[] {
  const unread = (part: string): FileNote => ({ code: "part-unread", facts: { part } });
  return [
    ...deleted.notes("text-deleted"),
    ...hidden.notes("text-hidden"),
    ...(found.comments > 0 ? [unread(`批注 ${found.comments} 条`)] : []),
    ...(found.objects > 0 ? [unread(`嵌入对象 ${found.objects} 个`)] : []),
    ...(found.tables === 0 && found.pictures > 0 ? [unread(`图片 ${found.pictures} 幅`)] : []),
  ];
}
