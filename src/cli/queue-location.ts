import type { JobQueue, QueueTiming } from "../store/queue/job-queue.ts";
import type { Store } from "../store/store.ts";
import { exitCodes } from "./exit-codes.ts";
import { isServer, openOrMakeStore } from "./store-location.ts";
import { CommandRefusal } from "./terminal.ts";

/** Opens the queue of a PostgreSQL store — 打开任务队列; a file has none, and says why. */
export async function withQueue(
  location: string,
  act: (queue: JobQueue, store: Store) => Promise<void>,
  timing?: QueueTiming,
): Promise<void> {
  if (!isServer(location))
    throw new CommandRefusal(
      {
        zh: `任务队列由多台机器共用，需要 PostgreSQL；${location} 是本机的一个数据文件。一台机器用 jiheng import 文件夹 --jobs N 即可；多台机器请用 --store postgres://… 。`,
        en: `A queue is shared by several machines and needs PostgreSQL; ${location} is a file of this machine. On one machine use jiheng import FOLDER --jobs N; for several give --store postgres://… .`,
      },
      exitCodes.usage,
    );
  const store = await openOrMakeStore(location);
  try {
    const { openQueue } = await import("../store/queue/postgres-queue.ts");
    const queue = await openQueue(location, timing);
    try {
      await act(queue, store);
    } finally {
      await queue.close();
    }
  } finally {
    await store.close();
  }
}
