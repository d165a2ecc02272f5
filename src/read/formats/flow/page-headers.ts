import { type Block, textOfBlocks } from "./blocks.ts";
import type { FlowPart } from "./document-of-blocks.ts";

const pageNumber = /^[-—－–第页共/\d]*$/u;

/**
 * Of headers and footers the lines that nothing else says, each once, without page numbers — 页眉页脚中独有的文字: every
 * section repeats them, and most repeat the title.
 */
function unsaidLines(blocks: readonly Block[], parts: readonly FlowPart[]): readonly Block[] {
  const lines = textOfBlocks(blocks).split("\n");
  if (lines.every((line) => bare(line) === "")) return [];
  const said = new Set(parts.flatMap((part) => textOfBlocks(part.blocks).split("\n")).map(bare));
  return lines.flatMap((line): Block[] => {
    const words = bare(line);
    if (words === "" || said.has(words) || pageNumber.test(words)) return [];
    said.add(words);
    return [{ kind: "paragraph", text: line }];
  });
}

const bare = (line: string): string => line.replace(/\s+/gu, "");

/** Headers go before everything, footers after it, with what nothing else says — 加上页眉页脚. */
export function withHeaders(
  parts: readonly FlowPart[],
  headers: readonly Block[],
  footers: readonly Block[],
): readonly FlowPart[] {
  const above = unsaidLines(headers, parts);
  const all = above.length > 0 ? [{ name: "页眉", blocks: above }, ...parts] : parts;
  const below = unsaidLines(footers, all);
  return below.length > 0 ? [...all, { name: "页脚", blocks: below }] : all;
}
