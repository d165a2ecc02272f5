import { Argument } from "commander";
import type { DeclareCommand } from "../cli.ts";
import { withExamples } from "../help-words.ts";
import { schemaNames } from "../output-formats.ts";

/** `jiheng schema` — 输出 JSON Schema. */
export const declareSchema: DeclareCommand = (program, cli) => {
  const { language, words } = cli;
  const command = program
    .command("schema")
    .description(
      words({ zh: "输出各命令 JSON 结果的 JSON Schema", en: "print the JSON Schema of what a command gives" }),
    )
    .addArgument(
      new Argument("[command]", words({ zh: "哪个命令的", en: "of which command" }))
        .choices(schemaNames)
        .default("read"),
    )
    .action(async (name) => {
      const { printSchema } = await import("../acts/print-schema.ts");
      await printSchema(cli.terminal(), name);
    });
  withExamples(command, language, ["jiheng schema > reading.schema.json", "jiheng schema check"]);
};
