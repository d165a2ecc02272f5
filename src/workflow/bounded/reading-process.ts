import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { Refusal } from "../../domain/result.ts";
import type { ReadingRefusal } from "../../read/reading-refusal.ts";
import { childArguments } from "./child-arguments.ts";
import { type Frame, FrameParser, frameBytes } from "./frames.ts";
import { Joined } from "./pieces.ts";
import type { ReadingAnswer, ReadingTask } from "./reading-task.ts";
import { residentMemory } from "./resident-memory.ts";

/** How far a document was read — 读到哪一页. */
export interface ReadingProgress {
  readonly done: number;
  readonly of: number;
}

/** A task with its bytes, and who is told what — 交给进程的任务. */
export interface GivenTask extends ReadingTask {
  readonly bytes: Uint8Array;
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined;
  readonly onFile?: (name: string, bytes: Uint8Array) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Why a process did not come to the end of its task — 未读完的原因. */
export type StopReason = "took-too-long" | "took-too-much-memory" | "reader-crashed";

/** What became of a task — 任务结果. */
export type TaskEnd =
  | { readonly kind: "done"; readonly value: object }
  | { readonly kind: "refused"; readonly refusal: Refusal<ReadingRefusal> }
  | {
      readonly kind: "stopped";
      readonly reason: StopReason;
      readonly last: ReadingProgress | undefined;
      /** For us: an error with its stack, or what the process said at its end. */
      readonly detail: string;
    };

interface Running {
  readonly task: GivenTask;
  readonly result: Joined;
  readonly settle: (end: TaskEnd) => void;
  readonly fail: (error: unknown) => void;
  last: ReadingProgress | undefined;
  /** Why it was killed, where we did it. */
  killed: StopReason | "aborted" | undefined;
}

/** A process is new again after so many documents, or where one left it this large. */
const renewal = { documents: 200, memoryShare: 0.5 } as const;

const lookEveryMs = 50;
const longestStartMs = 60_000;
/** When a process that nobody stopped in time stops itself. */
const withGrace = (milliseconds: number): number => milliseconds + Math.max(1_000, Math.round(milliseconds / 10));

/** One reading process as the program sees it — 读取进程. Takes one task at a time; ends with the program. */
export class ReadingProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #memoryBytes: number;
  readonly #parser = new FrameParser();
  #running: Running | undefined;
  readonly #ready = Promise.withResolvers<void>();
  #isReady = false;
  #documents = 0;
  #said = "";
  #ended = false;

