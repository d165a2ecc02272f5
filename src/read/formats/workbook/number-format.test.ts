import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { builtInFormat, displayedNumber, unroundedText } from "./number-format.ts";

describe("a number is shown as a Chinese Excel shows it", () => {
  test.each<readonly [string, number, string]>([
    ["General", 67634.2 + 0.1, "67634.3"],
    ["General", 0.1 + 0.2, "0.3"],
    ["General", 20231234560000, "20231234560000"],
    ["General", 1e15, "1000000000000000"],
    ["General", 33.333333333336, "33.333333"],
    ["General", 1e-7, "0.0000001"],
    ["G/通用格式", 5.5, "5.5"],
    ['G/通用格式"人"', 5, "5人"],
    ["#,##0.00", 67634.3, "67,634.30"],
    ["#,##0.00_ ", 67634.3, "67,634.30"],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 1234.5, "1,234.50"],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, "-"],
    ['_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', 1234.5, "¥1,234.50"],
    ["[$¥-804]#,##0.00", 5, "¥5.00"],
    ["0.00_ ;[Red]\\-0.00\\ ", -5.5, "-5.50"],
    ["0%", 0.95, "95%"],
    ["0.00%", 0.95123, "95.12%"],
    ['0"万元"', 12, "12万元"],
    ["0人", 5, "5人"],
    ["0!.0000", 12345, "1.2345"],
    ['[=1]"是";[=0]"否";General', 1, "是"],
    ["0;-0;;@", 0, ""],
    ['yyyy"年"m"月"d"日";@', 44926, "2022年12月31日"],
    ["yyyy年m月d日", 44926, "2022年12月31日"],
    ['[DBNum1][$-804]yyyy"年"m"月"', 44926, "2022年12月"],
    ["[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 44926, "2022年12月31日"],
    ["[$-804]aaaa", 44926, "星期六"],
    ['上午/下午h"时"mm"分"', 44926.75, "下午6时00分"],
    ["yyyy-mm-dd;@", 44926, "2022-12-31"],
    ["m/d/yyyy", -5, ""],
    ['一种没有的[格式"', 5, "5"],
  ])("%s %d", (format, value, shown) => {
    expect(displayedNumber(value, format)).toBe(shown);
  });

  test.each([
    [14, "2022/12/31"],
    [31, "2022年12月31日"],
    [57, "2022年12月"],
    [58, "12月31日"],
    [22, "2022/12/31 0:00"],
    [4, "44,926.00"],
    [43, "44,926.00"],
    [999, "44926"],
  ])("built-in format %d", (id, shown) => {
    expect(displayedNumber(44926, builtInFormat(id))).toBe(shown);
  });

  test("days counted from 1904", () => {
    expect(displayedNumber(43464, "yyyy/m/d", true)).toBe("2022/12/31");
  });
});

describe("decimals of an amount that a format hides are shown, two at most", () => {
  test.each<readonly [string, number, string]>([
    ["#,##0", 1234.5678, "1,234.57"],
    ["#,##0", 1234.5, "1,234.5"],
    ["#,##0", 1234, "1,234"],
    ["0.0", 12.34, "12.34"],
    ["#,##0_ ;[Red]-#,##0\\ ", -12.25, "-12.25"],
    ['0"万元"', 12.5, "12.5万元"],
    ["0.00", 1234.5678, "1234.57"],
    ["0%", 0.955, "96%"],
    ["0.0,", 12345, "12.3"],
    ["yyyy", 44926.25, "2022"],
    ["0.0E+00", 12345, "1.2E+04"],
  ])("%s %d", (format, value, shown) => {
    expect(displayedNumber(value, format)).toBe(shown);
  });

  test.each<readonly [string, number, string]>([
    ["1,235", 1234.5678, "1,234.57"],
    ["1235", 1234.5, "1234.5"],
    ["-12", -12.25, "-12.25"],
    ["¥12", 12.25, "¥12.25"],
    ["95%", 0.955, "95%"],
    ["12.35", 12.3456, "12.35"],
    ["2022年", 44926.5, "2022年"],
    ["12", 4500.5, "12"],
  ])("of a file that says how it is shown: %s %d", (text, value, shown) => {
    expect(unroundedText(text, value)).toBe(shown);
  });
});

test("no format code and no number makes it throw, or answer without end", () => {
  const unit = fc.constantFrom(
    ...'0#?.,;%E+-_*\\"![]$@/ ymdhsaegGb年¥General[Red][$-804][>=1]AM/PM'.split(""),
    "General",
    "[h]",
    "上午/下午",
  );
  const code = fc.string({ unit, maxLength: 40 });
  fc.assert(
    fc.property(code, fc.oneof(fc.double(), fc.integer()), (format, value) => {
      expect(displayedNumber(value, format).length).toBeLessThan(2_000);
    }),
    { numRuns: 2_000 },
  );
});
