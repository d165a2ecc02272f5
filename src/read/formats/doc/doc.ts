import { createHash } from "node:crypto";
import type { Result } from "../../../domain/result.ts";
import type { ReadingRefusal } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import type { FileBytes } from "../file-bytes.ts";
import { textOfBlocks } from "../flow/blocks.ts";
import { documentOfBlocks, type FileNote, type FlowPart } from "../flow/document-of-blocks.ts";
import { unsaidLines } from "../flow/unsaid-lines.ts";
import { openOle } from "../ole-file.ts";
import { openDocReader } from "./doc-reader.ts";
import { openDocText } from "./doc-text.ts";
import { type DocFile, type DocPart, docParts, openDocFile } from "./file-head.ts";

/** A .doc of Word 97–2003, or of WPS (.wps) → its cells — 读取 DOC. */
export function documentOfDoc({ name, bytes }: FileBytes): Result<SourceDocument, ReadingRefusal> {
  const ole = openOle(bytes);
  if (!ole.ok) return ole;
  const doc = openDocFile(ole.value);
  if (!doc.ok) return doc;
  const text = openDocText(doc.value);
  if (!text.ok) return text;

  const reader = openDocReader(doc.value, text.value);
  const parts: FlowPart[] = [];
  let tables = 0;
  for (const [part, title] of readParts) {
    const { start, end } = spanOf(doc.value, part, text.value.text.length);
    const read = reader.read(start, end);
    if (part === "body") tables = read.tables;
    if (part === "body" || textOfBlocks(read.blocks) !== "") parts.push({ name: title, blocks: read.blocks });
  }
  const comments = doc.value.lengths.comments > 0;
  const notes: FileNote[] = [
    ...reader.deleted.notes("text-deleted"),
    ...reader.hidden.notes("text-hidden"),
    ...(comments ? [unread("批注")] : []),
    ...(reader.objects > 0 ? [unread(`嵌入对象 ${reader.objects} 个`)] : []),
    ...(tables === 0 && reader.pictures > 0 ? [unread(`图片 ${reader.pictures} 幅`)] : []),
  ];
  const headers = spanOf(doc.value, "headers", text.value.text.length);
  const unsaid = unsaidLines(reader.read(headers.start, headers.end).blocks, parts);
  return documentOfBlocks(
    {
      name,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length,
      kind: "doc",
      encoding: "",
    },
    unsaid.length > 0 ? [...parts, { name: "页眉页脚", blocks: unsaid }] : parts,
    notes,
  );
}

const unread = (part: string): FileNote => ({ code: "part-unread", facts: { part } });

const readParts = [
  ["body", "正文"],
  ["footnotes", "脚注"],
  ["endnotes", "尾注"],
  ["boxes", "文本框"],
] as const;

function spanOf({ lengths }: DocFile, part: DocPart, length: number): { readonly start: number; readonly end: number } {
  let start = 0;
  for (const one of docParts) {
    if (one === part) break;
    start += lengths[one];
  }
  return { start: Math.min(start, length), end: Math.min(start + lengths[part], length) };
}
