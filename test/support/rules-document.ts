import type { Severity } from "../../src/domain/finding.ts";
import type { Bilingual } from "../../src/domain/result.ts";
import type { Check } from "../../src/rules/check.ts";
import { checks } from "../../src/rules/checks/index.ts";
import { findingInWords } from "../../src/rules/in-words.ts";
import { runChecks } from "../../src/rules/run-checks.ts";
import { type RuleCases, readingOf } from "./a-rule-case.ts";

const groups: readonly { readonly letter: string; readonly name: Bilingual }[] = [
  { letter: "S", name: { zh: "版面与文字", en: "Layout and text" } },
  { letter: "M", name: { zh: "资金", en: "Money" } },
  { letter: "T", name: { zh: "指标分类", en: "Classes of indicators" } },
  { letter: "C", name: { zh: "完整性", en: "Completeness" } },
  { letter: "D", name: { zh: "公开", en: "Disclosure" } },
];

const severities: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "提醒", en: "warning" },
  info: { zh: "提示", en: "info" },
};

const scopes: Readonly<Record<Check["scope"], Bilingual>> = {
  reading: { zh: "整份文件", en: "file" },
  table: { zh: "整张表", en: "table" },
  row: { zh: "资金行", en: "row of money" },
  declaration: { zh: "项目", en: "project" },
  indicator: { zh: "指标", en: "indicator" },
};

const intro = `# 审核规则 · Rules

本文由 \`src/rules/checks/\` 中的规则和 \`fixtures/rules/\` 中的用例生成（\`node scripts/write-rules-doc.ts\`），测试保证二者一致；例子都是虚构的。
*Generated from the checks and their cases; a test keeps it true. All examples are invented.*

**严重程度 · Severity.** 错误：形式上不对；提醒：需要人判断；提示：供参考。*Error: wrong by form. Warning: wants a person's judgement. Info: good to know.*

**六种结论 · Six outcomes.** 通过、未通过、不适用、数据不足、读不出、程序出错。没有审到的不算通过。*Pass, fail, not applicable, insufficient data, could not read, our error. Not looked at is not passed.*

**归并 · Grouped.** 许多项目都缺的内容，每张表只提示一次并列出项目。*What many projects lack is said once per table, with the projects listed.*

**不公开项目 · Not disclosed.** 资金照常核对，内容免审，文字不引用。*Money is checked, content is not, and no words are quoted.*

规则里的数字和用语在 \`src/rules/packs/\`，各有起用日期、来源和把握程度。*Numbers and word lists stand in \`src/rules/packs/\`, each with its date, source and certainty.*
`;

/** docs/rules.md as it must be: every check with its basis, what it looks at, an example and what to do — 规则文档. */
export function rulesDocument(catalogue: readonly RuleCases[]): string {
  const sections = groups.map(({ letter, name }) => {
    const ofGroup = checks.filter(({ id }) => id.startsWith(letter));
    return [`## ${letter} · ${name.zh} · ${name.en}`, ...ofGroup.map((check) => section(check, catalogue))].join(
      "\n\n",
    );
  });
  return `${[intro.trimEnd(), ...sections].join("\n\n")}\n`;
}

function section(check: Check, catalogue: readonly RuleCases[]): string {
  const severity = severities[check.severity];
  const scope = scopes[check.scope];
  const isGrouped = check.scope === "declaration" && check.grouped === true;
  const example = exampleOf(check, catalogue);
  return [
    `### ${check.id} ${check.title.zh} · ${check.title.en}`,
    "",
    `- **${severity.zh}** · ${severity.en}；对象 · scope：${scope.zh} · ${scope.en}${isGrouped ? "，按表归并 · grouped by table" : ""}；版本 · version ${check.version}`,
    `- **依据**：${check.basis.zh}  \n  *${check.basis.en}*`,
    `- **审核内容**：${check.looksAt.zh}  \n  *${check.looksAt.en}*`,
    `- **例**（${example.why}）：${example.zh.message}  \n  *${example.en.message}*`,
    `- **处理**：${example.zh.advice}  \n  *${example.en.advice}*`,
  ].join("\n");
}

function exampleOf(check: Check, catalogue: readonly RuleCases[]) {
  const bad = catalogue.find(({ rule }) => rule === check.id)?.cases.find(({ outcome }) => outcome === "fail");
  const finding = bad && runChecks(readingOf(bad.table), [check]).findings[0];
  if (!bad || !finding) throw new Error(`fixtures/rules/${check.id}.json has no case that fails`);
  return { why: bad.why, zh: findingInWords(finding, "zh"), en: findingInWords(finding, "en") };
}
