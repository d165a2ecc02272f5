import { describe, expect, test } from "vitest";
import { z } from "zod";
import { waterTable } from "../../test/support/run-jiheng.ts";
import { readText } from "../read/read-source.ts";
import { checks } from "../rules/checks/index.ts";
import { runChecks } from "../rules/run-checks.ts";
import type { FindingsFile } from "./findings.ts";
import { sarifLog } from "./sarif.ts";

const message = z.strictObject({ text: z.string().min(1) });
const level = z.enum(["none", "note", "warning", "error"]);
const relativeUri = z.string().regex(/^(?!\/|[A-Za-z]:)[\w\-.~%!'()*/]+$/);
const location = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({ uri: relativeUri }),
    region: z.strictObject({
      startLine: z.int().min(1),
      charOffset: z.int().min(0).optional(),
      charLength: z.int().min(0).optional(),
      snippet: message.optional(),
    }),
  }),
});
const rule = z.strictObject({
  id: z.string(),
  name: z.string().optional(),
  shortDescription: message,
  fullDescription: message.optional(),
  defaultConfiguration: z.strictObject({ level }),
  properties: z.record(z.string(), z.unknown()).optional(),
});

/** The members of SARIF 2.1.0 (OASIS, errata 01) that we use, as its schema has them; no other is written. */
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          language: z.string().regex(/^[a-z]{2}(?:-[A-Z]{2})?$/),
          rules: z.array(rule),
        }),
      }),
      columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
      artifacts: z.array(
        z.strictObject({
          location: z.strictObject({ uri: relativeUri }),
          length: z.int(),
          hashes: z.record(z.string(), z.string()),
        }),
      ),
      invocations: z.array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(
            z.strictObject({
              level,
              associatedRule: z.strictObject({ id: z.string() }),
              message,
              locations: z.array(location),
            }),
          ),
        }),
      ),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          level,
          message,
          locations: z.tuple([location]),
          relatedLocations: z.array(location).optional(),
          properties: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  ]),
});

function checked(path: string, text: string): FindingsFile {
  const reading = readText({ name: path, bytes: new TextEncoder().encode(text) });
  return { path, reading, report: runChecks(reading) };
}
const logOf = (files: readonly FindingsFile[], language: "zh" | "en" = "zh") =>
  sarif.parse(JSON.parse(JSON.stringify(sarifLog(files, language)))).runs[0];

describe("findings as SARIF", () => {
  test("have a rule for every result, and the words of the file under every range", () => {
    const file = checked("表 格/水务局.txt", waterTable);
    const { tool, results, artifacts } = logOf([file]);
    const rules = new Set(tool.driver.rules.map(({ id }) => id));
    expect(results).toHaveLength(file.report.findings.length);
    for (const { ruleId, locations } of results) {
      expect(rules).toContain(ruleId);
      const { region } = locations[0].physicalLocation;
      if (region.charOffset === undefined) continue;
      const end = region.charOffset + (region.charLength ?? 0);
      expect(region.snippet?.text).toBe(file.reading.text.slice(region.charOffset, end));
    }
    expect(artifacts[0]?.hashes["sha-256"]).toBe(file.reading.source.sha256);
    expect(artifacts[0]?.location.uri).toBe("%E8%A1%A8%20%E6%A0%BC/%E6%B0%B4%E5%8A%A1%E5%B1%80.txt");
  });

  test("a path of Windows is a URI too", () => {
    expect(logOf([checked("tables\\a.txt", waterTable)]).artifacts[0]?.location.uri).toBe("tables/a.txt");
  });

  test("a file without a table is an error, not an empty list", () => {
    const { results, tool } = logOf([checked("通知.txt", "关于开会的通知")]);
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([["no-known-layout", "error"]]);
    expect(tool.driver.rules.at(-1)?.id).toBe("no-known-layout");
  });

  test("a check of ours that broke is told as such", () => {
    const file = checked("水务局.txt", waterTable);
    const error = { rule: "M01", version: "1", subject: "", line: undefined, message: "broken" };
    const { invocations } = logOf([{ ...file, report: { ...file.report, ourErrors: [error] } }]);
    expect(invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ associatedRule: { id: "M01" }, message: { text: "broken" } }],
    });
  });

  test("speak the language that was asked for, and name all checks", () => {
    const { tool, results } = logOf([checked("水务局.txt", waterTable)], "en");
    expect(tool.driver.language).toBe("en");
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(checks.map(({ id }) => id));
    expect(results.every(({ message: { text } }) => /[a-z]{3}/.test(text))).toBe(true);
  });
});
