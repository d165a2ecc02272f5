import type { Result } from "../../../domain/result.ts";
import { limits } from "../../limits.ts";
import { type ReadingRefusal, refuse } from "../../reading-refusal.ts";
import type { Block } from "../flow/blocks.ts";
import { type FlowBuilder, openFlow } from "../flow/flow-builder.ts";
import { type InlineText, openInlineText } from "../flow/inline-text.ts";
import { type LooseRow, placeBySpans } from "../flow/place-cells.ts";
import { countUnread, type UnreadWords } from "../flow/unread-words.ts";
import { countItems, type ListNumbers } from "./list-number.ts";
import { attributeOf, blockElements, isAbsent, isElement, isUnseen, notText } from "./page-element.ts";
import type { PageElement, PageNode } from "./parse-page.ts";

/** What a page shows, and what it does not — 网页内容. */
export interface PageContent {
  readonly blocks: readonly Block[];
  readonly hidden: UnreadWords;
  readonly deleted: UnreadWords;
  /** Addresses of frames and embedded objects, in order; of frames on their own too. */
  readonly embedded: readonly { readonly element: string; readonly address: string }[];
  /** Files that the page links to — 附件链接. */
  readonly attachments: readonly string[];
  readonly scripts: number;
  readonly images: number;
}

interface Walk {
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

/** The tree of a page → its blocks — 网页转内容块. Walks without recursion; refuses what is nested too deep. */
export function blocksOfPage(nodes: readonly PageNode[]): Result<PageContent, ReadingRefusal> {
  const walk: Walk = {
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
  const open: (PageNode | (() => void))[] = [];
  let depth = 0;
  const leave = (): void => {
    depth--;
  };
  for (let at = nodes.length - 1; at >= 0; at--) open.push(nodes[at]!);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === "function") next();
    else if (!isElement(next)) addText(walk, next);
    else {
      if (depth >= limits.htmlDepth) return tooDeep;
      const close = enter(walk, next);
      if (close === "skip") continue;
      depth++;
      open.push(leave);
      if (close) open.push(close);
      for (let at = next.childNodes.length - 1; at >= 0; at--) open.push(next.childNodes[at]!);
    }
  }
  endParagraph(walk);
  const { hidden, deleted, embedded, attachments, scripts, images } = walk;
  return {
    ok: true,
    value: { blocks: walk.flow.finish(), hidden, deleted, embedded, attachments, scripts, images },
  };
}

/** A number that no words of its own follow. */
function endItemNumber(walk: Walk): void {
  if (walk.itemNumber !== "") walk.flow.paragraph(walk.itemNumber.trim());
  walk.itemNumber = "";
}

function addText(walk: Walk, node: PageNode): void {
  if (node.nodeName !== "#text" || !("value" in node)) return;
  if (walk.preserved > 0) walk.inline.addPreserved(node.value);
  else walk.inline.add(node.value);
}

function endParagraph(walk: Walk): void {
  const text = walk.inline.take();
  if (text.trim() === "") return;
  walk.flow.paragraph(walk.itemNumber + text);
  walk.itemNumber = "";
}

/** Begins an element: what to do at its end, or to skip all within. */
function enter(walk: Walk, element: PageElement): "skip" | (() => void) | undefined {
  const name = element.tagName;
  if (name === "script") walk.scripts++;
  if (notText.has(name)) return "skip";
  if (isAbsent(element) || isUnseen(element)) {
    walk.hidden.add(textWithin(element));
    // a cell whose words are made invisible still takes its place
    if (!isAbsent(element) && (name === "td" || name === "th")) cell(walk, element)?.();
    return "skip";
  }
  const special = elements.get(name);
  if (special) return special(walk, element);
  const breaks = /page-break-before:\s?always/u.test(attributeOf(element, "style")?.slice(0, 1_000) ?? "");
  if (breaks) {
    endParagraph(walk);
    walk.flow.pageBreak();
  }
  if (!blockElements.has(name)) return undefined;
  endParagraph(walk);
  return () => endParagraph(walk);
}

type Element = (walk: Walk, element: PageElement) => "skip" | (() => void) | undefined;

