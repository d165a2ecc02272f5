/** A quoted field and where the next begins — 带引号的字段. */
interface QuotedField {
  readonly text: string;
  readonly next: number;
}

/**
 * Tabbed text as Excel and WPS put it on the clipboard or save it as Unicode text → rows — 制表符文本（Excel 引号规则）. A cell
 * that holds a line end, a tab or, in files, a quote stands in quotes, with its own quotes doubled. All other quotes are
 * just quotes.
 */
export function tabbedCells(text: string, from: "file" | "clipboard"): string[][] {
  const isNeeded = from === "file" ? () => true : needsQuotes;
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedField(text, at, isNeeded) : undefined;
    const next = quoted?.next ?? endOfField(text, at);
    row.push(quoted?.text ?? text.slice(at, next));
    at = next;
    if (text[at] === "\t") {
      at++;
      if (at < text.length && !isLineEnd(text[at])) continue;
      row.push("");
    }
    rows.push(row);
    row = [];
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
  }
  return rows;
}

/**
 * Whether tabbed text follows Excel's rule of quotes: some cell needed them, and no quote stands anywhere else. In text
 * that others made a quote is a quote, so one stray is enough to say no.
 */
export function isExcelTabbed(text: string): boolean {
  if (!text.includes("\t") || !text.includes('"')) return false;
  let isNeeded = false;
  let at = 0;
  while (at < text.length) {
    if (text[at] === '"') {
      const quoted = quotedField(text, at, () => true);
      if (!quoted) return false;
      if (/[\t\r\n"]/u.test(quoted.text)) isNeeded = true;
      at = quoted.next + 1;
    } else {
      const end = endOfField(text, at);
      if (text.slice(at, end).includes('"')) return false;
      at = end + 1;
    }
  }
  return isNeeded;
}

/** The field whose opening quote stands at `at`, if it is closed at the end of a cell and needed its quotes. */
function quotedField(text: string, at: number, isNeeded: (content: string) => boolean): QuotedField | undefined {
  const pieces: string[] = [];
  let from = at + 1;
  while (true) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return undefined;
    pieces.push(text.slice(from, quote));
    const after = text[quote + 1];
    if (after === '"') {
      pieces.push('"');
      from = quote + 2;
    } else if (after === undefined || after === "\t" || isLineEnd(after)) {
      const whole = pieces.join("");
      return isNeeded(whole) ? { text: whole, next: quote + 1 } : undefined;
    } else return undefined;
  }
}

const needsQuotes = (text: string): boolean => /[\t\r\n]/u.test(text);

const isLineEnd = (character: string | undefined): boolean => character === "\n" || character === "\r";

function endOfField(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === "\t" || isLineEnd(text[at])) return at;
  return text.length;
}
