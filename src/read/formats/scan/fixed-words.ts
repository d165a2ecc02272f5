import type { ReadSymbol } from "./read-symbol.ts";

/** Words that these tables print again and again, always the same — 固定用语. */
const fixedWords: readonly string[] = [
  ...["产出指标", "效益指标", "成本指标", "满意度指标", "数量指标", "质量指标", "时效指标"],
  ...["经济效益", "社会效益", "生态效益", "可持续影响", "服务对象满意度"],
  ...["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标", "服务对象满意度指标"],
  ...["经济成本指标", "社会成本指标", "生态环境成本指标"],
  ...["年度指标值", "实施周期指标值", "一级指标", "二级指标", "三级指标", "指标名称", "指标性质", "计量单位"],
  ...["项目名称", "绩效目标", "绩效指标", "年度绩效目标", "总体目标", "主管部门", "预算单位", "实施单位"],
  ...["财政拨款", "财政专户拨款", "其他资金", "资金总额", "年初预算数", "全年预算数", "全年执行数"],
];
/** 合计 and its like, alone in their cells, and what 计 is taken for. */
const sumWord = /^(?<which>[合总小累])[讨汁诉许什针订]$/u;

/** A word that was put in the place of what was recognised: from which character on, and how many. */
export interface Mended {
  readonly from: number;
  readonly word: string;
  readonly own: string;
}

/** Before and behind a fixed word within a text stand these, or nothing. */
const border = /[\d\-－、；;，,。：:（）()\s]/u;

/**
 * Finds the fixed words of which one character was recognised wrongly — 固定用语纠一字: the whole text of a cell, or a
 * word between marks; 合讨 is 合计, however sure. The recogniser's own reading goes with it; nothing is put where two words would do.
 */
export function mendedWords(symbols: readonly ReadSymbol[]): Mended[] {
  const text = symbols.map((symbol) => symbol.text);
  if (text.some((one) => [...one].length !== 1)) return [];
  const whole = text.join("");
  const sum = sumWord.exec(whole)?.groups?.which;
  if (sum) return [{ from: 0, word: `${sum}计`, own: whole }];
  const found: Mended[] = [];
  for (let from = 0; from < text.length; from++) {
    if (from > 0 && !border.test(text[from - 1]!)) continue;
    const words = fixedWords.filter((word) => isNearly(symbols, from, word));
    if (words.length === 1 && !fixedWords.some((word) => whole.startsWith(word, from)))
      found.push({ from, word: words[0]!, own: text.slice(from, from + words[0]!.length).join("") });
  }
  return found;
}

/** What was read more surely than this is another word: 社会效应, 数量目标. */
const unsure = 90;

/** Whether one character, not surely read, differs and no more; and the word ends there. */
function isNearly(symbols: readonly ReadSymbol[], from: number, word: string): boolean {
  const after = symbols[from + word.length];
  if (from + word.length > symbols.length || (after && !border.test(after.text))) return false;
  const off = symbols.slice(from, from + word.length).filter(({ text }, at) => text !== word[at]);
  return off.length === 1 && off[0]!.confidence < unsure;
}
