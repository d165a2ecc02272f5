import { attributeOf, isElement } from "./page-element.ts";
import { type ElementReading, endItemNumber, endParagraph, textWithin, type Walk } from "./page-walk.ts";
import type { PageElement, PageNode } from "./parse-page.ts";
import { tableReadings } from "./table-readings.ts";

const readings: Readonly<Record<string, ElementReading>> = {
  ...tableReadings,
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

/** How elements are read that mean something of their own — 各元素的读法. A page may name one after what objects have. */
export const elementReadings: ReadonlyMap<string, ElementReading> = new Map(Object.entries(readings));

const typed: ReadonlySet<string> = new Set(["text", "number", "tel", "date", "month", "url", "email", "search"]);
const attachment = /\.(?:pdf|docx?|xlsx?|et|wps|ofd|zip|rar|7z|csv|rtf|ods|odt)(?:$|[?#])/iu;

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
