import { readFileSync } from "node:fs";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { aspectOfCode } from "../domain/taxonomy.ts";
import type { ProjectFilter, Store } from "../store/store.ts";
import { checkFormats } from "./commands/check.ts";
import { exportFormats } from "./commands/export.ts";
import { readFormats } from "./commands/read.ts";
import { exitCodes } from "./exit-codes.ts";
import { realTerminal } from "./real-terminal.ts";
import { defaultStore, storeAt } from "./store-location.ts";
import { CommandRefusal, languageOf, type Terminal } from "./terminal.ts";

const version: string = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;

interface GlobalOptions {
  readonly lang?: string;
  readonly quiet?: boolean;
  readonly store?: string;
}

const program = new Command("jiheng")
  .description(
    "绩衡：读取、审核、检索已公开的绩效目标表 · reads, checks and searches published performance-target tables",
  )
  .version(version)
  .option("--lang <zh|en>", "提示语言 · language of messages")
  .option("--quiet", "不显示提示和进度 · no messages, no progress")
  .addHelpText(
    "before",
    `示例 · Examples:
  jiheng read 绩效目标表.txt --format csv > 指标.csv
  jiheng check 绩效目标表.txt
  jiheng import *.txt --region 990101
  jiheng search 满意
  jiheng serve --example
`,
  )
  .exitOverride();

const terminalOf = (): Terminal => {
  const { lang, quiet } = program.opts<GlobalOptions>();
  return realTerminal(languageOf(lang, process.env), { quiet: quiet === true });
};
const storeOption = () =>
  new Option(
    "--store <path|postgres://…>",
    `数据位置 · where data is kept (default: ${defaultStore}, env JIHENG_STORE)`,
  );
const yearOption = () => new Option("--year <year>", "预算年度 · budget year").argParser(yearNumber);

program
  .command("read")
  .description("读取文件，输出数据 · read files, print their data (“-” is standard input)")
  .argument("<file...>")
  .addOption(new Option("--format <format>").choices(readFormats).default("json"))
  .option("--places", "同时输出每个值的出处（JSON） · with the place of every value (JSON)", false)
  .addOption(yearOption())
  .action(async (files: string[], options) => {
    const { readCommand } = await import("./commands/read.ts");
    await readCommand(terminalOf(), files, options);
  });

program
  .command("check")
  .description("审核文件 · check files against the rules; ends with 3 where errors were found")
  .argument("<file...>")
  .addOption(new Option("--format <format>").choices(checkFormats).default("text"))
  .action(async (files: string[], options) => {
    const { checkCommand } = await import("./commands/check.ts");
    await checkCommand(terminalOf(), files, options);
  });

program
  .command("import")
  .description("文件入库 · read, check and keep files")
  .argument("<file...>")
  .addOption(storeOption())
  .option("--region <code>", "行政区划代码（6 位） · administrative code", regionNumber)
  .addOption(yearOption())
  .option("--source-url <url>", "原文网址 · where it was published")
  .action(async (files: string[], { store: location, ...options }) => {
    const { importCommand } = await import("./commands/import.ts");
    await withStore(location, (store) => importCommand(terminalOf(), store, files, options));
  });

program
  .command("search")
  .description("检索项目和指标 · search projects and indicators")
  .argument("<words>")
  .addOption(storeOption())
  .addOption(new Option("--format <format>").choices(["text", "json"]).default("text"))
  .option("--limit <n>", "最多显示 · at most", countNumber, 20)
  .action(async (words: string, { store: location, ...options }) => {
    const { searchCommand } = await import("./commands/search.ts");
    await withStore(location, (store) => searchCommand(terminalOf(), store, words, options));
  });

