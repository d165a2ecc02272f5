import { createHash } from "node:crypto";
import type { SourceDescription, SourceKind } from "../domain/reading.ts";

/** A file as it came, with its text decoded — 源文件. */
export interface SourceFile {
  readonly description: SourceDescription;
  readonly text: string;
  /** Whether the bytes are text of a known encoding; else `text` holds one character per byte, so that nothing is lost. */
  readonly decoded: boolean;
}

/** Decoded text and the name of its encoding — 解码结果. */
export interface DecodedText {
  readonly encoding: string;
  readonly text: string;
}

/** Bytes → text with its encoding — 识别编码. Never throws. */
export function openSource(name: string, bytes: Uint8Array, kind: SourceKind = "text"): SourceFile {
  const found = decodeText(bytes);
  return {
    description: describeSource(name, bytes, kind, found?.encoding ?? "unknown"),
    text: found?.text ?? new TextDecoder("latin1").decode(bytes),
    decoded: found !== undefined,
  };
}

/** What a file is, for the reading that comes of it — 源文件说明. */
export function describeSource(name: string, bytes: Uint8Array, kind: SourceKind, encoding = ""): SourceDescription {
  return { name, sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length, kind, encoding };
}

/**
 * Text by its bytes — 识别编码: mark, then UTF-16 by its NULs, strict UTF-8, strict GB18030, and Big5 where only that gives
 * words of the field. A last character that a download cut is left off (`isHead`: the bytes are the beginning of more).
 */
export function decodeText(bytes: Uint8Array, isHead = false): DecodedText | undefined {
  const utf16 = utf16Kind(bytes);
  if (utf16) return ofText(utf16, decodeStrictly(bytes.subarray(0, bytes.length & ~1), utf16));
  const utf8 = ofText("utf-8", decodeStrictly(bytes, "utf-8") ?? withoutCutTail(bytes, "utf-8", 3));
  if (utf8) return utf8;
  const gb = ofText("gb18030", decodeStrictly(bytes, "gb18030") ?? withoutCutTail(bytes, "gb18030", isHead ? 3 : 1));
  if (gb && countWords(gb.text) > 0) return gb;
  const big5 = ofText("big5", decodeStrictly(bytes, "big5") ?? withoutCutTail(bytes, "big5", 1));
  return big5 && countWords(big5.text) > 0 ? big5 : gb;
}

function ofText(encoding: string, text: string | undefined): DecodedText | undefined {
  return text === undefined || text.includes("\u0000") ? undefined : { encoding, text };
}

/** Words that stand in nearly every table of the field, in both scripts; Big5 read as GB18030 has none of them. */
const fieldWords =
  /项目|项目|名称|绩效|预算|指标|目标|单位|部门|资金|万元|专项|项|項目|名稱|績效|預算|指標|目標|單位|部門|資金|萬元|機關|年度/gu;

function countWords(text: string): number {
  return text.slice(0, 20_000).match(fieldWords)?.length ?? 0;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined; // not this encoding: the next one is tried
    throw error;
  }
}

function withoutCutTail(bytes: Uint8Array, encoding: string, most: number): string | undefined {
  for (let cut = 1; cut <= Math.min(most, bytes.length - 1); cut++) {
    const text = decodeStrictly(bytes.subarray(0, bytes.length - cut), encoding);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** UTF-16 by its byte order mark, or by NULs in every second place. */
function utf16Kind(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 2_000);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++;
  });
  // digits, tabs and line ends have a NUL in one place; a few characters, 一 for one, have it in the other
  if (zeros[1]! > 2 && zeros[1]! >= 4 * zeros[0]!) return "utf-16le";
  if (zeros[0]! > 2 && zeros[0]! >= 4 * zeros[1]!) return "utf-16be";
  return undefined;
}
