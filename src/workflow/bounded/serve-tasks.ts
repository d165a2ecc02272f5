import { createContext, runInContext } from "node:vm";
import { readFrame, writeFrame } from "./frames.ts";
import type { ReadingAnswer, ReadingTask } from "./reading-task.ts";

/** Says something to the program that gave the task — 答复. */
export type Answer = (head: ReadingAnswer, body?: Uint8Array) => void;

/** How a task is done. Preparing may wait (engines are opened then); the work itself is one stretch. */
export interface TaskWorker {
  prepare(task: ReadingTask, bytes: Uint8Array): Promise<void>;
  work(task: ReadingTask, bytes: Uint8Array, answer: Answer): void;
}

const input = 0;
const output = 1;

/** Does one task after another until standard input ends — 逐个执行任务. An error of ours is told, and ends no other task. */
export async function serveTasks(worker: TaskWorker): Promise<void> {
  const answer: Answer = (head, body) => writeFrame(output, head, body);
  answer({ kind: "ready" });
  for (let frame = readFrame(input); frame; frame = readFrame(input)) {
    const task = frame.head as ReadingTask; // the program itself wrote it: see reading-process.ts
    const { body } = frame;
    try {
      await worker.prepare(task, body);
      endsItself(task.milliseconds, () => worker.work(task, body, answer));
    } catch (error) {
      answer(isOutOfMemory(error) ? { kind: "out-of-memory" } : failed(error));
    }
  }
}

/** Where nobody can look from outside, a process looks itself, between pages — 自查内存. */
export function watchMemory(memoryBytes: number): void {
  if (process.memoryUsage.rss() > memoryBytes) throw new OutOfMemory();
}

class OutOfMemory extends Error {}

/** What V8 throws when it is asked for more than it may have; running out of its heap ends the process instead. */
function isOutOfMemory(error: unknown): boolean {
  if (error instanceof OutOfMemory) return true;
  return (
    error instanceof RangeError && /allocation failed|Invalid (?:string|array buffer) length/iu.test(error.message)
  );
}

function failed(error: unknown): ReadingAnswer {
  if (!(error instanceof Error)) return { kind: "failed", error: String(error), stack: "" };
  return { kind: "failed", error: `${error.name}: ${error.message}`, stack: error.stack ?? "" };
}

/** Runs with a clock that stops it from within: whoever watches may have been killed, and nobody else would. */
function endsItself(milliseconds: number, act: () => void): void {
  runInContext("act()", createContext({ act }), { timeout: milliseconds, displayErrors: false });
}
