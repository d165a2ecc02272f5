import type { Finding, Severity } from "../domain/finding.ts";
import { checks } from "../rules/checks/index.ts";
import { findingInWords } from "../rules/in-words.ts";
import { type FindingsFile, lineOf } from "./findings.ts";

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** Findings as SARIF 2.1.0 — 静态分析结果交换格式: editors and code hosts show them at their line. */
export function sarifLog(files: readonly FindingsFile[]): object {
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "jiheng",
            rules: checks.map((check) => ({
              id: check.id,
              name: check.title.en,
              shortDescription: { text: check.title.zh },
              fullDescription: { text: check.looksAt.zh },
              defaultConfiguration: { level: levels[check.severity] },
              properties: { basis: check.basis.zh, version: check.version },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: files.flatMap((file) => file.report.findings.map((finding) => resultOf(file, finding))),
      },
    ],
  };
}

function resultOf({ path, reading }: FindingsFile, finding: Finding): object {
  const { message, advice } = findingInWords(finding, "zh");
  const span = finding.at[0]?.spans[0];
  return {
    ruleId: finding.rule,
    level: levels[finding.severity],
    message: { text: `${message}${advice}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: {
            uri: path
              .split("\\")
              .map((part) => part.split("/").map(encodeURIComponent).join("/"))
              .join("/"),
          },
          region: {
            startLine: lineOf(finding),
            ...(span
              ? {
                  charOffset: span.start,
                  charLength: span.end - span.start,
                  snippet: { text: reading.text.slice(span.start, span.end) },
                }
              : {}),
          },
        },
      },
    ],
    properties: { subject: finding.subject, expected: finding.expected, found: finding.found },
  };
}
