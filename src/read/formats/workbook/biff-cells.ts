import { type BiffCursor, type BiffRecord, biffCursor } from "./biff-records.ts";
import type { BiffTexts } from "./biff-strings.ts";
import { displayedNumber } from "./number-format.ts";
import type { FoundCell } from "./sheet.ts";
import type { CellStyle } from "./xlsx-styles.ts";

/** What the sheets of a workbook stream share — 工作簿公共部分. */
export interface BiffContext {
  readonly texts: BiffTexts;
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly isFrom1904: boolean;
}

/** What a record says of one cell, an empty but framed one too — 单元格记录. */
export interface CellSeen {
  readonly row: number;
  readonly isFramed: boolean;
  readonly cell: FoundCell | undefined;
  /** Its text stands in the next STRING record. */
  readonly awaitsText?: boolean;
}

/** The cells that a record holds, at most a few hundred; none where it is no record of cells — 解析单元格记录. */
export function cellsOf({ type, pieces }: BiffRecord, context: BiffContext): readonly CellSeen[] {
  const read = readers[type];
  return read ? read(biffCursor(pieces), context) : [];
}

type CellReader = (cursor: BiffCursor, context: BiffContext) => readonly CellSeen[];

/** Row, column and style, with which every record of a cell begins. */
function head(cursor: BiffCursor, { styles }: BiffContext) {
  const row = cursor.u16();
  const column = cursor.u16();
  const style = styles[cursor.u16()];
  return { row, column, style, isFramed: style?.isFramed ?? false };
}

const one =
  (textOf: (cursor: BiffCursor, context: BiffContext, style: CellStyle | undefined) => string): CellReader =>
  (cursor, context) => {
    const { row, column, style, isFramed } = head(cursor, context);
    return [{ row, isFramed, cell: shown(column, textOf(cursor, context, style)) }];
  };

const readers: Readonly<Record<number, CellReader>> = {
  // NUMBER
  515: (cursor, context) => {
    const { row, column, style, isFramed } = head(cursor, context);
    return [{ row, isFramed, cell: numberCell(column, cursor.double(), style, context) }];
  },
  // RK
  638: (cursor, context) => {
    const { row, column, style, isFramed } = head(cursor, context);
    return [{ row, isFramed, cell: numberCell(column, packedNumber(cursor.u32()), style, context) }];
  },
  // MULRK: the last two bytes are the last column
  189: (cursor, context) => {
    const row = cursor.u16();
    const seen: CellSeen[] = [];
    for (let column = cursor.u16(); !cursor.isAtEnd; column++) {
      const style = context.styles[cursor.u16()];
      if (cursor.isAtEnd) break;
      const cell = numberCell(column, packedNumber(cursor.u32()), style, context);
      seen.push({ row, isFramed: style?.isFramed ?? false, cell });
    }
    return seen;
  },
  // LABELSST, LABEL, RSTRING
  253: one((cursor, { strings }) => {
    const number = cursor.u32();
    return strings[number] ?? `#${number}`;
  }),
  516: one((cursor, { texts }) => texts.long(cursor)),
  214: one((cursor, { texts }) => texts.long(cursor)),
  // BOOLERR
  517: one((cursor) => {
    const value = cursor.u8();
    return cursor.u8() === 1 ? errorText(value) : value === 0 ? "FALSE" : "TRUE";
  }),
  // BLANK
  513: (cursor, context) => {
    const { row, isFramed } = head(cursor, context);
    return [{ row, isFramed, cell: undefined }];
  },
  // MULBLANK
  190: (cursor, context) => {
    const row = cursor.u16();
    cursor.skip(2);
    let isFramed = false;
    while (!cursor.isAtEnd) {
      const style = context.styles[cursor.u16()];
      if (!cursor.isAtEnd && style?.isFramed) isFramed = true;
    }
    return [{ row, isFramed, cell: undefined }];
  },
  // FORMULA, also of BIFF3 and BIFF4, which writers of BIFF8 mix in
  6: formula,
  518: formula,
  1030: formula,
};

/** A formula carries its last result; one of text stands in the record after it. */
function formula(cursor: BiffCursor, context: BiffContext): readonly CellSeen[] {
  const { row, column, style, isFramed } = head(cursor, context);
  const result = cursor.bytes(8);
  if (result[6] !== 0xff || result[7] !== 0xff) {
    const number = new DataView(result.buffer).byteLength === 8 ? new DataView(result.buffer).getFloat64(0, true) : 0;
    return [{ row, isFramed, cell: numberCell(column, number, style, context) }];
  }
  if (result[0] === 0) return [{ row, isFramed, cell: { column, text: "" }, awaitsText: true }];
  if (result[0] === 1) return [{ row, isFramed, cell: { column, text: result[2] === 0 ? "FALSE" : "TRUE" } }];
  if (result[0] === 2) return [{ row, isFramed, cell: { column, text: errorText(result[2] ?? 0) } }];
  return [{ row, isFramed, cell: undefined }];
}

function numberCell(
  column: number,
  value: number,
  style: CellStyle | undefined,
  { isFrom1904 }: BiffContext,
): FoundCell | undefined {
  const text = displayedNumber(value, style?.format ?? "General", isFrom1904);
  return text === "" && value !== 0 ? { column, text, hidden: String(value) } : shown(column, text);
}

/** Columns A to IV; what claims to stand further right is damage. */
const widest = 256;

function shown(column: number, text: string): FoundCell | undefined {
  return text.trim() === "" || column >= widest ? undefined : { column, text };
}

const half = new DataView(new ArrayBuffer(8));

/** A number in four bytes: 30 bits of an integer or of a double, perhaps hundredfold — RK 数值. */
export function packedNumber(bits: number): number {
  let value: number;
  if (bits & 2) value = (bits | 0) >> 2;
  else {
    half.setUint32(0, 0, true);
    half.setUint32(4, bits & ~3, true);
    value = half.getFloat64(0, true);
  }
  return bits & 1 ? value / 100 : value;
}

/** A result that is an error, as the sheet shows it — 错误值. */
export function errorText(code: number): string {
  return errors[code] ?? "#N/A";
}

const errors: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};
