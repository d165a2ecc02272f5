import type { Block } from "../flow/blocks.ts";
import { type FlowBuilder, openFlow } from "../flow/flow-builder.ts";
import { countUnread, type UnreadWords } from "../flow/unread-words.ts";
import type { Numbering } from "./numbering.ts";
import type { WordStyles } from "./styles.ts";

/** What a Word document brings besides its body — Word 正文所用的其他部分. */
export interface BodyParts {
  readonly numbering: Numbering;
  readonly styles: WordStyles;
  /** What is put in from another part (altChunk): its blocks, or nothing where it cannot be read. */
  readonly insertion: (relation: string) => readonly Block[] | undefined;
}

/** A paragraph while it is read — 读取中的段落. */
export interface OpenParagraph {
  readonly words: string[];
  style?: string;
  list?: string;
  level?: number;
  /** As Word 2003 wrote it down. */
  number?: string;
  /** Its end was deleted in a tracked change: it goes on in the next one. */
  joined: boolean;
  breaksBefore: boolean;
  breaksAfter: boolean;
  /** Text boxes that hang on it. */
  readonly asides: Block[];
}

/** A row while it is read — 读取中的行. */
export interface OpenRow {
  before: number;
  deleted: boolean;
  hidden: boolean;
}

/** A cell while it is read — 读取中的单元格. */
export interface OpenCell {
  columns: number;
  down?: "start" | "continue";
  right?: "start" | "continue";
}

/** Where the reading of a body stands — 正文读取状态. */
export interface BodyState {
  readonly parts: BodyParts;
  readonly flow: FlowBuilder;
  readonly hidden: UnreadWords;
  readonly deleted: UnreadWords;
  /** Embedded objects, inserted files, charts: what is said of them. */
  readonly unread: string[];
  /** Words of merged cells that no reader of the page sees. */
  readonly covered: UnreadWords;
  readonly paragraphs: OpenParagraph[];
  /** Widths of the columns of tables that are open. */
  readonly grids: number[][];
  readonly rows: OpenRow[];
  readonly cells: OpenCell[];
  /** Words that a deleted paragraph mark hands on to the next paragraph. */
  carried: string[];
  pictures: number;
  tables: number;
  /** Where the words of text elements go. */
  reading: "nothing" | "words" | "deleted words";
  runHidden: boolean;
  /** Around deleted or moved-away text. */
  deletions: number;
  /** What is being described rather than read: the end of a paragraph, a row. */
  describing: "paragraph" | "row" | undefined;
  /** The section whose properties are read: whether it begins on a page of its own. */
  section: { continuous: boolean } | undefined;
  /** Of content given in several ways, whether one was taken. */
  readonly alternatives: { taken: boolean }[];
}

/** Begins a body. */
export function openBody(parts: BodyParts): BodyState {
  return {
    parts,
    flow: openFlow(),
    hidden: countUnread(),
    deleted: countUnread(),
    covered: countUnread(),
    unread: [],
    paragraphs: [],
    grids: [],
    rows: [],
    cells: [],
    carried: [],
    pictures: 0,
    tables: 0,
    reading: "nothing",
    runHidden: false,
    deletions: 0,
    describing: undefined,
    section: undefined,
    alternatives: [],
  };
}

/** Words of a run: into the paragraph, or to those that are not read. */
export function addWords(state: BodyState, words: string): void {
  if (state.deletions > 0) state.deleted.add(words);
  else if (state.runHidden) state.hidden.add(words);
  else {
    const paragraph = state.paragraphs.at(-1);
    if (paragraph) paragraph.words.push(words);
    else state.carried.push(words);
  }
}

/** Words that still look for a paragraph get one of their own: here the text they stand in ends. */
export function flushCarried(state: BodyState): void {
  if (state.carried.length === 0) return;
  state.flow.paragraph(state.carried.join(""));
  state.carried = [];
}

/** Ends the paragraph that is open: its number and words, then what hangs on it. */
export function closeParagraph(state: BodyState): void {
  const paragraph = state.paragraphs.pop();
  if (!paragraph) return;
  if (paragraph.breaksBefore) state.flow.pageBreak();
  const number = paragraph.joined ? "" : numberOf(state, paragraph);
  // many paragraphs may be joined into one: what is carried grows, and is not copied
  state.carried.push(number, paragraph.words.join(""));
  if (!paragraph.joined) {
    state.flow.paragraph(state.carried.join(""));
    state.carried = [];
  }
  state.flow.add(paragraph.asides);
  if (paragraph.breaksAfter) state.flow.pageBreak();
}

function numberOf({ parts, deletions }: BodyState, paragraph: OpenParagraph): string {
  if (paragraph.number !== undefined) return paragraph.number;
  if (deletions > 0) return "";
  const style = parts.styles.of(paragraph.style);
  const list = paragraph.list ?? style.list;
  if (list === undefined || list === "0") return "";
  const ofStyle = paragraph.style === undefined ? undefined : parts.numbering.levelOfStyle(list, paragraph.style);
  return parts.numbering.next(list, paragraph.level ?? style.level ?? ofStyle ?? 0);
}
