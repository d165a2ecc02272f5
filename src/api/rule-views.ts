import { checks } from "../rules/checks/index.ts";
import type { FacetValue } from "../store/store.ts";
import type { BilingualView } from "./contract/basic-views.ts";
import type { RuleView } from "./contract/rule-view.ts";

/** All rules with the number of projects that have such a finding — 审核规则一览. */
export function ruleViews(counts: readonly FacetValue[]): RuleView[] {
  const projects = new Map(counts.map(({ value, projects }) => [value, projects]));
  return checks.map((check) => ({
    id: check.id,
    version: check.version,
    severity: check.severity,
    title: { ...check.title },
    about: { ...check.looksAt },
    basis: { ...check.basis },
    projects: projects.get(check.id) ?? 0,
    ofTables: speaksOfTables(check),
  }));
}

function speaksOfTables(check: (typeof checks)[number]): boolean {
  if (check.scope === "declaration") return check.grouped === true;
  return check.scope !== "indicator";
}

/** Title of a rule, for lists; the id itself where the rule is no longer in the list. */
export function ruleTitle(id: string): BilingualView {
  const check = checks.find((one) => one.id === id);
  return check ? { ...check.title } : { zh: id, en: id };
}