/** What some elements mean — 各元素的读法. */
const readings: Readonly<Record<string, Element>> = {
  table: (walk, element) => {
    endParagraph(walk);
    endItemNumber(walk);
    walk.flow.openTable();
    const outer = walk.group;
    walk.group = bodies;
    const role = attributeOf(element, "role");
    return () => {
      endParagraph(walk);
      walk.flow.closeTable((rows) => placeBySpans(inGroupOrder(rows), role === "presentation" || role === "none"));
      walk.group = outer;
    };
  },
  caption: (walk) => paragraphAlone(walk),
  // a second head is but a further body
  thead: (walk) => rowGroup(walk, walk.group === bodies ? 0 : walk.group + 1),
  tbody: (walk) => rowGroup(walk, walk.group + 1),
  tfoot: (walk) => rowGroup(walk, foot),
  tr: (walk) => {
    endParagraph(walk);
    if (!walk.flow.openRow()) return undefined;
    const { group } = walk;
    return () => {
      endParagraph(walk);
      walk.flow.closeRow({ group });
    };
  },
  td: (walk, element) => cell(walk, element),
  th: (walk, element) => cell(walk, element),
  br: (walk, element) => {
    walk.inline.lineBreak();
    if (/page-break-before:\s?always/u.test(attributeOf(element, "style") ?? "")) {
      endParagraph(walk);
      walk.flow.pageBreak();
    }
    return undefined;
  },
  pre: (walk) => preserved(walk),
  listing: (walk) => preserved(walk),
  xmp: (walk) => preserved(walk),
  textarea: (walk) => preserved(walk),
  li: (walk, element) => {
    endParagraph(walk);
    walk.itemNumber = walk.numbers.of(element);
    return () => {
      endParagraph(walk);
      endItemNumber(walk);
    };
  },
  input: (walk, element) => {
    const kind = attributeOf(element, "type")?.toLowerCase() ?? "text";
    if (typed.has(kind)) walk.inline.add(attributeOf(element, "value") ?? "");
    return undefined;
  },
  select: (walk, element) => {
    const options = optionsOf(element);
    const chosen = options.filter((one) => attributeOf(one, "selected") !== undefined);
    for (const one of chosen.length > 0 ? chosen : options.slice(0, 1)) walk.chosen.add(one);
    return undefined;
  },
  option: (walk, element) => (walk.chosen.has(element) ? undefined : "skip"),
  del: (walk, element) => {
    walk.deleted.add(textWithin(element));
    return "skip";
  },
  a: (walk, element) => {
    const address = attributeOf(element, "href") ?? "";
    if (attachment.test(address.slice(-200))) walk.attachments.push(textWithin(element).trim() || address);
    return undefined;
  },
  img: (walk) => {
    walk.images++;
    return undefined;
  },
  iframe: (walk, element) => embedded(walk, element, "src"),
  frame: (walk, element) => embedded(walk, element, "src"),
  embed: (walk, element) => embedded(walk, element, "src"),
  object: (walk, element) => {
    embedded(walk, element, "data");
    return undefined;
  },
};

/** By name; a page may name an element after what every object has. */
const elements: ReadonlyMap<string, Element> = new Map(Object.entries(readings));

const typed: ReadonlySet<string> = new Set(["text", "number", "tel", "date", "month", "url", "email", "search"]);
const attachment = /\.(?:pdf|docx?|xlsx?|et|wps|ofd|zip|rar|7z|csv|rtf|ods|odt)(?:$|[?#])/iu;

/** Rows of the body are numbered between those of head and foot. */
const bodies = 1;
const foot = Number.MAX_SAFE_INTEGER;

/** Browsers print the foot of a table last, wherever it stands in the source. */
function inGroupOrder(rows: readonly LooseRow[]): readonly LooseRow[] {
  return rows.some(({ group }, at) => group < (rows[at - 1]?.group ?? 0))
    ? [...rows].sort((a, b) => a.group - b.group)
    : rows;
}

function rowGroup(walk: Walk, group: number): () => void {
  const outer = walk.group;
  walk.group = group;
  return () => {
    walk.group = group === foot || group === 0 ? outer : group;
  };
}

function cell(walk: Walk, element: PageElement): (() => void) | undefined {
  endParagraph(walk);
  if (!walk.flow.openCell()) return undefined;
  const number = attributeOf(element, "x:num");
  const columns = spanOf(attributeOf(element, "colspan")) || 1;
  const down = spanOf(attributeOf(element, "rowspan"));
  // a spreadsheet that wrote the figure only for machines
  if (number && element.childNodes.length === 0) walk.inline.add(number);
  return () => {
    endParagraph(walk);
    walk.flow.closeCell({ columns, rows: down === 0 ? "rest" : (down ?? 1) });
  };
}

/** As browsers read a span: leading digits, 1 where there are none, never more than the limit. */
function spanOf(value: string | undefined): number | undefined {
  const digits = /^\s{0,20}(\d{1,20})/u.exec(value ?? "")?.[1];
  return digits === undefined ? undefined : Math.min(Number(digits), limits.htmlSpan);
}

function paragraphAlone(walk: Walk): () => void {
  endParagraph(walk);
  return () => endParagraph(walk);
}

function preserved(walk: Walk): () => void {
  endParagraph(walk);
  walk.preserved++;
  return () => {
    walk.preserved--;
    endParagraph(walk);
  };
}

function embedded(walk: Walk, element: PageElement, attribute: string): "skip" {
  const address = attributeOf(element, attribute);
  if (address && !address.startsWith("about:")) walk.embedded.push({ element: element.tagName, address });
  return "skip";
}

/** Of a list to choose from, the page shows what is chosen: the first, where nothing is. */
function optionsOf(select: PageElement): PageElement[] {
  const found: PageElement[] = [];
  const open: PageNode[] = [...select.childNodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    if (node.tagName === "option") found.push(node);
    else for (const child of [...node.childNodes].reverse()) open.push(child);
  }
  return found;
}

/** All text within an element, as it stands in the source. */
function textWithin(element: PageElement): string {
  const parts: string[] = [];
  const open: PageNode[] = [element];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeName === "#text" && "value" in node) parts.push(node.value);
    else if (isElement(node) && !notText.has(node.tagName)) for (const child of node.childNodes) open.push(child);
  }
  return parts.reverse().join("");
}

const tooDeep = refuse(
  "too-large",
  {
    zh: `网页的标签嵌套超过 ${limits.htmlDepth} 层。`,
    en: `The elements of the page are nested deeper than ${limits.htmlDepth}.`,
  },
  {
    zh: "请在浏览器中打开网页，把其中的表复制到表格软件，保存后导入。",
    en: "Open the page in a browser, copy its table into a spreadsheet, save it, and import that.",
  },
);
