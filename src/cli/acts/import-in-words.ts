import type { Language } from "../../domain/result.ts";
import type { ImportLine } from "../../publish/import-schema.ts";

/** What became of a file, as a sentence — 入库结果的文字. */
export function importInWords(line: Exclude<ImportLine, { outcome: "refused" }>, language: Language): string {
  const findings =
    language === "zh"
      ? `审核发现 ${line.findings} 项，其中错误 ${line.errors} 项`
      : `${line.findings} findings, ${line.errors} of them errors`;
  return language === "zh"
    ? `${line.file}：${inChinese(line)}；${findings}。`
    : `${line.file}: ${inEnglish(line)}; ${findings}.`;
}

type Kept = Exclude<ImportLine, { outcome: "refused" }>;

function inChinese(line: Kept): string {
  const would = line.dryRun ? "会" : "已";
  switch (line.outcome) {
    case "already-here":
      return "同一文件已在库中";
    case "new":
      return `${would}入库，${line.projects} 个项目，${line.indicators} 项指标`;
    case "new-version":
      return `${would}作为第 ${line.version} 版入库，${line.projects} 个项目，${line.indicators} 项指标，与上一版有 ${line.differences} 处不同`;
  }
}

function inEnglish(line: Kept): string {
  const would = line.dryRun ? "would be kept" : "kept";
  switch (line.outcome) {
    case "already-here":
      return "the same file is here already";
    case "new":
      return `${would}, ${line.projects} projects, ${line.indicators} indicators`;
    case "new-version":
      return `${would} as version ${line.version}, ${line.projects} projects, ${line.indicators} indicators, ${line.differences} differences from the one before`;
  }
}
