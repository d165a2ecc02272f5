import { createHash } from "node:crypto";
import type { Result } from "../../../domain/result.ts";
import type { ReadingRefusal } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import type { FileBytes } from "../file-bytes.ts";
import { textOfBlocks } from "../flow/blocks.ts";
import { documentOfBlocks, type FileNote, type FlowPart } from "../flow/document-of-blocks.ts";
import { withHeaders } from "../flow/page-headers.ts";
import { openOle } from "../ole-file.ts";
import { openDocReader } from "./doc-reader.ts";
import { openDocText } from "./doc-text.ts";
import { type DocFile, type DocPart, docParts, docTables, openDocFile } from "./file-head.ts";
import { u32 } from "./little-endian.ts";

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
  const [headers, footers] = headersOf(doc.value, text.value.text.length).map((spans) =>
    spans.flatMap(({ start, end }) => reader.read(start, end).blocks),
  );
  return documentOfBlocks(
    {
      name,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length,
      kind: "doc",
      encoding: "",
    },
    withHeaders(parts, headers ?? [], footers ?? []),
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

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Six stories for lines between notes, then of each section: headers of even and odd pages, footers, and of page one. */
function headersOf(doc: DocFile, length: number): readonly [readonly Stretch[], readonly Stretch[]] {
  const whole = spanOf(doc, "headers", length);
  const table = doc.table(docTables.headers);
  const above: Stretch[] = [];
  const below: Stretch[] = [];
  for (let story = 6; story * 4 + 8 <= table.length && story < mostStories; story++) {
    const start = whole.start + u32(table, story * 4);
    const end = Math.min(whole.end, whole.start + u32(table, story * 4 + 4));
    if (start < end) (story % 6 === 2 || story % 6 === 3 || story % 6 === 5 ? below : above).push({ start, end });
  }
  return [above, below];
}

const mostStories = 6_000;
