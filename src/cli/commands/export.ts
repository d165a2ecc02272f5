import type { DeclareCommand } from "../cli.ts";
import { addFilters } from "../filter-options.ts";
import { addFormats, chosenFormat } from "../format-option.ts";
import { withExamples } from "../help-words.ts";
import { exportFormats } from "../output-formats.ts";
import { withKept } from "../store-location.ts";
import { addStore } from "../store-option.ts";

/** `jiheng export` — 导出已入库的数据. */
export const declareExport: DeclareCommand = (program, cli) => {
  const { language, words } = cli;
  const command = program.command("export").description(words({ zh: "导出已入库的数据", en: "print what is kept" }));
  addFilters(addStore(addFormats(command, cli, exportFormats), cli), cli)
    .option("--text <words>", words({ zh: "包含这些词", en: "holding these words" }))
    .action(async ({ store: asked, text, ...options }) => {
      const format = chosenFormat(options, exportFormats);
      const [{ exportKept }, { resolveFilter }] = await Promise.all([
        import("../acts/export-kept.ts"),
        import("../acts/resolve-filter.ts"),
      ]);
      await withKept(cli.settings({ store: asked }).store.value, async (store) => {
        const filter = { ...(await resolveFilter(store, options)), ...(text === undefined ? {} : { text }) };
        await exportKept(cli.terminal(), store, filter, format);
      });
    });
  withExamples(command, language, [
    "jiheng export --year 2025 > 指标.csv",
    "jiheng export --severity error --jsonl",
    "jiheng export --department 水务 --text 巡查 --json",
  ]);
};
