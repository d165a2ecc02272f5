/** Characters of fonts whose letters are signs — 符号字体. Only those that tables mean something with. */
const signs: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: {
    163: "≤",
    165: "∞",
    176: "°",
    177: "±",
    179: "≥",
    180: "×",
    184: "÷",
    185: "≠",
    186: "≡",
    187: "≈",
    188: "…",
    183: "•",
    215: "·",
    229: "∑",
    45: "−",
    97: "α",
    98: "β",
  },
  wingdings: {
    252: "✓",
    251: "✗",
    254: "☑",
    253: "☒",
    168: "□",
    111: "□",
    113: "□",
    110: "■",
    108: "●",
    161: "○",
    159: "•",
    224: "→",
  },
  "wingdings 2": { 80: "✓", 82: "☑", 81: "☒", 83: "☒", 84: "☒", 163: "□", 42: "□", 48: "□" },
  "wingdings 3": {},
  webdings: { 97: "✓", 99: "□", 103: "■" },
};

/** Whether letters of the font are signs. */
export function isSymbolFont(font: string): boolean {
  return Object.hasOwn(signs, font.toLowerCase());
}

/** The sign that a code of such a font prints; the code itself where we do not know it. */
export function signOf(font: string, code: number): string {
  const plain = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const table = signs[font.toLowerCase()];
  const known = table?.[plain];
  if (known !== undefined) return known;
  if (!Number.isInteger(code) || code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return "";
  // digits and signs of Symbol stand where ASCII has them
  if (table && plain < 0x40) return String.fromCharCode(plain);
  return String.fromCodePoint(code);
}
