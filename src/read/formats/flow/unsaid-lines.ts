import { type Block, textOfBlocks } from "./blocks.ts";
import type { FlowPart } from "./document-of-blocks.ts";

const pageNumber = /^[-—－–第页共/\d]*$/u;

/**
 * Of headers and footers the lines that nothing else says, each once, without page numbers — 页眉页脚中独有的文字: every
 * section repeats them, and most repeat the title.
 */
export function unsaidLines(blocks: readonly Block[], parts: readonly FlowPart[]): readonly Block[] {
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
