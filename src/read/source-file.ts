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
 * Text by its bytes — 识别编码: mark or NULs of UTF-16, then strict UTF-8; else UTF-8, GB18030 or Big5, whichever gives the
 * most words of the field with hardly a damaged character: any text passes as some other encoding, but then says nothing.
 * Damaged characters, as of a last one that a download cut, stay as U+FFFD (`isHead`: the bytes are the beginning of more).
 */
export function decodeText(bytes: Uint8Array, isHead = false): DecodedText | undefined {
  const utf16 = utf16Kind(bytes);
  const encoding = utf16 ?? (isStrictly(bytes, "utf-8") ? "utf-8" : likeliestOf(bytes.subarray(0, headBytes)));
  if (!encoding) return undefined;
  const text = new TextDecoder(encoding).decode(bytes);
  const isDamaged = countDamaged(text) > (isHead ? 1 : 0) + Math.max(1, text.length / 200);
  return isDamaged || text.includes("\u0000") ? undefined : { encoding, text };
}

/** Bytes by which encodings are compared. */
const headBytes = 64 * 1024;

function likeliestOf(head: Uint8Array): string | undefined {
  const found = ["utf-8", "gb18030", "big5"].map((encoding, order) => {
    const text = new TextDecoder(encoding).decode(head);
    return { encoding, order, damaged: countDamaged(text), words: countWords(text), length: text.length };
  });
  const likely = found.filter(({ damaged, words, length }) => damaged <= (words > 0 ? 2 + length / 200 : 1));
  const [best] = likely.sort((a, b) => b.words - a.words || a.damaged - b.damaged || a.order - b.order);
  return best && (best.words > 0 || best.encoding !== "big5") ? best.encoding : undefined;
}

/** Words that stand in nearly every table of the field, in both scripts; Big5 read as GB18030 has none of them. */
const fieldWords =
  /项目|名称|绩效|预算|指标|目标|单位|部门|资金|万元|年度|項目|名稱|績效|預算|指標|目標|單位|部門|資金|萬元/gu;

const countWords = (text: string): number => text.match(fieldWords)?.length ?? 0;

const countDamaged = (text: string): number => text.match(/\uFFFD/gu)?.length ?? 0;

function isStrictly(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false; // not this encoding: the next one is tried
    throw error;
  }
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
