import type { SourceDescription } from "../../../domain/reading.ts";
import type { Result } from "../../../domain/result.ts";
import type { ReadingRefusal } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import { type Block, textOfBlocks } from "../flow/blocks.ts";
import { documentOfBlocks, type FileNote, type FlowPart } from "../flow/document-of-blocks.ts";
import { withHeaders } from "../flow/page-headers.ts";
import type { XmlHandler } from "../xml/read-xml.ts";
import type { BodyParts, BodyState } from "./body-state.ts";
import { insertedBlocks } from "./inserted-file.ts";
import { openNumbering } from "./numbering.ts";
import { openStyles } from "./styles.ts";
import { openWordContent } from "./word-content.ts";
import type { WordParts } from "./word-parts.ts";

/**
 * A Word document from its parts — 读取 Word 文件: lists and styles first, then the body, notes, and of headers and
 * footers what the body does not say.
 */
export function documentOfWord(
  description: SourceDescription,
  source: WordParts,
  body: string,
): Result<SourceDocument, ReadingRefusal> {
  const numbering = openNumbering();
  const styles = openStyles();
  const kinds = (kind: string) => source.relations.filter((one) => one.kind === kind && !one.external);
  const walked = (kind: string, handler: XmlHandler): Result<undefined, ReadingRefusal> => {
    for (const { target } of kinds(kind)) {
      const outcome = source.walk(target, handler);
      if (outcome && !outcome.ok && outcome.refusal.code === "too-large") return outcome;
    }
    return { ok: true, value: undefined };
  };
  for (const [kind, handler] of [
    ["numbering", numbering.handler],
    ["styles", styles.handler],
  ] as const) {
    const outcome = walked(kind, handler);
    if (!outcome.ok) return outcome;
  }

  const parts: BodyParts = {
    numbering: numbering.numbering,
    styles: styles.styles,
    insertion(id) {
      const relation = source.relations.find((one) => one.id === id && !one.external);
      const bytes = relation && source.bytes(relation.target);
      return bytes && insertedBlocks(bytes);
    },
  };
  const main = openWordContent(parts);
  const outcome = source.walk(body, main.handler);
  if (outcome && !outcome.ok) return outcome;
  const blocks = main.finish();

  const beside = (kind: string): Result<readonly Block[], ReadingRefusal> => {
    const content = openWordContent(parts);
    const read = walked(kind, content.handler);
    return read.ok ? { ok: true, value: content.finish() } : read;
  };
  const written: FlowPart[] = [{ name: "正文", blocks }];
  for (const [kind, name] of notes) {
    const side = beside(kind);
    if (!side.ok) return side;
    if (textOfBlocks(side.value) !== "") written.push({ name, blocks: side.value });
  }
  const headers = beside("header");
  const footers = beside("footer");
  if (!headers.ok) return headers;
  if (!footers.ok) return footers;
  const comments = kinds("comments").length > 0 ? countComments(source, kinds("comments")[0]!.target) : 0;
  const all = withHeaders(written, headers.value, footers.value);
  return documentOfBlocks(description, all, notesOnBody(main.state, comments));
}

/** Notes beside a body, in the order in which they are written. */
const notes = [
  ["footnotes", "脚注"],
  ["endnotes", "尾注"],
] as const;

function countComments(source: WordParts, part: string): number {
  let comments = 0;
  source.walk(part, {
    open(name) {
      if (name !== "w:comment") return undefined;
      comments++;
      return "skip";
    },
  });
  return comments;
}

/** What to tell of a body: deleted and hidden words, and what was not read — Word 文件的读取说明. */
function notesOnBody(state: BodyState, comments: number): readonly FileNote[] {
  const unread = (part: string): FileNote => ({ code: "part-unread", facts: { part } });
  return [
    ...state.deleted.notes("text-deleted"),
    ...state.hidden.notes("text-hidden"),
    ...state.covered.notes("text-hidden"),
    ...state.unread.slice(0, 20).map(unread),
    ...(comments > 0 ? [unread(`批注 ${comments} 条`)] : []),
    ...(state.tables === 0 && state.pictures > 0 ? [unread(`图片 ${state.pictures} 幅`)] : []),
  ];
}
