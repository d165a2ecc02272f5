import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { type PlacedCell, placedCells, type SpecPart, type SpecTable } from "./a-document.ts";

/** How borders are drawn — 表线画法. */
type Borders = "stroked" | "filled" | "boxes" | "dashed" | "double" | "level" | "none";

/** How a document is printed — 打印设置; in points. */
export interface PrintSettings {
  readonly width?: number;
  readonly height?: number;
  readonly margin?: number;
  readonly size?: number;
  /** Shares of the table's width. */
  readonly columns?: readonly number[];
  readonly borders?: Borders;
  /** Whether the outermost lines on the left and right are drawn. */
  readonly sides?: boolean;
  /** Rows that every page prints again. */
  readonly headRows?: number;
  /** Whether a line is drawn where a page cuts a row. */
  readonly closesCuts?: boolean;
  readonly pageNumbers?: boolean;
  /** Every page prints the lines above the table again. */
  readonly linesAgain?: boolean;
  /** Letters are drawn twice, a fraction of a point apart. */
  readonly bold?: boolean;
}

const fontFile = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
);

/** Prints a document as PDF: rows go on over the page wherever it ends, merged cells too — 打印成 PDF. */
export async function printPdf(parts: readonly SpecPart[], settings: PrintSettings = {}): Promise<Uint8Array> {
  const sheet = openSheet(settings);
  let above: string[] = [];
  for (const part of parts) {
    if (part === "page break") sheet.newPage();
    else if (typeof part === "string") {
      sheet.line(part);
      above.push(part);
    } else {
      printTable(sheet, part, settings, above);
      above = [];
    }
  }
  return sheet.finish();
}

/** Paper under the pen: where the next thing is drawn. */
interface Sheet {
  readonly pen: typeof PDFDocument.prototype;
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
  readonly leading: number;
  top: number;
  newPage(): void;
  line(text: string): void;
  words(text: string, x: number, baseline: number): void;
  wrapped(text: string, width: number): string[];
  finish(): Promise<Uint8Array>;
}

function openSheet({ width = 842, height = 595, margin = 34, size = 8.5, pageNumbers, bold }: PrintSettings): Sheet {
  const pen = new PDFDocument({ size: [width, height], margin: 0, autoFirstPage: false, compress: true });
  pen.registerFont("body", fontFile);
  const chunks: Uint8Array[] = [];
  pen.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => pen.on("end", () => resolve()));
  const widths = new Map<string, number>();
  let pages = 0;
  const sheet: Sheet = {
    pen,
    left: margin,
    width: width - 2 * margin,
    bottom: height - margin,
    leading: 1.35 * size,
    top: margin,
    newPage() {
      pen.addPage();
      pen.font("body").fontSize(size);
      sheet.top = margin;
      pages++;
      if (pageNumbers) sheet.words(`第 ${pages} 页`, width / 2 - 2 * size, height - margin / 2);
    },
    line(text) {
      if (sheet.top + sheet.leading > sheet.bottom) sheet.newPage();
      sheet.words(text, margin, sheet.top + size);
      sheet.top += 1.5 * sheet.leading;
    },
    words(text, x, baseline) {
      for (const shift of bold ? [0, 0.3] : [0])
        pen.text(text, x + shift, baseline, { lineBreak: false, baseline: "alphabetic" });
    },
    wrapped(text, room) {
      const lines: string[] = [];
      let line = "";
      let used = 0;
      for (const char of text) {
        const wide = widths.get(char) ?? pen.widthOfString(char);
        widths.set(char, wide);
        if (line !== "" && used + wide > room) {
          lines.push(line);
          line = "";
          used = 0;
        }
        line += char;
        used += wide;
      }
      return line === "" ? lines : [...lines, line];
    },
    async finish() {
      pen.end();
      await ended;
      return new Uint8Array(Buffer.concat(chunks));
    },
  };
  sheet.newPage();
  return sheet;
}

/** A cell with its lines of words; heights are counted in lines, so that a page may end between any two of them. */
interface SetCell extends PlacedCell {
  readonly lines: readonly string[];
  readonly top: number;
  readonly bottom: number;
}

/** Above and below the words of a cell stands half a line. */
const padding = 0.5;

