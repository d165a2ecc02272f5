import type { DeclareCommand } from "../cli.ts";
import { withExamples } from "../help-words.ts";
import { argument, regionValue, yearValue } from "../option-values.ts";
import { withQueue } from "../queue-location.ts";
import { addStore } from "../store-option.ts";

/** `jiheng enqueue` — 文件排队. */
export const declareEnqueue: DeclareCommand = (program, cli) => {
  const { language, words } = cli;
  const command = program
    .command("enqueue")
    .description(
      words({
        zh: "把文件放进 PostgreSQL 里的队列，由多台机器处理",
        en: "put files into a queue in PostgreSQL for several machines",
      }),
    )
    .argument("<file...>", words({ zh: "文件、文件夹；- 表示标准输入", en: "files, folders; - is standard input" }));
  addStore(command, cli)
    .option(
      "--region <code>",
      words({ zh: "行政区划代码（6 位）", en: "administrative code (six digits)" }),
      argument(regionValue, language),
    )
    .option("--year <year>", words({ zh: "预算年度", en: "budget year" }), argument(yearValue, language))
    .option("--source-url <url>", words({ zh: "原文网址", en: "where it was published" }))
    .action(async (files: string[], { store: asked, region: askedRegion, ...options }) => {
      const { store: at, region } = cli.settings({ store: asked, region: askedRegion });
      const { enqueueFiles } = await import("../acts/enqueue-files.ts");
      const wanted = { ...options, ...(region.value === undefined ? {} : { region: region.value }) };
      await withQueue(at.value, (queue) => enqueueFiles(cli.terminal(), queue, files, wanted));
    });
  withExamples(command, language, ["jiheng enqueue 2025年 --region 990101 --store postgres://jiheng@localhost/jiheng"]);
};
