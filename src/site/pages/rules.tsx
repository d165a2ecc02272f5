import type { RuleView } from "../../api/contract/rule-view.ts";
import { page } from "../page.ts";
import { wholeNumber } from "../parts/amount.tsx";
import { explorerHref } from "../parts/facets.tsx";
import { SeverityTag } from "../parts/findings.tsx";
import { rulesWords } from "../words/rules.ts";
import { valueWords } from "../words/value.ts";

/** All rules, with what they look at and how many projects they speak of — 审核规则. */
export const rulesPage = page<readonly RuleView[]>({
  path: "/rules",
  section: "rules",
  load: ({ facts }) => facts.rules(),
  title: ({ language }) => rulesWords[language].title,
  View({ view, language }) {
    const words = rulesWords[language];
    const groupNames: Readonly<Record<string, string>> = words.groups;
    const groups = Map.groupBy(view, ({ id }) => (groupNames[id.charAt(0)] ? id.charAt(0) : "other"));
    return (
      <>
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <p className="aside">{words.severities}</p>
        {[...groups].map(([letter, rules]) => (
          <section key={letter}>
            <h2>
              {groupNames[letter]} <span className="n">{rules.length}</span>
            </h2>
            <ul className="rules">
              {rules.map((rule) => (
                <li key={rule.id} id={rule.id}>
                  <h3>
                    <code>{rule.id}</code> {rule.title[language]}{" "}
                    <SeverityTag severity={rule.severity} language={language} />
                  </h3>
                  <p>{rule.about[language]}</p>
                  <p className="where">
                    <span>
                      {words.basis}
                      {valueWords[language].colon}
                      {rule.basis[language]}
                    </span>
                    <span>{words.version(rule.version)}</span>
                    {rule.projects > 0 ? (
                      <a href={explorerHref({ rule: [rule.id] })}>
                        {words.projects} {wholeNumber(rule.projects)}
                      </a>
                    ) : rule.ofTables ? null : (
                      <span>{words.projects} 0</span>
                    )}
                    {rule.ofTables ? <a href="/documents">{words.ofTables}</a> : null}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    );
  },
});
