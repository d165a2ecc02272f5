import { type FlowBuilder, openFlow } from "../flow/flow-builder.ts";
import { type InlineText, openInlineText } from "../flow/inline-text.ts";
import { countUnread, type UnreadWords } from "../flow/unread-words.ts";
import { countItems, type ListNumbers } from "./list-number.ts";
import { isElement, notText } from "./page-element.ts";
import type { PageElement, PageNode } from "./parse-page.ts";

/** Where the reading of a page stands — 网页读取状态. */
export interface Walk {
  readonly flow: FlowBuilder;
  readonly inline: InlineText;
  readonly hidden: UnreadWords;
  readonly deleted: UnreadWords;
  readonly embedded: { element: string; address: string }[];
  readonly attachments: string[];
  scripts: number;
  images: number;
  /** Elements around whose blanks count. */
  preserved: number;
  /** Groups of rows seen so far: head first, then bodies, foot last. */
  group: number;
  readonly numbers: ListNumbers;
  /** Of the list item that has begun, until its first words come. */
  itemNumber: string;
  /** Of lists to choose from, what is chosen. */
  readonly chosen: Set<PageElement>;
}

/** How an element is read: what to do at its end, or to skip all within — 元素的读法. */
export type ElementReading = (walk: Walk, element: PageElement) => "skip" | (() => void) | undefined;

/** Begins a page. */
export function openWalk(): Walk {
  return {
    flow: openFlow(),
    inline: openInlineText(),
    hidden: countUnread(),
    deleted: countUnread(),
    embedded: [],
    attachments: [],
    scripts: 0,
    images: 0,
    preserved: 0,
    group: 0,
    numbers: countItems(),
    itemNumber: "",
    chosen: new Set(),
  };
}

/** Ends the paragraph that is open; one without words is none. */
export function endParagraph(walk: Walk): void {
  const text = walk.inline.take();
  if (text.trim() === "") return;
  walk.flow.paragraph(walk.itemNumber + text);
  walk.itemNumber = "";
}

/** A number that no words of its own follow. */
export function endItemNumber(walk: Walk): void {
  if (walk.itemNumber !== "") walk.flow.paragraph(walk.itemNumber.trim());
  walk.itemNumber = "";
}

/** What is within is a paragraph of its own. */
export function paragraphAlone(walk: Walk): () => void {
  endParagraph(walk);
  return () => endParagraph(walk);
}

/** All text within an element, as it stands in the source. */
export function textWithin(element: PageElement): string {
  const parts: string[] = [];
  const open: PageNode[] = [element];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeName === "#text" && "value" in node) parts.push(node.value);
    else if (isElement(node) && !notText.has(node.tagName)) for (const child of node.childNodes) open.push(child);
  }
  return parts.reverse().join("");
}
