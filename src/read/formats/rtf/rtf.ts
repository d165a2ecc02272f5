import { createHash } from "node:crypto";
import type { Result } from "../../../domain/result.ts";
import type { ReadingRefusal } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import type { FileBytes } from "../file-bytes.ts";
import { textOfBlocks } from "../flow/blocks.ts";
import { documentOfBlocks, type FileNote, type FlowPart } from "../flow/document-of-blocks.ts";
import { withHeaders } from "../flow/page-headers.ts";
import { readRtf } from "./rtf-reader.ts";

/** An RTF file, also one named .doc → its cells — 读取 RTF. */
export function documentOfRtf({ name, bytes }: FileBytes): Result<SourceDocument, ReadingRefusal> {
  const read = readRtf(bytes);
  if (!read.ok) return read;
  const { body, footnotes, headers, footers, hidden, deleted, comments, objects, pictures, tables } = read.value;
  const parts: FlowPart[] = [{ name: "正文", blocks: body }];
  if (textOfBlocks(footnotes) !== "") parts.push({ name: "脚注", blocks: footnotes });
  const unread = (part: string): FileNote => ({ code: "part-unread", facts: { part } });
  return documentOfBlocks(
    {
      name,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length,
      kind: "rtf",
      encoding: "",
    },
    withHeaders(parts, headers, footers),
    [
      ...deleted.notes("text-deleted"),
      ...hidden.notes("text-hidden"),
      ...(comments > 0 ? [unread(`批注 ${comments} 条`)] : []),
      ...(objects > 0 ? [unread(`嵌入对象 ${objects} 个`)] : []),
      ...(tables === 0 && pictures > 0 ? [unread(`图片 ${pictures} 幅`)] : []),
    ],
  );
}
