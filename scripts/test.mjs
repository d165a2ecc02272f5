// `npm test`: form, types, tests; one line with the count at the end, whatever happens on the way.
import { mkdtempSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installedState } from "./installed.mjs";
import { chosenNode, noNodeAdvice, root, run } from "./pinned-node.mjs";

const longestMinutes = 13;
const begun = performance.now();
const node = chosenNode();
const folder = mkdtempSync(join(tmpdir(), "jiheng-test-"));
const countFile = join(folder, "counts.json");
let { passed, failed, skipped } = { passed: 0, failed: 0, skipped: 0 };

if (node === undefined) {
  console.error(noNodeAdvice);
  failed += 1;
} else if (!installedState(root).withDevelopment) {
  console.error("测试所需的软件包尚未安装，请执行 npm cit · what the tests need is not installed: run npm cit");
  failed += 1;
} else {
  await step(node, "form 格式", ["node_modules/@biomejs/biome/bin/biome", "check", "."]);
  await step(node, "types 类型", ["node_modules/typescript/bin/tsc", "--noEmit"]);
  await tests(node);
}
rmSync(folder, { recursive: true, force: true });
const took = `${((performance.now() - begun) / 1000).toFixed(1)} s`;
const skippedToo = skipped > 0 ? `, ${skipped} skipped` : "";
writeSync(1, `\n${took}\n${passed} passed, ${failed} failed${skippedToo}\n`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * @param {string} node
 * @param {string} name
 * @param {readonly string[]} args
 */
async function step(node, name, args) {
  console.log(`— ${name}`);
  const code = await run(node, args, { cwd: root });
  if (code === 0) return;
  failed += 1;
  console.log(`— ${name}: 未通过，退出码 ${code} · failed with exit code ${code}`);
}

/** @param {string} node */
async function tests(node) {
  console.log("— tests 测试");
  const reporters = ["--reporter=default", "--reporter=./scripts/count-reporter.mjs"];
  const args = ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...process.argv.slice(2)];
  const code = await run(node, args, {
    cwd: root,
    env: { ...process.env, JIHENG_COUNT_FILE: countFile },
    longestMs: longestMinutes * 60_000,
  });
  const counts = readCounts();
  passed += counts.passed;
  skipped += counts.skipped;
  // A run that ended badly although no test failed (a crash, an error outside the tests, no test found) is a failure too.
  failed += code !== 0 && counts.failed === 0 ? 1 : counts.failed;
  if (performance.now() - begun > longestMinutes * 60_000)
    console.log(`测试超过 ${longestMinutes} 分钟，已中止 · stopped after ${longestMinutes} minutes`);
}

/** @returns {{ passed: number; failed: number; skipped: number }} */
function readCounts() {
  try {
    return JSON.parse(readFileSync(countFile, "utf8"));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }; // the runner ended before its first file: that is a failure
  }
}
