const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  叁: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const steps: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The number that Chinese numerals write, up to thousands — 汉字数字: 三 → 3, 二十五 → 25, 一百零八 → 108, 二〇二五 → 2025. */
export function chineseNumber(text: string): number | undefined {
  if (text === "") return undefined;
  const plain = Array.from(text, (character) => digits[character]);
  if (plain.every((digit) => digit !== undefined)) {
    // A bare row of digits is a number only as a year or a single figure: 三四 means "three or four".
    if (plain.length !== 1 && plain.length !== 4) return undefined;
    return plain.reduce((sum, digit) => sum * 10 + digit, 0);
  }
  let sum = 0;
  let held: number | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const character of text) {
    const digit = digits[character];
    const step = steps[character];
    if (digit !== undefined) {
      if (held !== undefined && held !== 0) return undefined;
      held = digit;
    } else if (step !== undefined && step < lowest) {
      if (held === undefined && !(step === 10 && sum === 0)) return undefined;
      sum += (held ?? 1) * step;
      held = undefined;
      lowest = step;
    } else return undefined;
  }
  return sum + (held ?? 0);
}
