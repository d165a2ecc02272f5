import type { JobQueue } from "../../store/queue/job-queue.ts";
import { refuseBeforeReading } from "../../workflow/import-refusals.ts";
import { eachFile } from "../each-file.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";
import { complainOfRefusal } from "./refusal-in-words.ts";

interface EnqueueOptions {
  readonly region?: number;
  readonly year?: number;
  readonly sourceUrl?: string;
}

/** `jiheng enqueue` — 文件排队: their bytes are put into the database, and workers anywhere import them. */
export async function enqueueFiles(
  terminal: Terminal,
  queue: JobQueue,
  paths: readonly string[],
  { region = 0, year, sourceUrl }: EnqueueOptions,
): Promise<void> {
  const counts = { queued: 0, "queued-before": 0 };
  await eachFile<never>(
    terminal,
    paths,
    { jobs: 2 },
    {
      async act({ path, name, bytes }) {
        const refusal = refuseBeforeReading({
          name,
          bytes,
          region,
          actor: "queue",
          ...(year === undefined ? {} : { year }),
        });
        if (refusal) {
          complainOfRefusal(terminal, path, refusal);
          return { end: exitCodes.problemsInData };
        }
        counts[await queue.enqueue({ name, bytes, region, year, sourceUrl, actor: "queue" })]++;
        return { end: exitCodes.done };
      },
      async show() {},
      text: async () => "",
    },
  );
  const { queued } = counts;
  const before = counts["queued-before"];
  terminal.say({
    zh: `${queued} 个文件已排队${before > 0 ? `，${before} 个已在队列中` : ""}。用 jiheng work 处理，用 jiheng queue 查看。`,
    en: `${queued} files wait now${before > 0 ? `; ${before} waited already` : ""}. jiheng work takes them, jiheng queue shows them.`,
  });
}
