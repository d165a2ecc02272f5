import { type Command, type CommanderError, Help } from "commander";
import type { Bilingual, Language } from "../domain/result.ts";
import { displayWidth } from "./display-width.ts";

const titles: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Global Options:": "通用选项：",
  "Commands:": "命令：",
};

/** The fixed words of a help page, in the language of the person, in columns that fit Chinese — 帮助页用语. */
export function helpIn(language: Language): Partial<Help> {
  const plain = new Help();
  if (language === "en") return { displayWidth, showGlobalOptions: true };
  return {
    displayWidth,
    showGlobalOptions: true,
    styleTitle: (title) => titles[title] ?? title,
    commandUsage: (command) => inChinese(plain.commandUsage(command)),
    subcommandTerm: (command) => inChinese(plain.subcommandTerm(command)),
    optionDescription: (option) => inChinese(plain.optionDescription(option)),
    argumentDescription: (argument) => inChinese(plain.argumentDescription(argument)),
  };
}

const inChinese = (text: string): string =>
  text
    .replace("[options]", "[选项]")
    .replace("[command]", "[命令]")
    .replace(/ \((choices|default): ([^()]*)\)$/, (_all, what: string, rest: string) => {
      const words = rest.replace(", default: ", "；默认 ").replaceAll(", ", "、").replaceAll('"', "");
      return what === "choices" ? `（可选 ${words}）` : `（默认 ${words}）`;
    });

/** Adds the examples of a command above everything else of its help — 示例在前. */
export function withExamples(command: Command, language: Language, examples: readonly string[]): Command {
  const lines = examples.map((line) => `  ${line}\n`).join("");
  return command.addHelpText("before", `${language === "zh" ? "示例：" : "Examples:"}\n${lines}`);
}

/** What was wrong with the command line, in both languages — 用法错误. */
export function usageInWords({ code, message }: CommanderError): Bilingual {
  const said = message.replace(/^error: /, "");
  return { zh: `${chinese(code, said)}\n用 jiheng --help 查看用法。`, en: `${said}\nSee jiheng --help.` };
}

function chinese(code: string, said: string): string {
  const [name = "", value = ""] = [...said.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? "");
  const near = /\(Did you mean (?:one of )?([^?]*)\?\)/.exec(said)?.[1];
  const hint = near === undefined ? "" : `你要的是 ${near} 吗？`;
  switch (code) {
    case "commander.unknownOption":
      return `没有 ${name} 这个选项。${hint}`;
    case "commander.unknownCommand":
      return `没有 ${name} 这个命令。${hint}`;
    case "commander.missingArgument":
      return `缺少参数：${name}。`;
    case "commander.optionMissingArgument":
      return `选项 ${name} 后面缺少值。`;
    case "commander.excessArguments":
      return "参数太多。";
    case "commander.conflictingOption":
      return `${name} 与 ${value} 不能同时使用。`;
    case "commander.invalidArgument":
      return `${name.replace(/ <.*/, "")} 的值“${value}”不对：${reason(said)}`;
    default:
      return said;
  }
}

/** The words after `is invalid.`: ours, or the list of what is allowed. */
function reason(said: string): string {
  const at = said.indexOf("is invalid.");
  const words = at < 0 ? "" : said.slice(at + "is invalid.".length).trim();
  return words.replace(/^Allowed choices are (.*)\.$/, "可选 $1。").replace(/(?<!。)$/, "。");
}
