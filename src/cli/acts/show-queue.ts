import type { Language } from "../../domain/result.ts";
import type { JobQueue, QueueStatus } from "../../store/queue/job-queue.ts";
import type { Terminal } from "../terminal.ts";

/** `jiheng queue` — 队列状态: how many wait, are under way, are kept and refused, and why. */
export async function showQueue(
  terminal: Terminal,
  queue: JobQueue,
  { retry, format }: { readonly retry: boolean; readonly format: "text" | "json" },
): Promise<void> {
  if (retry) {
    const again = await queue.retryRefused();
    terminal.say({ zh: `${again} 个被拒绝的文件重新排队。`, en: `${again} refused files wait again.` });
  }
  const status = await queue.status();
  await terminal.write(format === "json" ? `${JSON.stringify(status, null, 1)}\n` : inWords(status, terminal.language));
}

function inWords({ waiting, underWay, kept, refused, refusals }: QueueStatus, language: Language): string {
  const head =
    language === "zh"
      ? `等待 ${waiting}，进行中 ${underWay.length}，已入库 ${kept}，被拒绝 ${refused}\n`
      : `${waiting} waiting, ${underWay.length} under way, ${kept} kept, ${refused} refused\n`;
  const busy = underWay.map(({ name, by, since }) => `${name}  ${by}  ${since}\n`);
  const no = refusals.map(
    ({ name, refusal }) => `${name}  ${refusal.code}\n    ${refusal.message[language]}${refusal.hint[language]}\n`,
  );
  return [head, ...busy, ...no].join("");
}
