import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import type { Handled, JobQueue, QueuedFile } from "../../store/queue/job-queue.ts";
import type { Store } from "../../store/store.ts";
import { ownPool } from "../../workflow/bounded/read-bounded.ts";
import { importQueued } from "../../workflow/import-queued.ts";
import { refusalOf } from "../known-troubles.ts";
import type { Terminal } from "../terminal.ts";

interface WorkOptions {
  readonly jobs?: number;
  readonly untilEmpty: boolean;
}

/** `jiheng work` — 处理队列: takes files and imports them until Ctrl+C, or until none is left. */
export async function workOnQueue(
  terminal: Terminal,
  queue: JobQueue,
  store: Store,
  { jobs = ownPool().most, untilEmpty }: WorkOptions,
): Promise<void> {
  const worker = await queue.work({
    jobs,
    name: `${hostname()}:${process.pid}`,
    async handle(file) {
      const handled = await importQueued(store, file, (detail) => terminal.detail({ zh: detail, en: detail }));
      tell(terminal, file, handled);
      return handled;
    },
    onTrouble(error) {
      const words = refusalOf(error)?.words ?? { zh: String(error), en: String(error) };
      terminal.complain(words);
    },
  });
  terminal.say({
    zh: `正在处理队列，同时 ${jobs} 个文件；Ctrl+C 停止。`,
    en: `Working on the queue, ${jobs} files at a time; Ctrl+C stops.`,
  });
  const asked = new AbortController(); // by whoever runs services: as Ctrl+C
  process.once("SIGTERM", () => asked.abort());
  await terminal.interruptible(async (interrupted) => {
    const signal = AbortSignal.any([interrupted, asked.signal]);
    while (!signal.aborted && !(untilEmpty && (await isEmpty(queue))))
      await wait(untilEmpty ? 500 : 60_000, undefined, { signal }).catch(() => {}); // Ctrl+C: the loop sees it
    await worker.stop();
  });
}

async function isEmpty(queue: JobQueue): Promise<boolean> {
  const { waiting, underWay } = await queue.status();
  return waiting === 0 && underWay.length === 0;
}

function tell(terminal: Terminal, { name }: QueuedFile, handled: Handled): void {
  if (handled.kind === "kept")
    terminal.say({
      zh: `${name}：${handled.outcome} ${handled.document}`,
      en: `${name}: ${handled.outcome} ${handled.document}`,
    });
  else terminal.complain({ zh: `${name} ${handled.refusal.message.zh}`, en: `${name} ${handled.refusal.message.en}` });
}
