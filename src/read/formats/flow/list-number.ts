/**
 * The number of a list item in words of its list — 自动编号. Formats by their names in Office Open XML; others are
 * printed in digits. "" for bullets.
 */
export function numberInFormat(value: number, format: string): string {
  const number = Math.trunc(value);
  if (!Number.isFinite(number) || number < 0 || number > 999_999_999) return "";
  switch (format) {
    case "none":
    case "bullet":
      return "";
    case "lowerLetter":
      return letters(number);
    case "upperLetter":
      return letters(number).toUpperCase();
    case "lowerRoman":
      return roman(number);
    case "upperRoman":
      return roman(number).toUpperCase();
    case "decimalZero":
      return String(number).padStart(2, "0");
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return [...String(number)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return number >= 1 && number <= 20 ? String.fromCharCode(0x2460 + number - 1) : String(number);
    case "decimalEnclosedParen":
      return number >= 1 && number <= 20 ? String.fromCharCode(0x2474 + number - 1) : `(${number})`;
    case "decimalEnclosedFullstop":
      return number >= 1 && number <= 20 ? String.fromCharCode(0x2488 + number - 1) : `${number}.`;
    case "ideographEnclosedCircle":
      return number >= 1 && number <= 10 ? String.fromCharCode(0x3280 + number - 1) : String(number);
    case "chineseCounting":
    case "chineseCountingThousand":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
    case "japaneseCounting":
      return chinese(number, plain);
    case "chineseLegalSimplified":
      return chinese(number, legal);
    case "ideographLegalTraditional":
      return chinese(number, legalTraditional);
    case "ideographDigital":
    case "taiwaneseDigital":
    case "japaneseDigitalTenThousand":
      return [...String(number)].map((digit) => "〇一二三四五六七八九"[Number(digit)]).join("");
    case "ideographTraditional":
      return [..."甲乙丙丁戊己庚辛壬癸"][number - 1] ?? String(number);
    case "ideographZodiac":
      return [..."子丑寅卯辰巳午未申酉戌亥"][number - 1] ?? String(number);
    default:
      return String(number);
  }
}

interface Numerals {
  readonly digits: readonly string[];
  readonly places: readonly string[];
  readonly groups: readonly string[];
}

const plain: Numerals = {
  digits: [..."零一二三四五六七八九"],
  places: ["", "十", "百", "千"],
  groups: ["", "万", "亿"],
};
const legal: Numerals = {
  digits: [..."零壹贰叁肆伍陆柒捌玖"],
  places: ["", "拾", "佰", "仟"],
  groups: ["", "万", "亿"],
};
const legalTraditional: Numerals = {
  digits: [..."零壹貳參肆伍陸柒捌玖"],
  places: ["", "拾", "佰", "仟"],
  groups: ["", "萬", "億"],
};

/** 12 → 十二, 305 → 三百零五. */
function chinese(number: number, { digits, places, groups }: Numerals): string {
  if (number === 0) return digits[0]!;
  let words = "";
  let gap = false;
  const text = String(number);
  let inGroup = false;
  for (let at = 0; at < text.length; at++) {
    const place = text.length - 1 - at;
    const digit = Number(text[at]);
    if (digit === 0) gap = true;
    else {
      words += `${gap && words !== "" ? digits[0] : ""}${digits[digit]}${places[place % 4]}`;
      gap = false;
      inGroup = true;
    }
    if (place % 4 === 0 && inGroup) {
      words += groups[place / 4];
      inGroup = false;
    }
  }
  return words.startsWith("一十") ? words.slice(1) : words;
}

/** a … z, aa, bb …, as word processors count on. */
function letters(number: number): string {
  if (number < 1 || number > 780) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

const romanSigns: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(number: number): string {
  if (number < 1 || number > 4999) return String(number);
  let rest = number;
  let words = "";
  for (const [value, sign] of romanSigns)
    while (rest >= value) {
      words += sign;
      rest -= value;
    }
  return words;
}
