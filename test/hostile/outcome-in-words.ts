import type { Reading } from "../../src/domain/reading.ts";
import type { HostileFile, Outcome } from "./hostile-file.ts";

/** An outcome as the table says it. */
export function outcomeInWords(outcome: Outcome): string {
  switch (outcome.kind) {
    case "read":
      return [`${outcome.projects} projects`, ...outcome.notes.toSorted()].join(", ");
    case "refused":
      return `refused: ${outcome.code}`;
    case "files":
      return `${outcome.files} files, ${outcome.skipped} held back`;
  }
}

/** What became of a file, told as its outcome is, with only the notes that were expected. */
export function becameInWords(reading: Reading, expected: Outcome): string {
  const projects = reading.tables.reduce((sum, { declarations }) => sum + declarations.length, 0);
  const said = new Set(reading.notes.map(({ code }) => code));
  const { notes, without } = expected.kind === "read" ? expected : { notes: [...said], without: [] };
  const found = outcomeInWords({ kind: "read", projects, notes: notes.filter((code) => said.has(code)), without });
  const leaked = without.filter((words) => reading.text.includes(words));
  return [found, ...leaked.map((words) => `says “${words}”`)].join(", ");
}

/** The table that a person reads: families, files, outcomes. */
export function outcomesTable(families: Readonly<Record<string, readonly HostileFile[]>>): string {
  const count = Object.values(families).flat().length;
  const parts = Object.entries(families).map(([family, list]) =>
    [
      `## ${family}`,
      "",
      "| file | outcome |",
      "|---|---|",
      ...list.map(({ name, outcome }) => `| ${name.replaceAll("|", "\\|")} | ${outcomeInWords(outcome)} |`),
    ].join("\n"),
  );
  return `# 恶意与损坏的文件 Hostile and damaged files

${count} 个由脚本生成的文件，每个都有应有的结果；\`hostile.test.ts\` 逐个在受限进程里读取并核对，本表由它检查。
${count} files made by scripts, each with the outcome it must have. \`hostile.test.ts\` reads each in the bounded process and holds this table to the files.
“2 projects, x” 表示读出 2 个项目并有读取说明 x；“refused: x” 表示以代码 x 拒绝；“1 files, 2 held back” 表示压缩包给出 1 个文件，2 个不予解开。

${parts.join("\n\n")}
`;
}
