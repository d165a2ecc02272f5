import type { Block } from "../flow/blocks.ts";
import type { XmlHandler } from "../xml/read-xml.ts";
import { addWords, type BodyParts, type BodyState, flushCarried, openBody } from "./body-state.ts";
import { paragraphElements, type WordElement } from "./paragraph-elements.ts";
import { tableElements } from "./table-elements.ts";

/** Elements whose content is nothing to read: properties as they were before a change, codes, pictures as bytes. */
const unwanted: readonly string[] = [
  "w:rPrChange",
  "w:pPrChange",
  "w:tblPrChange",
  "w:tblPrExChange",
  "w:tblGridChange",
  "w:trPrChange",
  "w:tcPrChange",
  "w:sectPrChange",
  "w:numberingChange",
  "w:sdtPr",
  "w:sdtEndPr",
  "w:ffData",
  "w:rubyPr",
  "w:rt",
  "w:instrText",
  "w:delInstrText",
  "w:fldData",
  "w:binData",
  "w:docPr",
  "w:styles",
  "w:lists",
  "w:fonts",
  "pkg:binaryData",
];

const elements: ReadonlyMap<string, WordElement> = new Map<string, WordElement>([
  ...Object.entries(paragraphElements),
  ...Object.entries(tableElements),
  ...unwanted.map((name): [string, WordElement] => [name, () => "skip"]),
  // within the properties of a section stand, of Word 2003, its headers and footers
  ["w:hdr", (state) => (state.section ? "skip" : undefined)],
  ["w:ftr", (state) => (state.section ? "skip" : undefined)],
]);

/** Reads a part of Word's markup that has paragraphs: body, notes, header — 读取 Word 正文. */
export function openWordContent(parts: BodyParts): {
  readonly handler: XmlHandler;
  readonly state: BodyState;
  readonly finish: () => readonly Block[];
} {
  const state = openBody(parts);
  return {
    state,
    handler: {
      open: (name, attribute) => elements.get(name)?.(state, attribute),
      text(words) {
        if (state.reading === "nothing") return;
        const plain = words.replace(/[\r\n\t]+/gu, " ");
        if (state.reading === "deleted words") state.deleted.add(plain);
        else addWords(state, plain);
      },
    },
    finish() {
      flushCarried(state);
      return state.flow.finish();
    },
  };
}
