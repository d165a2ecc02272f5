import { setTimeout as wait } from "node:timers/promises";

const busy = 5;
const longestWait = 60_000;

/**
 * Does what needs the file for itself, as soon as nobody else writes to it — 等待空闲. SQLite's own waiting would stop the whole
 * program meanwhile, and with it the very import that it waits for, where that runs in this program.
 */
export async function whenFree<T>(work: () => T): Promise<T> {
  for (const deadline = Date.now() + longestWait; ; await wait(5 + Math.random() * 10)) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
    }
  }
}

/** The low byte is the kind of error, the rest says more of it. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === busy;
