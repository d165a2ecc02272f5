import { addBatch } from "../batch-options.ts";
import type { DeclareCommand } from "../cli.ts";
import { addFormats, chosenFormat } from "../format-option.ts";
import { withExamples } from "../help-words.ts";
import { argument, regionValue, yearValue } from "../option-values.ts";
import { importFormats } from "../output-formats.ts";
import { addRecipe, chosenRecipe } from "../recipe-option.ts";
import { closing, mayExist, openOrMakeStore } from "../store-location.ts";
import { addStore } from "../store-option.ts";
import { warmReader } from "../warm-reader.ts";

/** `jiheng import` — 文件入库. */
export const declareImport: DeclareCommand = (program, cli) => {
  const { language, words } = cli;
  const command = program
    .command("import")
    .description(words({ zh: "读取、审核并入库", en: "read, check and keep files" }))
    .argument("<file...>", words({ zh: "文件、文件夹；- 表示标准输入", en: "files, folders; - is standard input" }));
  addStore(addRecipe(addBatch(addFormats(command, cli, importFormats), cli), cli), cli)
    .option(
      "--region <code>",
      words({ zh: "行政区划代码（6 位）", en: "administrative code (six digits)" }),
      argument(regionValue, language),
    )
    .option("--year <year>", words({ zh: "预算年度", en: "budget year" }), argument(yearValue, language))
    .option("--source-url <url>", words({ zh: "原文网址", en: "where it was published" }))
    .option("--dry-run", words({ zh: "只读取、审核、比对，不入库", en: "read, check and compare, and keep nothing" }))
    .action(async (files: string[], { store: asked, region: askedRegion, recipe, dryRun = false, ...options }) => {
      const format = chosenFormat(options, importFormats);
      const { store: at, region } = cli.settings({ store: asked, region: askedRegion });
      const told = await chosenRecipe(cli, recipe);
      await warmReader();
      const { importFiles } = await import("../acts/import-files.ts");
      const wanted = {
        ...options,
        ...told,
        dryRun,
        format,
        ...(region.value === undefined ? {} : { region: region.value }),
      };
      if (dryRun && !mayExist(at.value)) return importFiles(cli.terminal(), undefined, files, wanted);
      await closing(await openOrMakeStore(at.value), (store) => importFiles(cli.terminal(), store, files, wanted));
    });
  withExamples(command, language, [
    "jiheng import *.txt --region 990101",
    "jiheng import 更正后.txt --dry-run --text",
    "jiheng import 绩效目标表.txt --store postgres://jiheng@localhost/jiheng",
  ]);
};
