import type { Finding } from "../domain/finding.ts";
import { placeInBoth } from "../domain/place-in-words.ts";
import type { PrintedDocument } from "../domain/where-printed.ts";
import { findingInWords } from "../rules/in-words.ts";
import type { FindingView } from "./contract/reading-views.ts";
import { placeView } from "./row-views.ts";

/** A finding with its words in both languages — 审核发现. */
export function findingView(document: PrintedDocument, finding: Finding, project: FindingView["project"]): FindingView {
  const [place] = finding.at;
  const where = place && placeInBoth(document, place);
  const zh = findingInWords(finding, "zh", where);
  const en = findingInWords(finding, "en", where);
  return {
    rule: finding.rule,
    version: finding.version,
    severity: finding.severity,
    title: { zh: zh.title, en: en.title },
    message: { zh: zh.message, en: en.message },
    advice: { zh: zh.advice, en: en.advice },
    basis: { zh: zh.basis, en: en.basis },
    subject: finding.subject,
    at: finding.at.map((place) => placeView(document, place)),
    quoted: finding.quoted,
    expected: finding.expected ?? null,
    found: finding.found ?? null,
    project,
  };
}
