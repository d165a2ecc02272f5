import { describe, expect, test } from "vitest";
import { exampleFiles } from "../example/example-files.ts";
import { readText } from "../read/read-source.ts";
import { runChecks } from "./run-checks.ts";

const files = exampleFiles().map((file) => {
  const reading = readText({ name: file.name, bytes: file.bytes });
  return { ...file, reading, report: runChecks(reading) };
});

/** Every planted defect that a rule must find, with the file it was planted in. */
const planted = files.flatMap((file) =>
  file.defects.flatMap((defect) => (defect.rules ?? []).map((rule) => ({ file, rule, defect, zh: defect.what.zh }))),
);

describe("the invented district", () => {
  test.for(planted)("$file.name: $rule finds “$zh”", ({ file, rule, defect }) => {
    const titles = file.report.findings
      .filter((finding) => finding.rule === rule)
      .map(({ subject, facts }) => {
        const at = /^tables\/0\/declarations\/(\d+)/.exec(subject);
        const title = at ? (file.reading.tables[0]?.declarations[Number(at[1])]?.project.title ?? "") : "";
        return `${title} ${Object.values(facts).join(" ")}`;
      });
    expect(titles.length).toBeGreaterThan(0);
    // A sum speaks of its row; everything else names the project.
    if (!rule.startsWith("M0") && rule !== "T04") expect(titles.join("\n")).toContain(folded(defect.project, titles));
  });

  test.for(files)("$name: no check breaks, and little is said that was not planted", ({ report, defects }) => {
    expect(report.ourErrors).toEqual([]);
    // C04 speaks once per table in any case; a planted defect may be seen by a second rule.
    expect(report.findings.length).toBeLessThanOrEqual(1 + 2 * defects.length);
  });
});

/** Titles are read with the width of their brackets folded where a narrow column wraps them. */
function folded(title: string, among: readonly string[]): string {
  const narrow = title.replaceAll("（", "(").replaceAll("）", ")");
  return among.some((one) => one.includes(narrow)) ? narrow : title;
}
