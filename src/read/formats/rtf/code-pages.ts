/** Code pages by number, as the platform calls them — 代码页. */
const byNumber: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1250: "windows-1250",
  1251: "windows-1251",
  1252: "windows-1252",
  1253: "windows-1253",
  1254: "windows-1254",
  1255: "windows-1255",
  1256: "windows-1256",
  1257: "windows-1257",
  1258: "windows-1258",
  10000: "macintosh",
  10008: "gb18030",
  54936: "gb18030",
  65001: "utf-8",
};

/** The encoding of a code page; western where we know none. */
export function encodingOfCodePage(number: number): string {
  return byNumber[number] ?? "windows-1252";
}

const byCharset: Readonly<Record<number, number>> = {
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** The encoding that the character set of a font asks for; nothing where it leaves that to the file. */
export function encodingOfCharset(charset: number): string | undefined {
  const page = byCharset[charset];
  return page === undefined ? undefined : encodingOfCodePage(page);
}

/** Whether characters of an encoding may take two bytes, the second of which may look like a letter. */
export function isDoubleByte(encoding: string): boolean {
  return encoding === "gb18030" || encoding === "big5" || encoding === "shift_jis" || encoding === "euc-kr";
}
