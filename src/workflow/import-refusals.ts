import { fenOf } from "../domain/funding.ts";
import type { Reading } from "../domain/reading.ts";
import type { Refusal } from "../domain/result.ts";
import { limits } from "../read/limits.ts";
import type { ColumnRecipe } from "../read/recipe.ts";
import { noteInWords } from "../rules/notes-in-words.ts";
import type { BoundedRefusal } from "./bounded/stopped-refusals.ts";
import type { ImportRequest } from "./import-request.ts";

/** Why a file is not taken in — 拒绝导入的原因. */
export type ImportRefusal =
  | BoundedRefusal
  | "no-such-region"
  | "no-such-year"
  | "encoding-unknown"
  | "no-known-layout"
  | "recipe-fits-not"
  | "amounts-too-large";

/** Largest file that is read — 文件大小上限. A department's table has some hundred kilobytes. */
export const largestFile: number = limits.fileBytes;

/** What can be said before the file is read — 读取前拒绝. */
export function refuseBeforeReading(request: ImportRequest): Refusal<ImportRefusal> | undefined {
  const { name, bytes, region = 0, year } = request;
  if (bytes.length === 0)
    return {
      code: "empty-file",
      message: { zh: `文件“${name}”是空的。`, en: `The file “${name}” is empty.` },
      hint: {
        zh: "请确认文件已完整下载或保存，再重新导入。",
        en: "Make sure that it was downloaded or saved completely, and import it again.",
      },
    };
  if (bytes.length > largestFile)
    return {
      code: "too-large",
      message: {
        zh: `文件“${name}”有 ${megabytes(bytes.length)} MB，超过上限 50 MB。`,
        en: `The file “${name}” has ${megabytes(bytes.length)} MB; the limit is 50 MB.`,
      },
      hint: { zh: "请按部门拆分后分别导入。", en: "Split it by department and import the parts." },
    };
  if (!Number.isInteger(region) || region < 0 || region > 999_999)
    return {
      code: "no-such-region",
      message: { zh: `“${region}”不是行政区划代码。`, en: `“${region}” is not an administrative code.` },
      hint: { zh: "请填写 6 位数字，如 440118；不清楚时请留空。", en: "Give six digits, or nothing where unknown." },
    };
  if (year !== undefined && (!Number.isInteger(year) || year < 1949 || year > 9999))
    return {
      code: "no-such-year",
      message: { zh: `“${year}”不是预算年度。`, en: `“${year}” is not a budget year.` },
      hint: { zh: "请填写 4 位数字，如 2025；不清楚时请留空。", en: "Give four digits, or nothing where unknown." },
    };
  return undefined;
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

/** Ten trillion yuan: no document is that large, and sums over all documents stay exact. */
const largestSum = 10 ** 15;

/**
 * What can be said of the reading — 读取后拒绝: a file without a table is not kept, and neither are sums that cannot
 * be true.
 */
export function refuseReading(reading: Reading, recipe?: ColumnRecipe): Refusal<ImportRefusal> | undefined {
  if (reading.tables.length === 0) return recipe ? refuseRecipe(recipe, reading) : refuseWithoutTable(reading);
  let sum = 0;
  for (const [t, table] of reading.tables.entries()) {
    for (const [d, declaration] of table.declarations.entries()) {
      for (const amount of Object.values(declaration.funding ?? {})) sum += Math.abs(fenOf(amount) ?? 0);
      if (sum <= largestSum) continue;
      return refuseAmounts(declaration.project.title, reading.places[`tables/${t}/declarations/${d}`]?.line);
    }
  }
  return undefined;
}

const refuseAmounts = (project: string, line: number | undefined): Refusal<ImportRefusal> => ({
  code: "amounts-too-large",
  message: {
    zh: `${line === undefined ? "" : `第 ${line} 行：`}加到项目“${project}”，各项金额之和已超过十万亿元，不可能属实。`,
    en: `${line === undefined ? "" : `Line ${line}: `}up to the project “${project}” the amounts add up to more than ten trillion yuan, which cannot be true.`,
  },
  hint: {
    zh: "请核对金额与金额单位（元、万元），更正后重新导入。",
    en: "Check the amounts and their unit (yuan or ten thousand yuan), correct the file and import it again.",
  },
  ...(line === undefined ? {} : { line }),
});

/** What the layouts need is told: a recipe may name all columns and still not say where the indicators stand. */
function refuseRecipe(recipe: ColumnRecipe, reading: Reading): Refusal<ImportRefusal> {
  if (reading.notes.some(({ code }) => code === "encoding-unknown")) return refuseWithoutTable(reading);
  return {
    code: "recipe-fits-not",
    message: {
      zh: `按列对照表“${recipe.name}”没有读出绩效目标表。`,
      en: `With the column recipe “${recipe.name}” no target table was read.`,
    },
    hint: {
      zh: "请核对表头文字；至少要有“项目名称”，以及“绩效指标”（一格写多项），或“三级指标”再加指标值、上级指标、权重之一（一行一项）。",
      en: "Check the words of the heads; there must be 项目名称, and 绩效指标 (several in one cell), or 三级指标 with a value, a level above or a weight (one per row).",
    },
  };
}

function refuseWithoutTable(reading: Reading): Refusal<ImportRefusal> {
  const note = reading.notes.find(({ code }) => code === "encoding-unknown" || code === "no-known-layout");
  // The reader says why whenever it gives no table: see readSource.
  if (!note) throw new Error("a reading without a table does not say why");
  const zh = noteInWords(note, "zh");
  const en = noteInWords(note, "en");
  return {
    code: note.code === "encoding-unknown" ? "encoding-unknown" : "no-known-layout",
    message: { zh: zh.message, en: en.message },
    hint: { zh: zh.advice, en: en.advice },
    line: note.at.line,
  };
}
