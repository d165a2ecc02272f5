import type { DeclareCommand } from "../cli.ts";
import { withExamples } from "../help-words.ts";
import { argument, jobsValue } from "../option-values.ts";
import { withQueue } from "../queue-location.ts";
import { addStore } from "../store-option.ts";

/** `jiheng work` — 处理队列. */
export const declareWork: DeclareCommand = (program, cli) => {
  const { language, words } = cli;
  const command = program.command("work").description(
    words({
      zh: "从队列里取文件，读取、审核并入库，直到 Ctrl+C",
      en: "take files from the queue, read, check and keep them, until Ctrl+C",
    }),
  );
  addStore(command, cli)
    .option(
      "--jobs <n>",
      words({ zh: "同时处理几个文件（默认随处理器数）", en: "files at a time (default: as many as processors)" }),
      argument(jobsValue, language),
    )
    .option("--until-empty", words({ zh: "队列空了就结束", en: "end when nothing is left" }))
    .action(async ({ store: asked, untilEmpty = false, ...options }) => {
      const { store: at } = cli.settings({ store: asked });
      const { workOnQueue } = await import("../acts/work-on-queue.ts");
      await withQueue(at.value, (queue, store) =>
        workOnQueue(cli.terminal(), queue, store, { ...options, untilEmpty }),
      );
    });
  withExamples(command, language, ["jiheng work --jobs 2 --store postgres://jiheng@localhost/jiheng"]);
};
