import { writeFileSync } from "node:fs";

/** Counts tests as their files end, so that a run that is broken off has counted what it did — 测试计数. */
export default class CountReporter {
  counts = { passed: 0, failed: 0, skipped: 0 };

  /** @param {import("vitest/node").TestModule} module */
  onTestModuleEnd(module) {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      this.counts[state === "pending" ? "failed" : state] += 1; // pending although its file has ended
    }
    // Errors outside any test: the file did not load, or a hook around its tests threw.
    const troubles =
      module.errors().length + [...module.children.allSuites()].flatMap((suite) => suite.errors()).length;
    this.counts.failed += troubles;
    this.write();
  }

  /**
   * @param {readonly import("vitest/node").TestModule[]} _modules
   * @param {readonly unknown[]} errors
   */
  onTestRunEnd(_modules, errors) {
    this.counts.failed += errors.length;
    this.write();
  }

  write() {
    const file = process.env.JIHENG_COUNT_FILE;
    if (file !== undefined) writeFileSync(file, JSON.stringify(this.counts));
  }
}
