import { addBatch } from "../batch-options.ts";
import type { DeclareCommand } from "../cli.ts";
import { addFormats, chosenFormat } from "../format-option.ts";
import { withExamples } from "../help-words.ts";
import { argument, yearValue } from "../option-values.ts";
import { readFormats } from "../output-formats.ts";
import { addRecipe, chosenRecipe } from "../recipe-option.ts";
import { warmReader } from "../warm-reader.ts";

/** `jiheng read` — 读取文件，输出数据. */
export const declareRead: DeclareCommand = (program, cli) => {
  const { language, words } = cli;
  const command = program
    .command("read")
    .description(words({ zh: "读取文件，输出数据", en: "read files and print their data" }))
    .argument("<file...>", words({ zh: "文件、文件夹；- 表示标准输入", en: "files, folders; - is standard input" }));
  addRecipe(addBatch(addFormats(command, cli, readFormats), cli), cli)
    .option(
      "--recipe-draft",
      words({
        zh: "版式不认识时：写出列对照表草稿，供修改后用 --recipe 给出（一次一份）",
        en: "where the layout is not known: write a draft of a column recipe, to be edited for --recipe (one file at a time)",
      }),
    )
    .option("--places", words({ zh: "同时输出每个值的出处（JSON）", en: "with the place of every value (JSON)" }))
    .option(
      "--picture <file>",
      words({
        zh: "画成一个网页文件：原件各页、看到的单元格、读出的值（一次一份）",
        en: "draw it as one web page: the original, the cells that were seen, the values (one file at a time)",
      }),
    )
    .option("--year <year>", words({ zh: "预算年度", en: "budget year" }), argument(yearValue, language))
    .action(async (files: string[], { places = false, picture, recipeDraft = false, recipe: asked, ...options }) => {
      if (recipeDraft) {
        const { draftRecipe } = await import("../acts/draft-recipe.ts");
        return draftRecipe(cli.terminal(), files);
      }
      const told = await chosenRecipe(cli, asked);
      if (picture !== undefined) {
        const { drawReading } = await import("../acts/draw-reading.ts");
        const { year } = options;
        return drawReading(cli.terminal(), files, { picture, ...told, ...(year === undefined ? {} : { year }) });
      }
      const format = chosenFormat(options, readFormats);
      await warmReader();
      const { readFiles } = await import("../acts/read-files.ts");
      await readFiles(cli.terminal(), files, { ...options, ...told, places, format });
    });
  withExamples(command, language, [
    "jiheng read 绩效目标表.txt --csv > 指标.csv",
    "jiheng read 绩效目标表.pdf --picture 读取图.html",
    "jiheng read 2025年 --jobs 4 --out 读取结果",
    "jiheng read 工作安排.xlsx --recipe-draft > 列对照.json",
    "jiheng read 工作安排.xlsx --recipe 列对照.json",
    "cat 绩效目标表.txt | jiheng read - --json | jq .conservation",
  ]);
};
