import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

/** Tables labelled by hand, with their scorers; not part of the project, so elsewhere these tests are skipped. */
const labels = new URL("../../shared/labels/", import.meta.url);
const published = new URL("../../shared/published/", import.meta.url);
const there = existsSync(labels) && existsSync(published);
if (!there) console.warn("test/hand-labels.test.ts: ../shared/labels is not there, nothing is scored");

const pathOf = (name: string, base: URL): string => fileURLToPath(new URL(name, base));

function node(script: string, args: readonly string[], input = "") {
  return spawnSync(process.execPath, [script, ...args], { input, encoding: "utf8", maxBuffer: 1 << 28 });
}

/** What `jiheng read --format csv` prints of the published table that begins so. */
function csvOf(start: string): string {
  const file = readdirSync(published).find((one) => one.startsWith(start))!;
  const { stdout, stderr } = node("scripts/jiheng.mjs", ["read", pathOf(file, published), "--format", "csv"]);
  expect(stderr).toBe("");
  return stdout;
}

function scored(scorer: string, gold: string, actual: string, least: string): { ok: boolean; report: string } {
  const folder = mkdtempSync(join(tmpdir(), "labels-"));
  const file = join(folder, "actual.json");
  writeFileSync(file, actual);
  const { status, stdout } = node(pathOf(scorer, labels), [pathOf(gold, labels), file, "--fail-under", least]);
  rmSync(folder, { recursive: true });
  return { ok: status === 0, report: stdout };
}

describe.skipIf(!there)("hand labels, through the command line", () => {
  for (const name of ["000", "003"])
    test(`${name}: projects, amounts, goals, and every field of every indicator`, () => {
      const actual = node(pathOf("from-csv.mjs", labels), [], csvOf(name)).stdout;
      const { ok, report } = scored("score.mjs", `${name}.json`, actual, "1");
      expect(ok, report).toBe(true);
    });

  test("typed values: kind, comparator, number and unit of 97 in a hundred distinct texts", () => {
    const values = ["000", "001", "002", "003", "004"].flatMap((name) =>
      JSON.parse(node(pathOf("from-csv.mjs", labels), ["--values"], csvOf(name)).stdout),
    );
    const { ok, report } = scored("score-values.mjs", "values-sample.json", JSON.stringify(values), "0.96");
    expect(ok, report).toBe(true);
  });
});