program
  .command("export")
  .description("导出已入库的数据 · print what is kept")
  .addOption(storeOption())
  .addOption(new Option("--format <format>").choices(exportFormats).default("csv"))
  .addOption(new Option("--year <year...>", "预算年度 · budget years").argParser(collected(yearNumber)))
  .addOption(new Option("--region <code...>", "行政区划代码 · administrative codes").argParser(collected(regionNumber)))
  .addOption(new Option("--aspect <code...>", "二级指标代码 · level-2 codes").argParser(collected(aspectCode)))
  .option("--text <words>", "包含文字 · holding these words")
  .action(async ({ store: location, format, ...options }) => {
    const { exportCommand } = await import("./commands/export.ts");
    await withStore(location, (store) => exportCommand(terminalOf(), store, filterOf(options), format));
  });

program
  .command("example")
  .description("生成虚构示例区的文件 · write the files of the invented example district")
  .argument("[folder]", "", "out/example")
  .action(async (folder: string) => {
    const { exampleCommand } = await import("./commands/example.ts");
    await exampleCommand(terminalOf(), folder);
  });

program
  .command("schema")
  .description("输出 read 结果的 JSON Schema · print the JSON Schema of what read gives")
  .action(async () => {
    const { schemaCommand } = await import("./commands/schema.ts");
    schemaCommand(terminalOf());
  });

program
  .command("serve")
  .description("启动门户 · serve the portal")
  .addOption(storeOption())
  .option("--host <host>", "监听地址 · address to listen on", "127.0.0.1")
  .option("--port <port>", "端口；默认 8090，被占用时自动换 · port; 8090 or the next free one", portNumber)
  .option("--example", "载入虚构的示例区 · with the invented example district", false)
  .option(
    "--allow-upload",
    "允许访问者上传文件（本机访问时默认允许） · take files from visitors (default on this machine only)",
  )
  .action(async ({ store: location, port, allowUpload, host, example }) => {
    const { serveCommand } = await import("./commands/serve.ts");
    const loopback = host === "localhost" || host === "::1" || /^127\./.test(host);
    await serveCommand(terminalOf(), await storeAt(location), {
      host,
      port: port ?? 8090,
      portAsked: port !== undefined,
      example,
      allowUpload: allowUpload ?? loopback,
      version,
    });
  });

async function withStore(location: string | undefined, act: (store: Store) => Promise<void>): Promise<void> {
  const store = await storeAt(location);
  try {
    await act(store);
  } finally {
    await store.close();
  }
}

function filterOf(options: {
  readonly year?: readonly number[];
  readonly region?: readonly number[];
  readonly aspect?: ProjectFilter["aspects"];
  readonly text?: string;
}): ProjectFilter {
  return {
    ...(options.year ? { years: options.year } : {}),
    ...(options.region ? { regions: options.region } : {}),
    ...(options.aspect ? { aspects: options.aspect } : {}),
    ...(options.text === undefined ? {} : { text: options.text }),
  };
}

function yearNumber(text: string): number {
  if (!/^(?:19|20)\d\d$/.test(text)) throw new InvalidArgumentError("年度应为 4 位数字，如 2025 · a year such as 2025");
  return Number(text);
}

function regionNumber(text: string): number {
  if (!/^\d{6}$/.test(text)) throw new InvalidArgumentError("行政区划代码应为 6 位数字 · six digits");
  return Number(text);
}

function countNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError("应为 1 到 9999 · from 1 to 9999");
  return Number(text);
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError("端口应为 0 到 65535 · from 0 to 65535");
  return Number(text);
}

function aspectCode(text: string): string {
  const entry = aspectOfCode(text);
  if (!entry) throw new InvalidArgumentError("二级指标代码如 11、22、31 · a level-2 code such as 11");
  return entry.code;
}

/** An option that may be given several times. */
function collected<T>(read: (text: string) => T): (text: string, before: readonly T[] | undefined) => readonly T[] {
  return (text, before) => [...(before ?? []), read(text)];
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommandRefusal) {
    terminalOf().say(error.words);
    process.exitCode = error.code;
  } else if (error instanceof CommanderError)
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  else throw error;
}