function printTable(sheet: Sheet, table: SpecTable, settings: PrintSettings, above: readonly string[]): void {
  const { headRows = 0, closesCuts = true, linesAgain = false } = settings;
  const placed = placedCells(table);
  const shares = settings.columns ?? Array.from({ length: placed.width }, () => 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const xs = [0];
  for (const share of shares) xs.push(xs.at(-1)! + (share / whole) * sheet.width);
  const { cells, tops } = setCells(sheet, placed.cells, table.rows.length, xs);
  const end = tops.at(-1)!;
  const headEnd = tops[headRows]!;
  let start = 0;
  while (start < end) {
    const isLater = start > 0;
    const room = (sheet.bottom - sheet.top) / sheet.leading - (isLater ? headEnd : 0);
    if (room < 2) {
      sheet.newPage();
      continue;
    }
    if (isLater && headEnd > 0) drawPart({ sheet, cells, tops, xs, from: 0, to: headEnd, settings, closed: true });
    const to = Math.min(end, cutAt(tops, start, start + room, cells));
    const isRowEnd = tops.includes(to);
    drawPart({ sheet, cells, tops, xs, from: start, to, settings, closed: isRowEnd || closesCuts });
    start = to;
    if (start === end) break;
    sheet.newPage();
    if (linesAgain) for (const line of above) sheet.line(line);
  }
  sheet.top += sheet.leading;
}

/**
 * The last height at which no line of words is cut. A row of which only the blank above would stay goes over whole, unless
 * a merged cell goes on through its upper border.
 */
function cutAt(tops: readonly number[], start: number, limit: number, cells: readonly SetCell[]): number {
  const cut = Math.floor(limit - padding) + padding;
  const rowTop = tops.findLast((top) => top <= limit)!;
  const isMerged = cells.some(({ top, bottom }) => top < rowTop && bottom > rowTop);
  return rowTop > start && cut - rowTop < 1 && !isMerged ? rowTop : cut;
}

function setCells(sheet: Sheet, placed: readonly PlacedCell[], rows: number, xs: readonly number[]) {
  const lines = placed.map(({ text, column, columns }) => sheet.wrapped(text, xs[column + columns]! - xs[column]! - 6));
  const heights = Array.from({ length: rows }, () => 1 + 2 * padding);
  const inOrder = [...placed.keys()].sort((a, b) => placed[a]!.rows - placed[b]!.rows);
  for (const at of inOrder) {
    const { row, rows: reach } = placed[at]!;
    const given = heights.slice(row, row + reach).reduce((sum, height) => sum + height, 0);
    heights[row + reach - 1]! += Math.max(0, lines[at]!.length + 2 * padding - given);
  }
  const tops = [0];
  for (const height of heights) tops.push(tops.at(-1)! + height);
  const cells = placed.map(
    (cell, at): SetCell => ({ ...cell, lines: lines[at]!, top: tops[cell.row]!, bottom: tops[cell.row + cell.rows]! }),
  );
  return { cells, tops };
}

interface Part {
  readonly sheet: Sheet;
  readonly cells: readonly SetCell[];
  readonly tops: readonly number[];
  readonly xs: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly settings: PrintSettings;
  readonly closed: boolean;
}

/** Draws what stands between two heights of the table. */
function drawPart({ sheet, cells, xs, from, to, settings, closed }: Part): void {
  const { borders = "stroked", sides = true, size = 8.5 } = settings;
  const { leading, left } = sheet;
  const y = (height: number): number => sheet.top + (height - from) * leading;
  for (const cell of cells) {
    const top = Math.max(cell.top, from);
    const bottom = Math.min(cell.bottom, to);
    if (bottom <= top) continue;
    cell.lines.forEach((line, at) => {
      const above = cell.top + padding + at;
      if (above >= from && above + 1 <= to) sheet.words(line, left + xs[cell.column]! + 3, y(above) + size);
    });
    const x0 = left + xs[cell.column]!;
    const x1 = left + xs[cell.column + cell.columns]!;
    const edges: [number, number, number, number][] = [];
    if (cell.top >= from) edges.push([x0, y(top), x1, y(top)]);
    if (cell.bottom <= to || closed) edges.push([x0, y(bottom), x1, y(bottom)]);
    if (borders !== "level" && (sides || cell.column > 0)) edges.push([x0, y(top), x0, y(bottom)]);
    if (borders !== "level" && (sides || cell.column + cell.columns < xs.length - 1))
      edges.push([x1, y(top), x1, y(bottom)]);
    if (borders === "boxes" && edges.length === 4)
      sheet.pen
        .lineWidth(0.5)
        .rect(x0, y(top), x1 - x0, y(bottom) - y(top))
        .stroke();
    else for (const edge of edges) drawEdge(sheet, borders, edge);
  }
  sheet.top = y(to);
}

function drawEdge({ pen }: Sheet, borders: Borders, [x0, y0, x1, y1]: [number, number, number, number]): void {
  const isFlat = y0 === y1;
  if (borders === "none") return;
  if (borders === "filled") {
    if (isFlat) pen.rect(x0 - 0.3, y0 - 0.3, x1 - x0 + 0.6, 0.6).fill("black");
    else pen.rect(x0 - 0.3, y0 - 0.3, 0.6, y1 - y0 + 0.6).fill("black");
  } else if (borders === "dashed") {
    for (let at = 0; at < (isFlat ? x1 - x0 : y1 - y0); at += 3.5)
      if (isFlat) pen.rect(x0 + at, y0 - 0.25, 2, 0.5).fill("black");
      else pen.rect(x0 - 0.25, y0 + at, 0.5, 2).fill("black");
  } else {
    for (const shift of borders === "double" ? [-0.9, 0.9] : [0])
      pen
        .lineWidth(0.5)
        .moveTo(x0 + (isFlat ? 0 : shift), y0 + (isFlat ? shift : 0))
        .lineTo(x1 + (isFlat ? 0 : shift), y1 + (isFlat ? shift : 0))
        .stroke();
  }
  pen.fillColor("black");
}
