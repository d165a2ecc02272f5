import type { ContentKind } from "./content-kind.ts";
import { csvDelimiter } from "./csv-delimiter.ts";
import { isExcelTabbed } from "./tabbed-cells.ts";

/** What a text is, by its beginning — 识别文本类格式. */
export function sniffText(head: string): ContentKind {
  const text = head.replace(/^[\uFEFF\s]+/u, "");
  if (text.startsWith("{\\rtf")) return "rtf";
  if (isMime(text)) return "mhtml";
  if (text.startsWith("<")) {
    const kind = kindOfRoot(text);
    if (kind) return kind;
  }
  if (isHtml(text)) return "html";
  if (isExcelTabbed(head)) return "csv";
  return csvDelimiter(head) === undefined ? "text" : "csv";
}

/** Head lines of a mail or a saved page, one of which says that it is MIME. */
function isMime(text: string): boolean {
  let isMarked = false;
  for (const line of text.slice(0, 8_192).split(/\r?\n/u)) {
    if (line === "") break;
    if (/^mime-version:|^content-type:\s*multipart\//iu.test(line)) isMarked = true;
    else if (!/^[\w-]+:|^[ \t]/u.test(line)) return false;
  }
  return isMarked;
}

/** By the first element and its namespaces; nothing where that tells nothing. */
function kindOfRoot(text: string): ContentKind | undefined {
  const root = firstTag(text);
  const name = /^<([\w:.-]+)/u.exec(root)?.[1]?.toLowerCase() ?? "";
  const local = name.slice(name.indexOf(":") + 1);
  if (local === "workbook" && root.includes("urn:schemas-microsoft-com:office:spreadsheet")) return "spreadsheetml";
  if (local === "worddocument" || name === "pkg:package") return "word-xml";
  if (local === "document" && root.includes("opendocument:xmlns:office"))
    return root.includes("opendocument.spreadsheet") || text.includes("<office:spreadsheet")
      ? "ods"
      : root.includes("opendocument.presentation")
        ? "presentation"
        : "odt";
  if (local === "uof" || /schemas\.uof\.org/u.test(root)) return "uof";
  return htmlRoots.has(name) ? "html" : undefined;
}

const htmlRoots = new Set(
  "html head body table meta title script style div p span center font base link form".split(" "),
);

/** The first tag that is neither declaration, nor instruction, nor comment; "" where there is none. */
function firstTag(text: string): string {
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("<", at);
    if (open === -1) return "";
    const end = text.startsWith("<!--", open)
      ? text.indexOf("-->", open)
      : text.startsWith("<?", open)
        ? text.indexOf("?>", open)
        : text.indexOf(">", open);
    if (end === -1) return "";
    if (text[open + 1] !== "!" && text[open + 1] !== "?") return text.slice(open, end + 1);
    at = end + 1;
  }
  return "";
}

/** A page need not begin as one: counters, comments and blank lines stand before its first tag. */
function isHtml(text: string): boolean {
  const head = text.slice(0, 16_384);
  if (/<!doctype\s+html|<html[\s>]/iu.test(head)) return true;
  return /<table[\s>]/iu.test(head) && /<t[dh][\s>]/iu.test(text);
}
