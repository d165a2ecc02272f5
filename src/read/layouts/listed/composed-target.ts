/** A piece of a target that a table prints in a column of its own — 指标值的组成栏. */
export type TargetPiece = "nature" | "value" | "measure";

/** What a target says, put together from its columns — 组合指标值. */
export interface ComposedTarget {
  readonly text: string;
  /** The columns whose words are in it, in the order of the text. */
  readonly pieces: readonly TargetPiece[];
}

/** 指标性质 that compares: it stands before the figure. Equality says nothing that a bare figure does not. */
const comparing =
  /^(?:[≥≧≤≦>＞<＜﹥﹤]|>=|<=|≥=|[大小]于(?:等于)?|[大小]于或等于|不[少小低]于|不[超多高大]于|不超过|至少|至多)$/u;
const comparesItself =
  /^(?:[≥≧≤≦>＞<＜﹥﹤=＝]|[大小等]于|不[少小低超多高大]|至[少多]|达到|超过|控制在|[低高]于)|(?:以上|以下|以内|及以上|及以下|不少于|不超过)/u;
const figure = /\d|[０-９]|[一二三四五六七八九十百千万两]+$/u;
/** Words in the column of units that are no unit. */
const noUnit = /^(?:无|空|[-—－/／、]+|定性|定量|文字|文字描述|定性描述|不适用|其他|其它|是否|是\/否)$/u;
/** The last figure of a value, where its unit belongs. */
const lastFigure = /[\d０-９%％][^\d０-９]*$/u;

/**
 * 性质 + 值 + 计量单位 → one target — 组合指标值: `≥` `95` `%` → `≥95%`. Words that compare nothing (定性, ＝, 正向) and units that
 * the value prints itself are left out; what is composed is what the three columns print, in that order.
 */
export function composedTarget(value: string, nature: string | undefined, measure: string | undefined): ComposedTarget {
  const bare = (nature ?? "").replace(/\s+/gu, "");
  const isPrefixed = comparing.test(bare) && !comparesItself.test(value.trim());
  const head = isPrefixed ? bare : "";
  const at = measure === undefined ? undefined : unitPlace(value, measure);
  const pieces: TargetPiece[] = [...(isPrefixed ? ["nature" as const] : []), "value"];
  if (at === undefined) return { text: head + value, pieces };
  return { text: head + value.slice(0, at) + measure!.trim() + value.slice(at), pieces: [...pieces, "measure"] };
}

/** Where the unit goes into the value: behind its last figure; nowhere where the value has it, or needs none. */
function unitPlace(value: string, measure: string): number | undefined {
  const unit = measure.trim();
  if (unit === "" || noUnit.test(unit) || !figure.test(value) || value.includes(unit)) return undefined;
  if (/[%％‰]/u.test(value)) return undefined;
  const found = lastFigure.exec(value);
  if (!found) return value.trimEnd().length;
  const rest = value.slice(found.index + 1);
  if (/^\s*[)）\]】]/u.test(rest)) return undefined;
  const isDate = /^\s*[年月日号前底]/u.test(rest);
  const hasUnit = /^\s*[\p{L}]/u.test(rest) && !/^\s*(?:以上|以下|以内|及以上|及以下|左右|之间|内)/u.test(rest);
  return isDate || hasUnit ? undefined : found.index + 1;
}
