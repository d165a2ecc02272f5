/** The characters that the CJK Radicals Supplement stands for, from U+2E80; a space where it stands for none. */
const supplement =
  " 厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢尣巳幺彑彐忄㣺扌攵 旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒罓网网羊羊羊耂肀聿月臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟亀龟";

/** Characters that fonts of the Chinese systems hold in the private area since GB 18030-2000, and what they are now. */
const privateUse: Readonly<Record<number, string>> = {
  58853: "　", // the ideographic space of Founder's fonts
  59277: "︐", // punctuation of vertical lines
  59278: "︒",
  59279: "︑",
  59280: "︓",
  59281: "︔",
  59282: "︕",
  59283: "︖",
  59284: "︗",
  59285: "︘",
  59286: "︙",
  59335: "ḿ",
  59336: "ǹ",
  59414: "𠂇",
  59415: "𠂉",
  59416: "𠃌",
  59422: "龴",
  59430: "龵",
  59435: "龶",
  59436: "龷",
  59441: "𡗗",
  59442: "龸",
  59451: "𢦏",
  59459: "龹",
  59476: "龺",
  59477: "𤇾",
  59492: "龻",
};

/** What the Symbol font prints, by the code that it leaves in the private area: U+F000 and its own. */
const symbols: Readonly<Record<number, string>> = {
  163: "≤",
  165: "∞",
  176: "°",
  177: "±",
  179: "≥",
  180: "×",
  183: "•",
  184: "÷",
  185: "≠",
  187: "≈",
};

/** The same of Wingdings: bullets and ticks. */
const wingdings: Readonly<Record<number, string>> = {
  108: "●",
  110: "■",
  113: "□",
  117: "◆",
  118: "❖",
  159: "•",
  167: "▪",
  168: "□",
  216: "➢",
  252: "√",
  254: "☑",
};

/**
 * A character as text → the character that a reader sees — 归一字符. Radicals (U+2E80–2FDF) become the characters that
 * they look like, compatibility ideographs those that they are; `isSymbolFont` tells the private codes of Symbol from
 * those of Wingdings. All else stays as it is: full width stays full width.
 */
export function foldCharacter(code: number, isSymbolFont = false): string {
  const char = String.fromCodePoint(code);
  if (code < 0x2e80) return char;
  if (code <= 0x2ef3) return supplement[code - 0x2e80]?.trim() || char;
  if (code <= 0x2fdf) return code === 0x2f3e ? "户" : char.normalize("NFKC"); // ⼾ would become 戶
  if (code < 0xe000) return char;
  if (code <= 0xf8ff) {
    const own = code >= 0xf000 && (isSymbolFont ? symbols : wingdings)[code - 0xf000];
    return own || privateUse[code] || char;
  }
  if (code <= 0xfaff || (code >= 0x2f800 && code <= 0x2fa1f)) return char.normalize("NFC");
  return char;
}
