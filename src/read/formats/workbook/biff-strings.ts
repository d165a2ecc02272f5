import { type BiffCursor, biffCursor } from "./biff-records.ts";

/** How texts are written in one workbook: BIFF8 has Unicode, BIFF5 the code page of the machine it was made on. */
export interface BiffTexts {
  /** A text with a length of one byte or two before it. */
  short(cursor: BiffCursor): string;
  long(cursor: BiffCursor): string;
}

/** The texts of BIFF8. */
export const unicodeTexts: BiffTexts = {
  short: (cursor) => unicodeText(cursor, cursor.u8()),
  long: (cursor) => unicodeText(cursor, cursor.u16()),
};

/**
 * The texts of BIFF5 in a code page; most of the field's are 936, which is GBK — 按代码页读取文字. Exports by programs of old
 * name a Western one and write GBK all the same: what is valid GBK with its pairs of high bytes is read so.
 */
export function codePageTexts(codePage: number): BiffTexts {
  const encoding = encodings[codePage] ?? "windows-1252";
  const decoder = new TextDecoder(encoding);
  const decode = (bytes: Uint8Array): string =>
    (encoding === "windows-1252" ? chineseText(bytes) : undefined) ?? decoder.decode(bytes);
  return {
    short: (cursor) => decode(cursor.bytes(cursor.u8())),
    long: (cursor) => decode(cursor.bytes(cursor.u16())),
  };
}

function chineseText(bytes: Uint8Array): string | undefined {
  if (!bytes.some((byte, at) => byte >= 0xa1 && (bytes[at + 1] ?? 0) >= 0xa1)) return undefined;
  try {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined; // Western after all
    throw error;
  }
}

const encodings: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1250: "windows-1250",
  1251: "windows-1251",
  10008: "gb18030",
  54936: "gb18030",
  65001: "utf-8",
};

/** The shared texts of a workbook — 共享字符串表. */
export function sharedTexts(pieces: readonly Uint8Array[]): readonly string[] {
  const cursor = biffCursor(pieces);
  cursor.skip(4);
  const count = cursor.u32();
  const texts: string[] = [];
  while (texts.length < count && !cursor.isAtEnd) texts.push(unicodeText(cursor, cursor.u16()));
  return texts;
}

/** A text of BIFF8 after its length; runs of fonts and readings of characters are passed over. */
function unicodeText(cursor: BiffCursor, length: number): string {
  const flags = cursor.u8();
  const runs = flags & 8 ? cursor.u16() : 0;
  const extra = flags & 4 ? cursor.u32() : 0;
  const text = cursor.characters(length, (flags & 1) === 1);
  cursor.skip(runs * 4 + extra);
  return text;
}
