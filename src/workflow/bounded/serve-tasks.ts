import { createContext, runInContext } from "node:vm";
import { readFrame, writeFrame } from "./frames.ts";
import type { ReadingAnswer, ReadingTask } from "./reading-task.ts";

/** Says something to the program that gave the task — 答复. */
export type Answer = (head: ReadingAnswer, body?: Uint8Array) => void;

/** How a task is done — 执行任务. */
export type TaskWorker = (task: ReadingTask, bytes: Uint8Array, answer: Answer) => Promise<void>;

const input = 0;
const output = 1;

/** Does one task after another until standard input ends — 逐个执行任务. An error of ours is told, and ends no other task. */
export async function serveTasks(work: TaskWorker): Promise<void> {
  const answer: Answer = (head, body) => writeFrame(output, head, body);
  answer({ kind: "ready" });
  for (let frame = readFrame(input); frame; frame = readFrame(input)) {
    try {
      await work(frame.head as ReadingTask, frame.body, answer); // the program itself wrote it: see reading-process.ts
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

/** Runs with a clock that stops it from within — 自限时: whoever watches may have been killed, and nobody else would. */
export function endsItself(milliseconds: number, act: () => void): void {
  runInContext("act()", createContext({ act }), { timeout: milliseconds, displayErrors: false });
}
