import type { DeclareCommand } from "../cli.ts";
import { addFormats, chosenFormat } from "../format-option.ts";
import { withExamples } from "../help-words.ts";
import { queueFormats } from "../output-formats.ts";
import { withQueue } from "../queue-location.ts";
import { addStore } from "../store-option.ts";

/** `jiheng queue` — 队列状态. */
export const declareQueue: DeclareCommand = (program, cli) => {
  const { language, words } = cli;
  const command = program.command("queue").description(
    words({
      zh: "显示队列：等待、进行中、已入库、被拒绝及原因",
      en: "show the queue: waiting, under way, kept, refused and why",
    }),
  );
  addStore(addFormats(command, cli, queueFormats), cli)
    .option("--retry", words({ zh: "让被拒绝的文件重新排队", en: "let the refused wait again" }))
    .action(async ({ store: asked, retry = false, ...options }) => {
      const format = chosenFormat(options, queueFormats);
      const { store: at } = cli.settings({ store: asked });
      const { showQueue } = await import("../acts/show-queue.ts");
      await withQueue(at.value, (queue) => showQueue(cli.terminal(), queue, { retry, format }));
    });
  withExamples(command, language, ["jiheng queue --store postgres://jiheng@localhost/jiheng"]);
};
