import { signOf } from "../flow/symbol-fonts.ts";
import type { XmlAttributes, XmlClose } from "../xml/read-xml.ts";
import { addWords, type BodyState, closeParagraph } from "./body-state.ts";
import { isOff } from "./on-off.ts";

/** How an element of Word's markup is read — 元素的读法. */
export type WordElement = (state: BodyState, attribute: XmlAttributes) => XmlClose;

/** Paragraphs, runs and what stands in them — 段落与文字. */
export const paragraphElements: Readonly<Record<string, WordElement>> = {
  "w:p": (state) => {
    state.paragraphs.push({ words: [], joined: false, breaksBefore: false, breaksAfter: false, asides: [] });
    return () => closeParagraph(state);
  },
  "w:pStyle": (state, attribute) => onParagraph(state, { style: attribute("w:val") ?? "" }),
  "w:numId": (state, attribute) => onParagraph(state, { list: attribute("w:val") ?? "" }),
  "w:ilvl": (state, attribute) => onParagraph(state, { level: Number(attribute("w:val") ?? 0) }),
  "w:pageBreakBefore": (state, attribute) => onParagraph(state, { breaksBefore: !isOff(attribute("w:val")) }),
  // Word 2003 writes the number down: <w:listPr><wx:t wx:val="1、"/>
  "wx:t": (state, attribute) => onParagraph(state, { number: attribute("wx:val") ?? "" }),
  "w:pPr": (state) => {
    const outer = state.runHidden;
    const close = describing(state, "paragraph");
    return () => {
      state.runHidden = outer;
      close();
    };
  },
  "w:sectPr": (state) => {
    const section = { continuous: false };
    state.section = section;
    return () => {
      state.section = undefined;
      const paragraph = state.paragraphs.at(-1);
      if (paragraph && !section.continuous) paragraph.breaksAfter = true;
    };
  },
  "w:type": (state, attribute) => {
    if (state.section) state.section.continuous = attribute("w:val") === "continuous";
    return undefined;
  },

  "w:r": (state) => run(state),
  "m:r": (state) => run(state),
  "w:rStyle": (state, attribute) => {
    state.runHidden = state.parts.styles.of(attribute("w:val")).hidden ?? state.runHidden;
    return undefined;
  },
  "w:vanish": (state, attribute) => {
    state.runHidden = !isOff(attribute("w:val"));
    return undefined;
  },

  "w:t": (state) => readingWords(state, "words"),
  "m:t": (state) => readingWords(state, "words"),
  "w:delText": (state) => readingWords(state, "deleted words"),
  "w:tab": (state) => sign(state, "\t"),
  "w:ptab": (state) => sign(state, "\t"),
  "w:cr": (state) => sign(state, "\n"),
  "w:noBreakHyphen": (state) => sign(state, "-"),
  "w:sym": (state, attribute) =>
    sign(state, signOf(attribute("w:font") ?? "", Number.parseInt(attribute("w:char") ?? "", 16))),
  "w:br": (state, attribute) => {
    if (attribute("w:type") !== "page") return sign(state, "\n");
    const open = state.paragraphs.at(-1);
    if (!open || state.rows.length > 0) return undefined;
    // what stands before the break is a paragraph of its own
    if (open.words.length > 0) {
      closeParagraph(state);
      state.paragraphs.push({ words: [], joined: false, breaksBefore: true, breaksAfter: false, asides: [] });
    } else open.breaksBefore = true;
    return undefined;
  },

  "w:del": (state) => deletion(state),
  "w:moveFrom": (state) => deletion(state),
  "w:txbxContent": (state) => aside(state),
  "w:footnote": (state, attribute) => noteText(state, attribute),
  "w:endnote": (state, attribute) => noteText(state, attribute),
  "mc:AlternateContent": (state) => {
    state.alternatives.push({ taken: false });
    return () => void state.alternatives.pop();
  },
  "mc:Choice": (state) => alternative(state),
  "mc:Fallback": (state) => alternative(state),
  "w:drawing": (state) => picture(state),
  "w:pict": (state) => picture(state),
  "o:OLEObject": (state, attribute) => {
    state.unread.push(`嵌入对象 ${(attribute("ProgID") ?? "").slice(0, 60)}`.trim());
    return undefined;
  },
  "c:chart": (state) => {
    state.unread.push("图表");
    return undefined;
  },
  "w:altChunk": (state, attribute) => {
    const blocks = state.parts.insertion(attribute("r:id") ?? "");
    if (blocks) state.flow.add(blocks);
    else state.unread.push("插入的文件（altChunk）");
    return undefined;
  },
  "aml:annotation": (state, attribute) => {
    const kind = attribute("w:type") ?? "";
    if (kind === "Word.Deletion") return deletion(state);
    return kind === "Word.Comment" || kind === "Word.Formatting" ? "skip" : undefined;
  },
};

function onParagraph(state: BodyState, found: Partial<BodyState["paragraphs"][number]>): undefined {
  const paragraph = state.paragraphs.at(-1);
  if (paragraph) Object.assign(paragraph, found);
}

function sign(state: BodyState, words: string): undefined {
  addWords(state, words);
}

function readingWords(state: BodyState, reading: BodyState["reading"]): () => void {
  const outer = state.reading;
  state.reading = reading;
  return () => {
    state.reading = outer;
  };
}

function run(state: BodyState): () => void {
  const outer = state.runHidden;
  state.runHidden = state.parts.styles.of(state.paragraphs.at(-1)?.style).hidden ?? false;
  return () => {
    state.runHidden = outer;
  };
}

/** Of a paragraph or row it says that this is deleted; else what is within is. */
function deletion(state: BodyState): XmlClose {
  const paragraph = state.paragraphs.at(-1);
  const row = state.rows.at(-1);
  if (state.describing === "paragraph" && paragraph) paragraph.joined = true;
  else if (state.describing === "row" && row) row.deleted = true;
  else {
    state.deletions++;
    return () => {
      state.deletions--;
    };
  }
  return undefined;
}

/** What is within describes a paragraph or a row. */
export function describing(state: BodyState, what: "paragraph" | "row"): () => void {
  const outer = state.describing;
  state.describing = what;
  return () => {
    state.describing = outer;
  };
}

/** Blocks of their own that follow the paragraph they hang on, whatever paragraphs they hold themselves. */
function aside(state: BodyState): () => void {
  state.flow.openAside();
  const { runHidden, describing: outer } = state;
  state.runHidden = false;
  state.describing = undefined;
  const owner = state.paragraphs.at(-1);
  return () => {
    const blocks = state.flow.closeAside();
    if (owner) for (const block of blocks) owner.asides.push(block);
    else state.flow.add(blocks);
    state.runHidden = runHidden;
    state.describing = outer;
  };
}

/** A footnote: of its part a paragraph; of Word 2003 it stands within the text. Lines that part notes are no text. */
function noteText(state: BodyState, attribute: XmlAttributes): XmlClose {
  const kind = attribute("w:type");
  if (kind !== undefined && kind !== "normal") return "skip";
  return state.paragraphs.length > 0 ? aside(state) : undefined;
}

/** The first of several ways in which the same is given. */
function alternative(state: BodyState): XmlClose {
  const among = state.alternatives.at(-1);
  if (among?.taken) return "skip";
  if (among) among.taken = true;
  return undefined;
}

function picture(state: BodyState): undefined {
  state.pictures++;
}
