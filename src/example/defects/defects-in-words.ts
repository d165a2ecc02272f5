import type { PlantedDefect } from "../planted-defect.ts";

/** The planted defects as a Markdown table, to lie beside the files — 预埋缺陷清单. */
export function defectsInWords(defects: readonly PlantedDefect[]): string {
  const rows = defects.map(({ rules = [], notes = [], year, department, project, what }) => {
    const codes = [...rules, ...notes].join(" ") || "—";
    return `| ${codes} | ${year} ${department} | ${project || "—"} | ${what.zh} | ${what.en} |`;
  });
  return [
    "# 预埋缺陷 · Planted defects",
    "",
    "示例区的单位、项目、金额和指标均为虚构。下列缺陷是有意放入的。",
    "The example district is invented. These defects were put into it on purpose.",
    "",
    "| 规则、读取说明 · rule, note | 表 · table | 项目 · project | 预埋内容 | what was planted |",
    "|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
