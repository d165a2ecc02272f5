import type { Refusal } from "../../domain/result.ts";

/** A file that waits to be imported — 排队的文件. */
export interface QueuedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** 0 where unknown. */
  readonly region: number;
  readonly year: number | undefined;
  readonly sourceUrl: string | undefined;
  readonly actor: string;
}

/** What became of a file that was taken — 处理结果. */
export type Handled =
  | { readonly kind: "kept"; readonly outcome: string; readonly document: string }
  /** `again`: another try may do better, as after a crash. */
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly again: boolean };

/** What a worker is told while it works. */
export interface WorkerOptions {
  /** How many files at a time. */
  readonly jobs: number;
  /** Who takes them, for others to see: a machine and a process. */
  readonly name: string;
  handle(file: QueuedFile): Promise<Handled>;
  /** Trouble of ours or of the connection; the file is tried again. */
  onTrouble(error: unknown): void;
}

/** Takes files until it is stopped — 处理进程. */
export interface Worker {
  /** Ends when the files at hand are done. */
  stop(): Promise<void>;
}

/** How the queue stands — 队列状态. */
export interface QueueStatus {
  readonly waiting: number;
  readonly underWay: readonly { readonly name: string; readonly by: string; readonly since: string }[];
  readonly kept: number;
  readonly refused: number;
  /** The latest of them. */
  readonly refusals: readonly { readonly name: string; readonly at: string; readonly refusal: Refusal }[];
}

/** Files that several machines import together — 任务队列. */
export interface JobQueue {
  /** The same bytes for the same region and year wait once. */
  enqueue(file: QueuedFile): Promise<"queued" | "queued-before">;
  work(options: WorkerOptions): Promise<Worker>;
  status(): Promise<QueueStatus>;
  /** Puts the refused back to wait; answers how many. */
  retryRefused(): Promise<number>;
  close(): Promise<void>;
}

/** How the queue watches over its workers — 队列的时限. */
export interface QueueTiming {
  /** A worker that has not been heard of for so long is taken for dead: its files go to others. At least 10. */
  readonly heartbeatSeconds: number;
  /** How often somebody looks. */
  readonly lookSeconds: number;
  /** Between two tries of one file. */
  readonly retrySeconds: number;
}
