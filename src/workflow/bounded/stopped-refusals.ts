import type { Refusal } from "../../domain/result.ts";
import type { ReadingRefusal } from "../../read/reading-refusal.ts";
import type { ReadingProgress, StopReason } from "./reading-process.ts";

/** Why a file is not read, what watches the reading included — 受限读取的拒绝原因. */
export type BoundedRefusal = ReadingRefusal | StopReason;

/** The limits that were in force. */
interface Bounds {
  readonly milliseconds: number;
  readonly memoryBytes: number;
}

/** A reading that did not end by itself, as a refusal: why, and how far it came — 读取被中止. */
export function refuseStopped(
  reason: StopReason,
  last: ReadingProgress | undefined,
  { milliseconds, memoryBytes }: Bounds,
): Refusal<StopReason> {
  const reached = last
    ? { zh: `读完第 ${last.done} 页（共 ${last.of} 页）后`, en: ` after page ${last.done} of ${last.of}` }
    : { zh: "", en: "" };
  const seconds = Number((milliseconds / 1000).toFixed(1));
  const megabytes = Math.round(memoryBytes / 1024 / 1024);
  switch (reason) {
    case "took-too-long":
      return {
        code: reason,
        message: {
          zh: `读取超过 ${seconds} 秒，${reached.zh}已中止。`,
          en: `Reading took more than ${seconds} s and was stopped${reached.en}.`,
        },
        hint: {
          zh: "请拆成几个文件，或只保留绩效目标表所在的页后重试。",
          en: "Split the file, or keep only the pages with the tables, and try again.",
        },
      };
    case "took-too-much-memory":
      return {
        code: reason,
        message: {
          zh: `读取所需内存超过 ${megabytes} MB，${reached.zh}已中止。`,
          en: `Reading needed more than ${megabytes} MB of memory and was stopped${reached.en}.`,
        },
        hint: {
          zh: "请拆成几个文件，或只保留绩效目标表所在的页后重试。",
          en: "Split the file, or keep only the pages with the tables, and try again.",
        },
      };
    case "reader-crashed":
      return {
        code: reason,
        message: {
          zh: `读取程序${reached.zh}出错退出，其他文件不受影响。`,
          en: `The reader failed${reached.en}; other files are not affected.`,
        },
        hint: {
          zh: "请重试一次；若再次出现，这是绩衡的错，请把文件报告给维护者。",
          en: "Try once more; if it happens again it is our mistake: report it with the file.",
        },
      };
  }
}
