import type { Result } from "../../domain/result.ts";
import { openWriter } from "../document-writer.ts";
import { type ReadingRefusal, refuse } from "../reading-refusal.ts";
import type { SourceDocument } from "../source-document.ts";
import { describeSource } from "../source-file.ts";
import { writeRows } from "./csv.ts";
import type { FileBytes } from "./file-bytes.ts";
import { documentOfHtml } from "./html/html.ts";
import { tabbedCells } from "./tabbed-cells.ts";
import { documentOfText } from "./text.ts";

/** What was pasted, in the forms in which a program put it on the clipboard — 剪贴板内容. */
export interface Pasted {
  /** `text/html`, with or without the head that Windows puts before it. */
  readonly html?: string;
  /** `text/plain`. */
  readonly text?: string;
  /** Shown as the name of the source; 剪贴板 where absent. */
  readonly name?: string;
}

/**
 * What Excel, WPS, Word or a browser put on the clipboard → cells — 读取剪贴板. The page form is taken where it holds a table,
 * for it knows merged cells; else the tabbed text, in which a cell of several lines stands in quotes.
 */
export function documentOfClipboard(pasted: Pasted): Result<SourceDocument, ReadingRefusal> {
  const { text = "", name = "剪贴板" } = pasted;
  const html = withoutHead(pasted.html ?? "");
  if (holdsTable(html) || (html !== "" && text.trim() === "")) {
    const read = documentOfHtml({ name, bytes: new TextEncoder().encode(html), sentAs: "utf-8" });
    if (read.ok || text.trim() === "") return read;
  }
  if (text.trim() === "") return nothingPasted;
  const bytes = new TextEncoder().encode(text);
  if (!text.includes("\t")) return { ok: true, value: documentOfText({ name, bytes }) };
  const writer = openWriter();
  writer.view({ kind: "part", name });
  if (!writeRows(writer, tabbedCells(text, "clipboard"))) return tooMuchPasted;
  return { ok: true, value: writer.finish(describeSource(name, bytes, "text", "utf-8")) };
}

/** In which form something was pasted — 粘贴的形式. */
export type PastedForm = "html" | "text";

/**
 * What was pasted as bytes that can be kept, and read again as they were read first — 粘贴内容存为文件. Of a page only the page: the
 * text says the same with less.
 */
export function pastedFile(pasted: Pasted): FileBytes & { readonly pasted: PastedForm } {
  const { name = "剪贴板" } = pasted;
  const html = withoutHead(pasted.html ?? "").replace(/^\uFEFF/u, "");
  const form = holdsTable(html) ? "html" : "text";
  const kept = form === "html" ? html : (pasted.text ?? "").replace(/^\uFEFF/u, "");
  return { name, bytes: new TextEncoder().encode(kept), pasted: form };
}

/** What {@link pastedFile} kept → cells — 读取粘贴内容. */
export function documentOfPasted({ name, bytes }: FileBytes, form: PastedForm): Result<SourceDocument, ReadingRefusal> {
  const words = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return documentOfClipboard(form === "html" ? { html: words, name } : { text: words, name });
}

const holdsTable = (html: string): boolean => /<t[dh][\s>]/iu.test(html);

/** Windows tells before the page where it and the copied part of it begin and end: lines such as `StartHTML:0000000105`. */
function withoutHead(html: string): string {
  if (!/^Version:\d/iu.test(html)) return html;
  const start = html.indexOf("<");
  return start === -1 ? "" : html.slice(start);
}

const nothingPasted = refuse(
  "empty-file",
  { zh: "剪贴板里没有文字。", en: "There is no text on the clipboard." },
  { zh: "请在 Excel、WPS、Word 或网页中选中表格，复制后再粘贴。", en: "Select the table, copy it, and paste again." },
);

const tooMuchPasted = refuse(
  "too-large",
  { zh: "粘贴的内容太大。", en: "What was pasted is too large." },
  { zh: "请保存为文件后导入。", en: "Save it as a file and import that." },
);
