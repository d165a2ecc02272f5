/** Bytes of a page as text — 网页解码. */
export interface DecodedMarkup {
  readonly text: string;
  readonly encoding: string;
  /** What the page or its sender says the encoding is, where the content shows another. */
  readonly contradicted?: string;
  /** Bytes that are of no character and became U+FFFD. */
  readonly damaged: number;
}

/**
 * Bytes → text — 识别网页编码. A byte order mark and UTF-16 by its NULs go first; then the content has the last word:
 * labels lie more often than UTF-8 comes about by chance. GB2312 and GBK always mean GB18030.
 */
export function decodeMarkup(bytes: Uint8Array, sentAs?: string): DecodedMarkup {
  const label = sentAs ?? labelInside(bytes);
  const wide = wideKind(bytes);
  const order = wide ? [wide] : candidates(encodingOfLabel(label));
  const tried = order.map((encoding) => ({ encoding, text: decodeCutShort(bytes, encoding) }));
  const sound = tried.find((one) => one.text !== undefined);
  const encoding = sound?.encoding ?? leastDamaged(bytes, order);
  const text = sound?.text ?? new TextDecoder(encoding).decode(bytes);
  const named = encodingOfLabel(label);
  const isPlain = encoding === "utf-8" && isAscii(bytes);
  return {
    text,
    encoding,
    ...(label !== undefined && named !== encoding && !isPlain ? { contradicted: label } : {}),
    damaged: sound ? 0 : text.split("\ufffd").length - 1,
  };
}

/** UTF-8 first, since it cannot be mistaken; then what the label says; then what Chinese offices use. */
function candidates(named: string | undefined): readonly string[] {
  const western = named === "windows-1252" || named?.startsWith("iso-8859");
  return [
    ...new Set(["utf-8", ...(named && !western && !named.startsWith("utf-16") ? [named] : []), "gb18030", "big5"]),
  ];
}

/** The encoding that a label names; pages that call GB18030 by its parts' names are not believed to stop there. */
function encodingOfLabel(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label.trim());
    return encoding === "gbk" ? "gb18030" : encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // no encoding of that name
    throw error;
  }
}

const declaration = /<meta\s[^>]{0,400}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/iu;
const xmlDeclaration = /^\s{0,20}<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/iu;

/** The label in the head of the page, looked for as browsers do: in its first kilobytes, read as ASCII. */
function labelInside(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096));
  return (xmlDeclaration.exec(head) ?? declaration.exec(head))?.[1];
}

function wideKind(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // markup begins with "<" or blanks: in UTF-16 every second byte of the first few is NUL
  if (bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0) return "utf-16le";
  return bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0 && bytes[3] !== 0 ? "utf-16be" : undefined;
}

/** Strict decoding that forgives a last character cut off, as broken downloads have it. */
function decodeCutShort(bytes: Uint8Array, encoding: string): string | undefined {
  for (let less = 0; less <= 3 && less <= bytes.length; less++) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, bytes.length - less));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // not this encoding, or not to its last byte
    }
  }
  return undefined;
}

function leastDamaged(bytes: Uint8Array, order: readonly string[]): string {
  const damage = order.map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes.subarray(0, 1_000_000));
    return { encoding, share: (text.split("\ufffd").length - 1) / Math.max(1, text.length) };
  });
  return damage.reduce((best, one) => (one.share < best.share ? one : best)).encoding;
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}
