import type { Finding } from "../domain/finding.ts";
import type { Bilingual, Language } from "../domain/result.ts";
import type { Check } from "./check.ts";
import { checks } from "./checks/index.ts";
import { factReader } from "./fact-reader.ts";
import { withWhere } from "./where-facts.ts";

/** A finding as people read it — 审核发现的文字. */
interface FindingInWords {
  readonly title: string;
  /** What was found and where. */
  readonly message: string;
  /** What to do. */
  readonly advice: string;
  readonly basis: string;
}

const checkOf: ReadonlyMap<string, Check> = new Map(checks.map((check) => [check.id, check]));

/**
 * Puts a finding into words — 审核发现转为文字. A finding of a rule that no longer exists still says what it quotes. `where`
 * is how a person says its place; else its line.
 */
export function findingInWords(finding: Finding, language: Language, where?: Bilingual): FindingInWords {
  const check = checkOf.get(finding.rule);
  if (!check) return wordsOfUnknownRule(finding, language);
  const fact = factReader(withWhere(finding.facts, where));
  return {
    title: check.title[language],
    message: check.says(fact)[language],
    advice: check.advice(fact)[language],
    basis: check.basis[language],
  };
}

function wordsOfUnknownRule({ rule, version, quoted }: Finding, language: Language): FindingInWords {
  const zh = language === "zh";
  return {
    title: zh ? `规则 ${rule}` : `Rule ${rule}`,
    message: zh ? `涉及文字：“${quoted}”。` : `It is about the words “${quoted}”.`,
    advice: zh
      ? `该发现由规则 ${rule} 第 ${version} 版作出，现行规则中已没有这一条。请重新审核。`
      : `This was said by version ${version} of rule ${rule}, which is no longer in force. Check again.`,
    basis: zh ? "规则已停用" : "The rule is no longer in force",
  };
}
