import { isDoubleByte } from "./code-pages.ts";

/** Bytes of text in a code page, put together into characters — 代码页文字. */
export interface EncodedWords {
  byte(byte: number, encoding: string): void;
  /** Plain text that follows; its first letter may be the second byte of a character. Returns what is left of it. */
  finishWith(text: string): string;
  flush(): void;
}

/** Hands words on as soon as nothing more can belong to them. */
export function openEncodedWords(put: (words: string) => void): EncodedWords {
  let bytes: number[] = [];
  let encoding = "";
  const flush = (): void => {
    if (bytes.length === 0) return;
    const words = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
    bytes = [];
    put(words);
  };
  return {
    byte(byte, of) {
      if (of !== encoding && !(bytes.length > 0 && isCut(bytes, encoding))) {
        flush();
        encoding = of;
      }
      bytes.push(byte);
    },
    finishWith(text) {
      if (bytes.length === 0) return text;
      const taken = text !== "" && isCut(bytes, encoding) && text.charCodeAt(0) >= 0x30 ? 1 : 0;
      if (taken === 1) bytes.push(text.charCodeAt(0));
      flush();
      return text.slice(taken);
    },
    flush,
  };
}

/** Whether the last byte begins a character of two bytes: counted from the last byte that can only stand alone. */
function isCut(bytes: readonly number[], encoding: string): boolean {
  if (!isDoubleByte(encoding)) return false;
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at]! < 0x81) at++;
    else if (at + 1 >= bytes.length) return true;
    else at += 2;
  }
  return false;
}
