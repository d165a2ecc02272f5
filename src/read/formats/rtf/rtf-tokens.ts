/** What an RTF file is made of — RTF 记号. */
export type RtfToken =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  | { readonly kind: "word"; readonly word: string; readonly number: number | undefined }
  /** A control of one sign: `\~`, `\*`. */
  | { readonly kind: "symbol"; readonly symbol: string }
  /** A byte of text in some code page: `\'d6`, or as it is. */
  | { readonly kind: "byte"; readonly byte: number }
  | { readonly kind: "text"; readonly text: string };

const [backslash, openBrace, closeBrace] = [0x5c, 0x7b, 0x7d];

/** Parts the bytes of an RTF file — RTF 分词. Never throws; ends where they end. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte === openBrace || byte === closeBrace) {
      yield byte === openBrace ? open : close;
      at++;
    } else if (byte < 0x20) at++;
    else if (byte >= 0x80) {
      yield { kind: "byte", byte };
      at++;
    } else if (byte !== backslash) {
      const start = at;
      while (at < bytes.length && isPlain(bytes[at]!)) at++;
      yield { kind: "text", text: ascii(bytes, start, at) };
    } else if (isLetter(bytes[at + 1])) {
      const start = at + 1;
      at = start;
      while (at < start + mostLetters && isLetter(bytes[at])) at++;
      const word = ascii(bytes, start, at);
      const digits = at;
      if (bytes[at] === 0x2d) at++;
      while (at < digits + 12 && isDigit(bytes[at])) at++;
      const number = Number(ascii(bytes, digits, at));
      const isNumber = at > digits && Number.isInteger(number);
      if (bytes[at] === 0x20) at++;
      yield { kind: "word", word, number: isNumber ? number : undefined };
      // bytes of a picture as they are
      if (word === "bin" && isNumber && number > 0) at += number;
    } else {
      const symbol = String.fromCharCode(bytes[at + 1] ?? 0x20);
      const high = hex(bytes[at + 2]);
      const low = hex(bytes[at + 3]);
      if (symbol === "'" && high >= 0 && low >= 0) {
        yield { kind: "byte", byte: high * 16 + low };
        at += 4;
      } else {
        yield symbol === "\n" || symbol === "\r"
          ? { kind: "word", word: "par", number: undefined }
          : { kind: "symbol", symbol };
        at += 2;
      }
    }
  }
}

const open: RtfToken = { kind: "open" };
const close: RtfToken = { kind: "close" };
const mostLetters = 32;

function isPlain(byte: number): boolean {
  return byte < 0x80 && byte >= 0x20 && byte !== backslash && byte !== openBrace && byte !== closeBrace;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function hex(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (isDigit(byte)) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}
