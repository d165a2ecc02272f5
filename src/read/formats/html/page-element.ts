import type { PageElement, PageNode } from "./parse-page.ts";

/** Whether a node is an element of HTML, none of SVG or formulas. */
export function isElement(node: PageNode): node is PageElement {
  return "tagName" in node;
}

/** An attribute of an element, by its lower-case name — 属性值. */
export function attributeOf(element: PageElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

const notThere = /(?:^|;)(?:display:none|mso-hide:all)/u;
const notSeen = /(?:^|;)(?:visibility:(?:hidden|collapse)|font-size:0(?:px|pt|em|%)?(?:;|$|!))/u;

/** Whether the page takes an element out of its layout — 不显示的元素. */
export function isAbsent(element: PageElement): boolean {
  return attributeOf(element, "hidden") !== undefined || notThere.test(styleOf(element));
}

/** Whether an element keeps its place and shows nothing there — 看不见的元素. */
export function isUnseen(element: PageElement): boolean {
  return notSeen.test(styleOf(element));
}

function styleOf(element: PageElement): string {
  const style = attributeOf(element, "style");
  return style === undefined ? "" : style.slice(0, 10_000).toLowerCase().replace(/\s+/gu, "");
}

/** Elements whose content is no text of the page. */
export const notText: ReadonlySet<string> = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "title",
  "head",
  "colgroup",
  "col",
  "svg",
  "math",
  "audio",
  "video",
  "canvas",
  "datalist",
  "noframes",
  "xml",
  "o:officedocumentsettings",
]);

/** Elements that begin and end a line. */
export const blockElements: ReadonlySet<string> = new Set(
  "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre section summary ul".split(
    " ",
  ),
);
