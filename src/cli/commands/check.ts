import { addBatch } from "../batch-options.ts";
import type { DeclareCommand } from "../cli.ts";
import { addFormats, chosenFormat } from "../format-option.ts";
import { withExamples } from "../help-words.ts";
import { checkFormats } from "../output-formats.ts";
import { addRecipe, chosenRecipe } from "../recipe-option.ts";
import { warmReader } from "../warm-reader.ts";

/** `jiheng check` — 审核文件. */
export const declareCheck: DeclareCommand = (program, cli) => {
  const { language, words } = cli;
  const command = program
    .command("check")
    .description(
      words({
        zh: "审核文件；查出错误时以 3 结束",
        en: "check files against the rules; ends with 3 where errors were found",
      }),
    )
    .argument("<file...>", words({ zh: "文件、文件夹；- 表示标准输入", en: "files, folders; - is standard input" }));
  addRecipe(addBatch(addFormats(command, cli, checkFormats), cli), cli).action(async (files: string[], asked) => {
    const { recipe, ...options } = asked;
    const told = await chosenRecipe(cli, recipe);
    const format = chosenFormat(options, checkFormats);
    await warmReader();
    const { checkFiles } = await import("../acts/check-files.ts");
    await checkFiles(cli.terminal(), files, { ...options, ...told, format });
  });
  withExamples(command, language, [
    "jiheng check 绩效目标表.txt",
    "jiheng check *.txt --json",
    "jiheng check *.txt --sarif > findings.sarif",
  ]);
};
