import type { DeclareCommand } from "../cli.ts";
import { addFilters } from "../filter-options.ts";
import { addFormats, chosenFormat } from "../format-option.ts";
import { withExamples } from "../help-words.ts";
import { argument, countValue } from "../option-values.ts";
import { searchFormats } from "../output-formats.ts";
import { withKept } from "../store-location.ts";
import { addStore } from "../store-option.ts";

/** `jiheng search` — 检索项目和指标. */
export const declareSearch: DeclareCommand = (program, cli) => {
  const { language, words } = cli;
  const command = program
    .command("search")
    .description(words({ zh: "检索已入库的项目和指标", en: "search projects and indicators that are kept" }))
    .argument("<words>", words({ zh: "要找的词；空格隔开的须同时出现", en: "words; all of them must be there" }));
  addFilters(addStore(addFormats(command, cli, searchFormats), cli), cli)
    .option("--limit <n>", words({ zh: "最多显示", en: "at most" }), argument(countValue, language), 20)
    .action(async (query: string, { store: asked, limit, ...options }) => {
      const format = chosenFormat(options, searchFormats);
      const [{ searchKept }, { resolveFilter }] = await Promise.all([
        import("../acts/search-kept.ts"),
        import("../acts/resolve-filter.ts"),
      ]);
      await withKept(cli.settings({ store: asked }).store.value, async (store) =>
        searchKept(cli.terminal(), store, query, await resolveFilter(store, options), { format, limit }),
      );
    });
  withExamples(command, language, [
    "jiheng search 满意",
    "jiheng search 补贴 --year 2025 --department 民政",
    "jiheng search 覆盖率 --dimension 产出指标 --kind quantity --json",
  ]);
};
