import { createHash } from "node:crypto";
import type { SourceDescription } from "../domain/reading.ts";

/** A file as it came, with its text decoded — 源文件. */
export interface SourceFile {
  readonly description: SourceDescription;
  readonly text: string;
  /** Whether the bytes are text of a known encoding; else `text` holds one character per byte, so that nothing is lost. */
  readonly decoded: boolean;
}

/** Bytes → text with its encoding — 识别编码. BOM, then strict UTF-8, UTF-16 by its NULs, strict GB18030. Never throws. */
export function openSource(name: string, bytes: Uint8Array): SourceFile {
  const found = decode(bytes);
  return {
    description: {
      name,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length,
      kind: "text",
      encoding: found?.encoding ?? "unknown",
    },
    text: found?.text ?? new TextDecoder("latin1").decode(bytes),
    decoded: found !== undefined,
  };
}

function decode(bytes: Uint8Array): { encoding: string; text: string } | undefined {
  const utf16 = utf16Kind(bytes);
  const order = utf16 ? [utf16] : ["utf-8", "gb18030"];
  for (const encoding of order) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== undefined && !text.includes("\u0000")) return { encoding, text };
  }
  return undefined;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined; // not this encoding: the next one is tried
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
