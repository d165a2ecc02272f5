import type { DeclareCommand } from "../cli.ts";
import { addFormats, chosenFormat } from "../format-option.ts";
import { withExamples } from "../help-words.ts";
import { checkFormats } from "../output-formats.ts";

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
    .argument("<file...>", words({ zh: "文件；- 表示标准输入", en: "files; - is standard input" }));
  addFormats(command, cli, checkFormats).action(async (files: string[], options) => {
    const format = chosenFormat(options, checkFormats);
    const { checkFiles } = await import("../acts/check-files.ts");
    await checkFiles(cli.terminal(), files, format);
  });
  withExamples(command, language, [
    "jiheng check 绩效目标表.txt",
    "jiheng check *.txt --json",
    "jiheng check *.txt --sarif > findings.sarif",
  ]);
};
