import { Argument } from "commander";
import type { DeclareCommand } from "../cli.ts";
import { withExamples } from "../help-words.ts";
import { type Shell, shells } from "../output-formats.ts";

/** `jiheng completion` — 输出命令补全脚本. */
export const declareCompletion: DeclareCommand = (program, cli) => {
  const { language, words } = cli;
  const command = program
    .command("completion")
    .description(words({ zh: "输出命令补全脚本", en: "print the completion script of a shell" }))
    .addArgument(new Argument("<shell>", words({ zh: "哪种 shell", en: "of which shell" })).choices(shells))
    .action(async (shell: Shell) => {
      const { printCompletion } = await import("../acts/print-completion.ts");
      await printCompletion(cli.terminal(), program, shell);
    });
  withExamples(command, language, [
    'eval "$(jiheng completion bash)"',
    "jiheng completion fish > ~/.config/fish/completions/jiheng.fish",
    "jiheng completion powershell | Out-String | Invoke-Expression",
  ]);
};
