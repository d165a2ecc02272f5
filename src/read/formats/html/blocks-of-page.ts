import type { Result } from "../../../domain/result.ts";
import { limits } from "../../limits.ts";
import { type ReadingRefusal, refuse } from "../../reading-refusal.ts";
import type { Block } from "../flow/blocks.ts";
import type { UnreadWords } from "../flow/unread-words.ts";
import { elementReadings } from "./element-readings.ts";
import { attributeOf, blockElements, isAbsent, isElement, isUnseen, notText } from "./page-element.ts";
import { endParagraph, openWalk, textWithin, type Walk } from "./page-walk.ts";
import type { PageElement, PageNode } from "./parse-page.ts";
import { cell } from "./table-readings.ts";

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

/** The tree of a page → its blocks — 网页转内容块. Walks without recursion; refuses what is nested too deep. */
export function blocksOfPage(nodes: readonly PageNode[]): Result<PageContent, ReadingRefusal> {
  const walk = openWalk();
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

function addText(walk: Walk, node: PageNode): void {
  if (node.nodeName !== "#text" || !("value" in node)) return;
  if (walk.preserved > 0) walk.inline.addPreserved(node.value);
  else walk.inline.add(node.value);
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
  const special = elementReadings.get(name);
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
