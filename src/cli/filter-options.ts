import { type Command, Option } from "commander";
import type { Severity } from "../domain/finding.ts";
import type { TargetValueKind } from "../domain/target-value.ts";
import type { AspectCode, Dimension } from "../domain/taxonomy.ts";
import type { Cli } from "./cli.ts";
import {
  aspectValue,
  collected,
  dimensionValue,
  kindValue,
  regionValue,
  ruleValue,
  severityValue,
  wordsValue,
  yearValue,
} from "./option-values.ts";

/** What a list of projects was narrowed by on the command line — 筛选选项. Names of departments and units as they were typed. */
export interface FilterOptions {
  readonly year?: readonly number[];
  readonly region?: readonly number[];
  readonly department?: readonly string[];
  readonly unit?: readonly string[];
  readonly dimension?: readonly Dimension[];
  readonly aspect?: readonly AspectCode[];
  readonly kind?: readonly TargetValueKind[];
  readonly rule?: readonly string[];
  readonly severity?: readonly Severity[];
}

/** The same filters as on the pages, each of which may be given several times — 筛选. */
export function addFilters(command: Command, { language, words }: Cli): Command {
  const add = <T>(flags: string, zh: string, en: string, parser: (text: string, before: T | undefined) => T) =>
    command.addOption(new Option(flags, words({ zh, en })).argParser(parser));
  add("--year <year>", "预算年度", "budget year", collected(yearValue, language));
  add("--region <code>", "行政区划代码", "administrative code", collected(regionValue, language));
  add("--department <name>", "部门名称中的文字", "words of the department's name", collected(wordsValue, language));
  add("--unit <name>", "单位名称中的文字", "words of the unit's name", collected(wordsValue, language));
  add(
    "--dimension <class>",
    "有这一级指标，如 产出指标",
    "has this level-1 class: output …",
    collected(dimensionValue, language),
  );
  add("--aspect <code>", "有这二级指标，如 11", "has this level-2 class, such as 11", collected(aspectValue, language));
  add(
    "--kind <kind>",
    "年度指标值的类型，如 quantity",
    "kind of annual target, such as quantity",
    collected(kindValue, language),
  );
  add(
    "--rule <id>",
    "有这条规则的审核发现，如 M02",
    "has a finding of this rule, such as M02",
    collected(ruleValue, language),
  );
  add(
    "--severity <level>",
    "有这一级的审核发现：error、warning、info",
    "has a finding: error, warning, info",
    collected(severityValue, language),
  );
  return command;
}
