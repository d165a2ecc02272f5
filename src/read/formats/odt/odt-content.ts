import type { Block } from "../flow/blocks.ts";
import { textOfBlocks } from "../flow/blocks.ts";
import { openFlow } from "../flow/flow-builder.ts";
import { openInlineText } from "../flow/inline-text.ts";
import { placeBySpans } from "../flow/place-cells.ts";
import { countUnread, type UnreadWords } from "../flow/unread-words.ts";
import type { XmlAttributes, XmlClose, XmlHandler } from "../xml/read-xml.ts";
import { openOdtLists } from "./odt-lists.ts";
import type { OdtStyles } from "./odt-styles.ts";

/** What an OpenDocument text holds — ODT 内容. */
export interface OdtContent {
  readonly handler: XmlHandler;
  readonly hidden: UnreadWords;
  readonly deleted: UnreadWords;
  readonly found: { comments: number; objects: number; pictures: number; tables: number };
  readonly finish: () => { readonly blocks: readonly Block[]; readonly notes: readonly Block[] };
}

/** A paragraph while it is read, and what hangs on it. */
interface OpenParagraph {
  readonly text: ReturnType<typeof openInlineText>;
  readonly asides: Block[];
}

/** Reads the text of an OpenDocument file — 读取 ODT 正文. */
export function openOdtContent(styles: OdtStyles, wanted: "office:body" | "style:header" | "style:footer"): OdtContent {
  const flow = openFlow();
  const hidden = countUnread();
  const deleted = countUnread();
  const found = { comments: 0, objects: 0, pictures: 0, tables: 0 };
  const notes: Block[] = [];
  const lists = openOdtLists(styles);
  const paragraphs: OpenParagraph[] = [];
  let isBody = false;
  let unseen = 0;
  let deletions = 0;

  const words = (text: string): void => {
    if (deletions > 0) deleted.add(text);
    else if (unseen > 0) hidden.add(text);
    else paragraphs.at(-1)?.text.add(text);
  };
  const printed = (text: string): undefined => {
    if (deletions === 0 && unseen === 0) paragraphs.at(-1)?.text.addPreserved(text);
  };
  const within = (state: "hidden" | "deleted"): (() => void) => {
    if (state === "hidden") unseen++;
    else deletions++;
    return () => {
      if (state === "hidden") unseen--;
      else deletions--;
    };
  };
  /** Blocks of their own that follow the paragraph they hang on. */
  const aside = (to?: Block[]): (() => void) => {
    flow.openAside();
    const owner = paragraphs.at(-1);
    return () => {
      const blocks = flow.closeAside();
      for (const block of blocks) (to ?? owner?.asides)?.push(block);
      if (!to && !owner) flow.add(blocks);
    };
  };
  const paragraph = (attribute: XmlAttributes): XmlClose => {
    if (!isBody) return "skip";
    const style = attribute("text:style-name");
    if (styles.breaksBefore(style)) flow.pageBreak();
    const open: OpenParagraph = { text: openInlineText(), asides: [] };
    paragraphs.push(open);
    const isDeleted = deletions > 0;
    if (!isDeleted) open.text.addPreserved(lists.number());
    const shown = styles.isHidden(style) ? within("hidden") : undefined;
    return () => {
      shown?.();
      paragraphs.pop();
      if (!isDeleted) flow.paragraph(open.text.take());
      flow.add(open.asides);
    };
  };
  /** Cells and rows that a file says it has many times over, so long as there are not too many of them. */
  let copies = 0;
  const times = (value: string | undefined): number => {
    const asked = count(value, mostRepeats);
    copies += asked - 1;
    return copies > mostCopies ? 1 : asked;
  };
  const count = (value: string | undefined, most: number): number => {
    const number = Number(value ?? 1);
    return Number.isInteger(number) && number >= 1 ? Math.min(number, most) : 1;
  };

  const elements: Readonly<Record<string, (attribute: XmlAttributes) => XmlClose>> = {
    "text:p": paragraph,
    "text:h": paragraph,
    "text:span": (attribute) => (styles.isHidden(attribute("text:style-name")) ? within("hidden") : undefined),
    "text:section": (attribute) => (attribute("text:display") === "none" ? within("hidden") : undefined),
    "text:s": (attribute) => printed(" ".repeat(count(attribute("text:c"), 1_000))),
    "text:tab": () => printed("\t"),
    "text:line-break": () => printed("\n"),
    "text:tracked-changes": () => within("deleted"),
    // who changed something, and when
    "office:change-info": () => "skip",
    "text:ruby-text": () => "skip",
    "text:note-citation": () => "skip",
    "text:note-body": () => aside(notes),
    "office:annotation": () => {
      found.comments++;
      return "skip";
    },
    "draw:text-box": () => aside(),
    "draw:image": () => {
      found.pictures++;
      return "skip";
    },
    "draw:object": () => {
      found.objects++;
      return "skip";
    },
    "draw:object-ole": () => "skip",
    "svg:title": () => "skip",
    "svg:desc": () => "skip",
    "text:list": (attribute) => lists.open(attribute),
    "text:list-item": (attribute) => lists.item(attribute),
    "table:table": () => {
      if (!isBody) return "skip";
      flow.openTable();
      found.tables++;
      return () => flow.closeTable((rows) => placeBySpans(rows));
    },
    "table:table-row": (attribute) => {
      if (!flow.openRow()) return undefined;
      const isShown = attribute("table:visibility") !== "collapse";
      const repeated = times(attribute("table:number-rows-repeated"));
      return () => {
        const cells = flow.closeRow({ keep: isShown, times: repeated });
        if (!isShown) for (const { blocks } of cells) hidden.add(textOfBlocks(blocks));
      };
    },
    "table:table-cell": (attribute) => {
      if (!flow.openCell()) return undefined;
      const columns = count(attribute("table:number-columns-spanned"), mostRepeats);
      const rows = count(attribute("table:number-rows-spanned"), mostRepeats);
      const repeated = times(attribute("table:number-columns-repeated"));
      return () => flow.closeCell({ columns, rows }, repeated);
    },
    "table:covered-table-cell": () => within("hidden"),
  };
  const byName = new Map(Object.entries(elements));
  return {
    hidden,
    deleted,
    found,
    handler: {
      open(name, attribute) {
        if (name !== wanted) return byName.get(name)?.(attribute);
        isBody = true;
        return () => {
          isBody = false;
        };
      },
      text(text) {
        if (paragraphs.length > 0) words(text);
      },
    },
    finish: () => ({ blocks: flow.finish(), notes }),
  };
}

const mostRepeats = 1_000;
const mostCopies = 10_000;
