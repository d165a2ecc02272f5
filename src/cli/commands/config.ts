import type { DeclareCommand } from "../cli.ts";
import { addFormats, chosenFormat } from "../format-option.ts";
import { withExamples } from "../help-words.ts";
import { configFormats } from "../output-formats.ts";

/** `jiheng config` — 显示设置和来源. */
export const declareConfig: DeclareCommand = (program, cli) => {
  const { language, words } = cli;
  const command = program
    .command("config")
    .description(words({ zh: "显示各项设置的值和来源", en: "show the settings and where each came from" }));
  addFormats(command, cli, configFormats).action(async (options) => {
    const format = chosenFormat(options, configFormats);
    const settings = cli.settings({});
    const { settingsInWords, shownSettings } = await import("../acts/show-settings.ts");
    const terminal = cli.terminal();
    if (format === "json") await terminal.write(`${JSON.stringify(shownSettings(settings), null, 1)}\n`);
    else for (const line of settingsInWords(settings, language)) await terminal.write(`${line}\n`);
  });
  withExamples(command, language, ["jiheng config", "jiheng --config 设置.json config --json"]);
};
