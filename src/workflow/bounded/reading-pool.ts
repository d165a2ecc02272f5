import { availableParallelism, totalmem } from "node:os";
import { readingChild } from "./child-arguments.ts";
import { type GivenTask, ReadingProcess, type TaskEnd } from "./reading-process.ts";

/** Reading processes kept warm between documents — 读取进程池. */
export interface ReadingPool {
  /** Waits for a free process, and does the task there. */
  run(task: GivenTask): Promise<TaskEnd>;
  /** Starts a first process before there is work for it: it takes a third of a second to load. */
  warm(): void;
  /** Ends all of them; what they were doing fails. */
  close(): void;
  /** How many documents it reads at a time. */
  readonly most: number;
  /** Ids of the processes that live now. */
  readonly pids: readonly number[];
}

/** As many as there are processors, and as memory bears — 进程数上限. */
export function mostProcesses(memoryBytes: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / memoryBytes)));
}

const idleMs = 60_000;

/** Opens a pool; processes start when they are needed and end when they have been idle for a minute. */
export function openReadingPool(most: number, memoryBytes: number, child: string = readingChild): ReadingPool {
  const idle: ReadingProcess[] = [];
  const all = new Set<ReadingProcess>();
  const waiting: (() => void)[] = [];
  let busy = 0;
  let clock: NodeJS.Timeout | undefined;

  const rest = (): void => {
    clearTimeout(clock);
    clock = setTimeout(() => {
      for (const one of idle.splice(0)) discard(one);
    }, idleMs).unref();
  };
  const discard = (one: ReadingProcess): void => {
    one.end();
    all.delete(one);
  };
  const take = (): ReadingProcess => {
    for (let one = idle.pop(); one; one = idle.pop()) {
      if (one.usable) return one;
      discard(one);
    }
    return start();
  };
  const start = (): ReadingProcess => {
    const fresh = new ReadingProcess(memoryBytes, child);
    all.add(fresh);
    return fresh;
  };
  const close = (): void => {
    for (const one of all) discard(one);
  };
  process.once("exit", close);

  return {
    most,
    async run(task) {
      // whoever is woken takes the turn of the one who ended; nobody else can come between
      if (busy >= most) await new Promise<void>((turn) => waiting.push(turn));
      else busy++;
      const one = take();
      try {
        return await one.run(task);
      } finally {
        if (one.usable) idle.push(one);
        else discard(one);
        rest();
        const next = waiting.shift();
        if (next) next();
        else busy--;
      }
    },
    warm() {
      if (all.size > 0) return;
      idle.push(start());
      rest();
    },
    close() {
      process.off("exit", close);
      clearTimeout(clock);
      close();
    },
    get pids() {
      return [...all].flatMap(({ pid }) => pid ?? []);
    },
  };
}
