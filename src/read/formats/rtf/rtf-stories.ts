import type { Block } from "../flow/blocks.ts";
import { type MarkedText, openMarkedText } from "../flow/marked-text.ts";
import type { EdgedCell } from "../flow/place-by-edges.ts";

/** The texts of a file that are open in each other: the body, a header, a text box — RTF 文本流. */
export interface Stories {
  put(words: string): void;
  endParagraph(depth: number): void;
  endCell(depth: number): void;
  endRow(depth: number, shape: readonly EdgedCell[]): void;
  pageBreak(): void;
  /** Between `\trowd` and `\row`: producers forget to say that a paragraph is in a table. */
  inRow: boolean;
  /** Begins a text of its own; what is returned ends it and hands over what it held. */
  divert(to: (blocks: readonly Block[]) => void): () => void;
  /** Where text boxes of the text that is open now are put: they follow the paragraph that they hang on. */
  asides(): Block[];
  finish(): ReturnType<MarkedText["finish"]>;
}

interface Story {
  readonly marked: MarkedText;
  words: string[];
  inRow: boolean;
  readonly asides: Block[];
}

const openStory = (): Story => ({ marked: openMarkedText(), words: [], inRow: false, asides: [] });

/** Begins with the body. `unseen` is told what merged cells cover. */
export function openStories(unseen: (blocks: readonly Block[]) => void): Stories {
  let story = openStory();
  const line = (): string => {
    const words = story.words.join("");
    story.words = [];
    return words;
  };
  const flushAsides = (): void => story.marked.add(story.asides.splice(0));
  const endParagraph = (depth: number): void => {
    story.marked.paragraph(line(), depth);
    flushAsides();
  };
  const finish = (): ReturnType<MarkedText["finish"]> => {
    if (story.words.length > 0) endParagraph(story.inRow ? 1 : 0);
    flushAsides();
    const found = story.marked.finish();
    unseen(found.covered);
    return found;
  };
  return {
    endParagraph,
    finish,
    put(words) {
      story.words.push(words);
    },
    endCell(depth) {
      story.marked.cell(line(), depth);
      flushAsides();
    },
    endRow(depth, shape) {
      if (story.words.length > 0) story.marked.cell(line(), depth);
      story.marked.row(shape, depth);
    },
    pageBreak() {
      story.marked.pageBreak();
    },
    get inRow() {
      return story.inRow;
    },
    set inRow(value) {
      story.inRow = value;
    },
    divert(to) {
      const outer = story;
      story = openStory();
      return () => {
        const { blocks } = finish();
        story = outer;
        to(blocks);
      };
    },
    asides: () => story.asides,
  };
}