  constructor(memoryBytes: number, child: string) {
    this.#memoryBytes = memoryBytes;
    this.#child = spawn(process.execPath, childArguments(memoryBytes, child), {
      env: {},
      stdio: ["pipe", "pipe", "pipe"],
      // Ctrl+C on a terminal is for the program, which decides what becomes of the document at hand.
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    this.#child.stdout.on("data", (piece: Buffer) => {
      for (const frame of this.#parser.push(piece)) this.#hear(frame);
    });
    this.#child.stderr.setEncoding("utf8").on("data", (words: string) => {
      this.#said = (this.#said + words).slice(-8_000);
    });
    this.#child.stdin.on("error", () => {}); // it ended while we were writing: how, its exit says
    this.#child.on("error", (error) => this.#left(error));
    this.#child.on("close", (code, signal) => this.#left({ code, signal }));
    const late = setTimeout(() => this.end(), longestStartMs).unref();
    void this.#ready.promise.then(() => clearTimeout(late));
    this.#holdProgram(false);
  }

  /** Whether it can take another task. */
  get usable(): boolean {
    return !this.#ended && this.#running === undefined;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Does one task. Rejects where the signal says so, and where no reading process can be had at all. */
  async run(task: GivenTask): Promise<TaskEnd> {
    task.signal?.throwIfAborted();
    this.#holdProgram(true);
    const began = Promise.withResolvers<TaskEnd>();
    const running: Running = {
      task,
      result: new Joined(),
      settle: began.resolve,
      fail: began.reject,
      last: undefined,
      killed: undefined,
    };
    this.#running = running;
    const stop = () => this.#kill("aborted");
    task.signal?.addEventListener("abort", stop);
    let clock: NodeJS.Timeout | undefined;
    const startClock = () => {
      if (this.#running === running) clock = setTimeout(() => this.#kill("took-too-long"), task.milliseconds);
    };
    void this.#ready.promise.then(startClock); // the document's time does not begin before its process does
    const watch = setInterval(() => this.#watchMemory(task.memoryBytes), lookEveryMs);
    try {
      this.#send(task);
      return await began.promise;
    } finally {
      clearTimeout(clock);
      clearInterval(watch);
      task.signal?.removeEventListener("abort", stop);
      this.#running = undefined;
      this.#documents++;
      this.#holdProgram(false);
      if (this.#isWornOut()) this.end();
    }
  }

  /** Ends it at once, whatever it does. */
  end(): void {
    this.#ended = true;
    this.#child.kill("SIGKILL");
  }

  #send({ kind, brought, page, milliseconds, memoryBytes, bytes }: GivenTask): void {
    const more = page === undefined ? {} : { page };
    const head: ReadingTask = { kind, brought, ...more, milliseconds: withGrace(milliseconds), memoryBytes };
    for (const piece of frameBytes(head, bytes)) this.#child.stdin.write(piece);
  }

  #hear({ head, body }: Frame): void {
    const answer = head as ReadingAnswer; // our own program wrote it: see reading-child.ts
    if (answer.kind === "ready") {
      this.#isReady = true;
      this.#ready.resolve();
    }
    const running = this.#running;
    if (!running || running.killed) return;
    const end = heard(answer, body, running);
    if (!end) return;
    if (end.kind === "stopped") this.end(); // after an error nobody knows what state it is in
    running.settle(end);
  }

  #kill(reason: StopReason | "aborted"): void {
    if (!this.#running) return;
    this.#running.killed ??= reason;
    this.end();
  }

  #watchMemory(limit: number): void {
    const resident = this.#child.pid === undefined ? undefined : residentMemory(this.#child.pid);
    if (resident !== undefined && resident > limit) this.#kill("took-too-much-memory");
  }

  #isWornOut(): boolean {
    if (this.#ended || this.#documents >= renewal.documents) return true;
    const resident = this.#child.pid === undefined ? undefined : residentMemory(this.#child.pid);
    return resident !== undefined && resident > this.#memoryBytes * renewal.memoryShare;
  }

  #left(how: Error | { readonly code: number | null; readonly signal: NodeJS.Signals | null }): void {
    this.#ended = true;
    const running = this.#running;
    if (!running) return;
    const { task, killed, last } = running;
    if (killed === "aborted") running.fail(task.signal?.reason);
    else if (killed) running.settle({ kind: "stopped", reason: killed, last, detail: "" });
    else if (how instanceof Error) running.fail(how);
    else {
      const detail = `${how.signal ?? how.code}\n${this.#said}`;
      const reason = /heap out of memory|allocation failed/iu.test(this.#said)
        ? "took-too-much-memory"
        : "reader-crashed";
      // one that ends by itself before it was asked anything does so every time
      if (!this.#isReady && how.signal === null) running.fail(new Error(`no reading process starts: ${detail}`));
      else running.settle({ kind: "stopped", reason, last, detail });
    }
  }

  /** A process that waits for work does not keep the program from ending. */
  #holdProgram(hold: boolean): void {
    const handles = [this.#child, ...this.#child.stdio] as readonly { ref?(): void; unref?(): void }[]; // pipes are sockets, which have both
    for (const handle of handles) {
      if (hold) handle.ref?.();
      else handle.unref?.();
    }
  }
}

/** Does what an answer asks for; what it ends the task with, where it does. */
function heard(answer: ReadingAnswer, body: Uint8Array, running: Running): TaskEnd | undefined {
  const { task, result, last } = running;
  switch (answer.kind) {
    case "ready":
      return undefined;
    case "progress":
      running.last = { done: answer.done, of: answer.of };
      task.onProgress?.(running.last);
      return undefined;
    case "piece":
      result.add({ ...answer, value: JSON.parse(Buffer.from(body).toString()) });
      return undefined;
    case "file":
      task.onFile?.(answer.name, body);
      return undefined;
    case "done":
      return { kind: "done", value: result.whole() };
    case "refused":
      return { kind: "refused", refusal: answer.refusal };
    case "out-of-memory":
      return { kind: "stopped", reason: "took-too-much-memory", last, detail: "" };
    case "failed":
      return { kind: "stopped", reason: "reader-crashed", last, detail: answer.stack || answer.error };
  }
}
