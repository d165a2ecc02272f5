import { readFileSync } from "node:fs";
import { Command, Option } from "commander";
import type { Bilingual, Language } from "../domain/result.ts";
import { settingsInWords } from "./acts/show-settings.ts";
import type { Cli, DeclareCommand } from "./cli.ts";
import { helpIn, withExamples } from "./help-words.ts";
import { argument, languageValue } from "./option-values.ts";
import { realTerminal } from "./real-terminal.ts";
import { environmentSettings, fileSettings, languageOf, layeredSettings, type SomeSettings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

interface GlobalOptions {
  readonly lang?: Language;
  readonly config?: string;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
}

/** The command line, ready to be parsed — 命令行程序. Words are chosen before anything is parsed: help needs them. */
export function makeProgram(
  commands: readonly DeclareCommand[],
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): { readonly program: Command; readonly cli: Cli } {
  const language = earlyLanguage(args, environment);
  const words = (both: Bilingual): string => both[language];
  const version: string = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
  const program = new Command("jiheng")
    .description(
      words({
        zh: "绩衡：读取、审核、检索已公开的绩效目标表",
        en: "Jiheng reads, checks and searches published performance-target tables",
      }),
    )
    .version(version, "-V, --version", words({ zh: "显示版本", en: "print the version" }))
    .helpOption("-h, --help", words({ zh: "显示帮助", en: "show help" }))
    .helpCommand("help [command]", words({ zh: "显示某个命令的帮助", en: "show the help of a command" }))
    .option("--lang <zh|en>", words({ zh: "提示语言", en: "language of messages" }), argument(languageValue, language))
    .option(
      "--config <path>",
      words({
        zh: "配置文件（默认 jiheng.config.json，可以没有）",
        en: "configuration file (default jiheng.config.json)",
      }),
    )
    .addOption(
      new Option(
        "--quiet",
        words({ zh: "不显示进度和提示，只报错", en: "no progress, no notes; errors only" }),
      ).conflicts("verbose"),
    )
    .option(
      "--verbose",
      words({ zh: "多说：设置的来源、用时、意外失败的细节", en: "say more: settings, times, details" }),
    )
    .option("--no-color", words({ zh: "不用颜色（也可设 NO_COLOR）", en: "no colours (NO_COLOR does the same)" }))
    .configureHelp(helpIn(language))
    .configureOutput({ outputError() {} }) // main.ts says it, in the language of the person
    .exitOverride();
  withExamples(program, language, [
    "jiheng read 绩效目标表.txt --csv > 指标.csv",
    "jiheng check 绩效目标表.txt",
    "jiheng import *.txt --region 990101",
    "jiheng search 满意",
    "jiheng serve --example",
  ]);
  let terminal: Terminal | undefined;
  const cli: Cli = {
    language,
    version,
    words,
    terminal() {
      const { quiet = false, verbose = false, color } = program.opts<GlobalOptions>();
      terminal ??= realTerminal(language, { quiet, verbose, color });
      return terminal;
    },
    settings(flags) {
      const { config, lang } = program.opts<GlobalOptions>();
      const settings = layeredSettings(fileSettings(config), environmentSettings(environment), { lang, ...flags });
      const lines = (of: Language) => settingsInWords(settings, of).join("\n");
      cli.terminal().detail({ zh: lines("zh"), en: lines("en") });
      return settings;
    },
  };
  for (const declare of commands) declare(program, cli);
  // A mistake in the file or the environment is told by every command, not only by those that use what is wrong.
  program.hook("preAction", () => {
    fileSettings(program.opts<GlobalOptions>().config);
    environmentSettings(environment);
  });
  return { program, cli };
}

/** The language of everything that is said, as far as can be known before the arguments are parsed — 界面语言. */
function earlyLanguage(args: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const asked = knownLanguage(earlyOption(args, "--lang"));
  const kept = knownLanguage(environment.JIHENG_LANG);
  return languageOf(asked ?? kept ?? settingsOrNone(earlyOption(args, "--config")).lang, environment);
}

const knownLanguage = (text: string | undefined): Language | undefined =>
  text === "zh" || text === "en" ? text : undefined;

/** What is wrong with the file is told later, in the language that could be had without it. */
function settingsOrNone(config: string | undefined): SomeSettings {
  try {
    return fileSettings(config);
  } catch {
    return {};
  }
}

function earlyOption(args: readonly string[], flag: string): string | undefined {
  const end = args.indexOf("--");
  const before = end < 0 ? args : args.slice(0, end);
  const at = before.indexOf(flag);
  if (at >= 0) return before[at + 1];
  return before.find((one) => one.startsWith(`${flag}=`))?.slice(flag.length + 1);
}
