import type { DeclareCommand } from "../cli.ts";
import { withExamples } from "../help-words.ts";

/** `jiheng example` — 生成虚构示例区的文件. */
export const declareExample: DeclareCommand = (program, cli) => {
  const { language, words } = cli;
  const command = program
    .command("example")
    .description(words({ zh: "生成虚构示例区的文件", en: "write the files of the invented example district" }))
    .argument("[folder]", words({ zh: "写到哪个文件夹", en: "folder to write to" }), "out/example")
    .option("--dry-run", words({ zh: "只列出文件，不写", en: "list the files and write nothing" }))
    .action(async (folder: string, { dryRun = false }) => {
      const { writeExample } = await import("../acts/write-example.ts");
      await writeExample(cli.terminal(), folder, { dryRun });
    });
  withExamples(command, language, ["jiheng example", "jiheng example 示例 --dry-run"]);
};
