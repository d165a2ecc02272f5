import { strToU8, zipSync } from "fflate";
import { placedCells, type SpecPart, type SpecTable } from "./a-document.ts";

/** Words as XML and HTML have them. */
export function escaped(words: string): string {
  return words.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/"/gu, "&quot;");
}

/** A web page of these parts, as a browser would save it. */
export function htmlOf(...parts: readonly SpecPart[]): string {
  const body = parts.map((part) => {
    if (part === "page break") return '<p style="page-break-before: always"></p>';
    if (typeof part === "string") return `<p>${escaped(part)}</p>`;
    const rows = part.rows.map((row) => {
      const cells = row.map((cell) => {
        const { text, columns = 1, rows: down = 1 } = typeof cell === "string" ? { text: cell } : cell;
        return `<td colspan="${columns}" rowspan="${down}">${escaped(text).replace(/\n/gu, "<br>")}</td>`;
      });
      return `<tr>${cells.join("")}</tr>`;
    });
    return `<table border="1">${rows.join("\n")}</table>`;
  });
  return `<!doctype html><html><head><meta charset="utf-8"></head><body>${body.join("\n")}</body></html>`;
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A .docx with this body, and with whatever other parts a test needs. */
export function docxWith(body: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return zipSync({
    "[Content_Types].xml": strToU8(
      `${declared}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    "word/document.xml": strToU8(`${declared}<w:document ${w}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(others).map(([name, text]) => [name, strToU8(text)])),
  });
}

/** A .docx of these parts. */
export function docxOf(...parts: readonly SpecPart[]): Uint8Array {
  return docxWith(
    parts
      .map((part) => {
        if (part === "page break") return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
        return typeof part === "string" ? wordParagraphs(part) : wordTable(part);
      })
      .join(""),
  );
}

function wordParagraphs(words: string): string {
  return words
    .split("\n")
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
    .join("");
}

function wordTable(table: SpecTable): string {
  const rows = rowsWithCovered(table).map((row) => {
    const cells = row.map(({ text, columns, merge }) => {
      const down = merge === undefined ? "" : `<w:vMerge${merge === "start" ? ' w:val="restart"' : ""}/>`;
      return `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/>${down}</w:tcPr>${wordParagraphs(text)}</w:tc>`;
    });
    return `<w:tr>${cells.join("")}</w:tr>`;
  });
  return `<w:tbl>${rows.join("")}</w:tbl>`;
}

/** A cell as Word has it: the covered parts of a merged cell stand in the rows below. */
export interface CoveringCell {
  readonly text: string;
  readonly column: number;
  readonly columns: number;
  readonly merge: "start" | "continue" | undefined;
}

/** The rows of a table with the covered parts of merged cells. */
export function rowsWithCovered(table: SpecTable): readonly (readonly CoveringCell[])[] {
  const { cells } = placedCells(table);
  return table.rows.map((_, row) =>
    cells
      .filter((cell) => cell.row <= row && row < cell.row + cell.rows)
      .map(({ text, column, columns, rows, row: first }): CoveringCell => {
        if (rows === 1) return { text, column, columns, merge: undefined };
        return first === row
          ? { text, column, columns, merge: "start" }
          : { text: "", column, columns, merge: "continue" };
      })
      .sort((a, b) => a.column - b.column),
  );
}

/** An RTF file of these parts: Chinese in Unicode, or in bytes of GBK where `bytes` says how. */
export function rtfOf(parts: readonly SpecPart[], bytes?: (words: string) => string): Uint8Array {
  const written = bytes ?? inUnicode;
  const body = parts.map((part) => {
    if (part === "page break") return "\\pard\\page\n";
    if (typeof part === "string") return `\\pard ${written(part)}\\par\n`;
    return rowsWithCovered(part)
      .map((row) => {
        const shape = row.map(({ column, columns, merge }) => {
          const flag = merge === "start" ? "\\clvmgf" : merge === "continue" ? "\\clvmrg" : "";
          return `${flag}\\cellx${(column + columns) * 1_000}`;
        });
        const cells = row.map(({ text }) => `\\pard\\intbl ${text.split("\n").map(written).join("\\par ")}\\cell`);
        return `\\trowd${shape.join("")}\n${cells.join("\n")}\\row\n`;
      })
      .join("");
  });
  return strToU8(`{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}}\n${body.join("")}}`);
}

function inUnicode(words: string): string {
  let text = "";
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    text += /[\\{}]/u.test(words[at]!) ? `\\${words[at]}` : unit < 0x80 ? words[at] : `\\u${(unit << 16) >> 16}?`;
  }
  return text;
}

/** A .odt of these parts. */
export function odtOf(...parts: readonly SpecPart[]): Uint8Array {
  const names = ["office", "text", "table"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const paragraphs = (words: string): string =>
    words
      .split("\n")
      .map((line) => `<text:p>${escaped(line)}</text:p>`)
      .join("");
  const body = parts.map((part) => {
    if (part === "page break") return "";
    if (typeof part === "string") return paragraphs(part);
    const { cells, width } = placedCells(part);
    const rows = part.rows.map((_, row) => {
      let written = "";
      for (let column = 0; column < width; column++) {
        const own = cells.find((cell) => cell.row === row && cell.column === column);
        const covers = cells.some(
          (one) =>
            one !== own &&
            one.row <= row &&
            row < one.row + one.rows &&
            one.column <= column &&
            column < one.column + one.columns,
        );
        if (own)
          written += `<table:table-cell table:number-columns-spanned="${own.columns}" table:number-rows-spanned="${own.rows}">${paragraphs(own.text)}</table:table-cell>`;
        else if (covers) written += "<table:covered-table-cell/>";
      }
      return `<table:table-row>${written}</table:table-row>`;
    });
    return `<table:table>${rows.join("")}</table:table>`;
  });
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names.join(" ")}><office:body><office:text>${body.join("")}</office:text></office:body></office:document-content>`;
  return zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.text"),
    "content.xml": strToU8(content),
  });
}
