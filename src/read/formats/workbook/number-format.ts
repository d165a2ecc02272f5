import { SSF } from "@e965/xlsx";

/**
 * A number as its sheet shows it — 按数字格式显示. What the sheet shows is what people printed and published, so it is the
 * text of the cell: 0.95 is “95%”, 44926 is “2022年12月31日”. Two things are not left to the display: decimals of an amount
 * that a format of none or one hides are shown, two at most (half a 万元 would open every sum; what two decimals round off
 * is within the tolerance of sums, and more than two no amount in 元 can have); and a long whole number, as codes are, is
 * written out where the sheet shows 2.02E+16.
 */
export function displayedNumber(value: number, format: string, isFrom1904 = false): string {
  if (!Number.isFinite(value)) return String(value);
  const chinese = chineseFormat(format, value, isFrom1904);
  if (chinese === "General" || chinese === "") return general(value);
  const shown = formatted(withDecimals(chinese, value), value, isFrom1904);
  return shown === undefined ? general(value) : shown.trim();
}

/** Format codes by number as a Chinese Excel has them; the library's own are American. */
const builtIn: Readonly<Record<number, string>> = {
  0: "General",
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;"¥"-#,##0.00',
  14: "yyyy/m/d",
  22: "yyyy/m/d h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: "#,##0;-#,##0",
  38: "#,##0;-#,##0",
  39: "#,##0.00;-#,##0.00",
  40: "#,##0.00;-#,##0.00",
  41: '#,##0;-#,##0;"-"',
  42: '"¥"#,##0;"¥"-#,##0;"¥""-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '"¥"#,##0.00;"¥"-#,##0.00;"¥""-"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The code of a format that is known by its number — 内置数字格式. */
export function builtInFormat(id: number): string {
  const american: unknown = SSF.get_table()[id];
  return builtIn[id] ?? (typeof american === "string" ? american : "General");
}

/** Up to eleven figures, as cells show them; whole numbers in full, decimals no finer than 分 of a 万元. */
function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return String(value);
  const exact = Number(value.toPrecision(15));
  if (Math.abs(exact) >= 1 && Math.abs(exact) < 1e15) return String(Number(exact.toFixed(6)));
  return formatted("General", exact, false) ?? String(exact);
}

/**
 * The library throws on codes that it does not know: errors, and bare texts too. Nothing but its own call is within, so
 * nothing of ours is hidden; the number is then shown as it is.
 */
function formatted(code: string, value: number, isFrom1904: boolean): string | undefined {
  try {
    return SSF.format(code, value, { date1904: isFrom1904 });
  } catch {
    return undefined;
  }
}

/** One unit of a format code: a quoted text, a bracket, an escaped or any other character. */
const unitOfCode = /"[^"]*"?|\[[^\]]*\]?|[\\!_*].?|上午\/下午|[\s\S]/gu;

const weekdays = "日一二三四五六";

/** The same code in the words that the library knows: Chinese literals quoted, locales and numerals taken out. */
function chineseFormat(code: string, value: number, isFrom1904: boolean): string {
  if (/^(?:General|G\/通用格式)$/iu.test(code.trim())) return "General";
  const weekday = weekdays[(((Math.floor(value) + (isFrom1904 ? 1462 : 0) - 1) % 7) + 7) % 7] ?? "";
  const isChinese = code.includes("[$-804]") || code.includes("[$-F800]");
  const plain = code
    .slice(0, 500)
    .replace(/G\/通用格式/gu, "General")
    .replace(/^\[\$-F800\].*$/iu, 'yyyy"年"m"月"d"日"')
    .replace(unitOfCode, (unit) => {
      if (unit.startsWith("[")) return bracket(unit);
      if (unit.startsWith("!")) return `\\${unit.slice(1)}`;
      if (/^[_*]/u.test(unit)) return unit.startsWith("_") ? " " : "";
      return unit.charCodeAt(0) > 0x7f && unit !== "上午/下午" ? `"${unit}"` : unit;
    })
    .replace(/General(?=[^;])|(?<=[^;\]])General/gu, () => `"${general(Math.abs(value))}"`)
    .replace(/aaaa/giu, `"星期${weekday}"`)
    .replace(/(?<!")\baaa\b(?!")/giu, `"${weekday}"`);
  return isChinese ? plain.replace(/dddd/giu, `"星期${weekday}"`) : plain;
}

/** `[$¥-804]` is a currency sign, `[$-804]` a locale, `[DBNum1]` asks for Chinese numerals; colours and conditions stay. */
function bracket(unit: string): string {
  const currency = /^\[\$([^\]-]*)/u.exec(unit);
  if (currency) return currency[1] === "" ? "" : `"${currency[1]}"`;
  return /^\[dbnum/iu.test(unit) ? "" : unit;
}

/** Adds the decimals that a plain format of none or one hides, two at most. */
function withDecimals(code: string, value: number): string {
  const bare = code.replace(/"[^"]*"?|\\.|\[[^\]]*\]?/gu, "");
  if (!/^[#0?,.;\s()+\-¥$]*$/u.test(bare) || !/[#0?]/u.test(bare) || /,\s*(?:;|$|\.)/u.test(bare)) return code;
  const decimals = Math.min(2, decimalsOf(value));
  return code
    .split(";")
    .map((section) => {
      const shown = /\.([#0?]*)/u.exec(section)?.[1]?.length ?? 0;
      if (shown >= decimals || !/[#0?]/u.test(section)) return section;
      return section.replace(/[#0?](?:\.[#0?]*)?(?=[^#0?.]*$)/u, (figures) => `${figures[0]}.${"0".repeat(decimals)}`);
    })
    .join(";");
}

/** A number as its file says it is shown, with the decimals that this hides: as {@link displayedNumber} does. */
export function unroundedText(shown: string, value: number): string {
  const match = /^([-−]?[¥￥$]?\s?)([\d,]{1,25})(?:\.(\d?))?$/u.exec(shown.trim());
  const decimals = Math.min(2, decimalsOf(value));
  if (!match || (match[3]?.length ?? 0) >= decimals) return shown;
  if (Math.abs(Number(match[2]!.replaceAll(",", "")) - Math.abs(value)) > 1) return shown;
  const figures = Math.abs(value).toFixed(decimals);
  return match[1] + (match[2]!.includes(",") ? figures.replace(/\B(?=(?:\d{3})+\.)/gu, ",") : figures);
}

function decimalsOf(value: number): number {
  const text = String(Number(value.toPrecision(15)));
  if (text.includes("e")) return 0;
  return text.split(".")[1]?.length ?? 0;
}
