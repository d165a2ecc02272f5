import type { Block } from "../flow/blocks.ts";
import { decodeMarkup } from "../html/decode-markup.ts";
import { contentOfPage } from "../html/html.ts";

/** The blocks of a file that Word was told to put in as it is (altChunk) — 插入的文件. Nothing where we cannot read it. */
export function insertedBlocks(bytes: Uint8Array): readonly Block[] | undefined {
  const { text } = decodeMarkup(bytes);
  if (!/<(?:html|body|table|p|div)[\s>]/iu.test(text.slice(0, 10_000))) return undefined;
  const page = contentOfPage(text);
  return page.ok ? page.value.blocks : undefined;
}
