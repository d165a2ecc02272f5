import type { Handled, QueuedFile } from "../store/queue/job-queue.ts";
import type { Store } from "../store/store.ts";
import { importFile } from "./import-file.ts";

/** Imports a file that waited in the queue — 导入排队的文件. Only a reader that failed gets another try: the rest stays as it is. */
export async function importQueued(
  store: Store,
  { name, bytes, region, year, sourceUrl, actor }: QueuedFile,
  onFailure?: (detail: string) => void,
): Promise<Handled> {
  const request = {
    name,
    bytes,
    region,
    actor,
    ...(year === undefined ? {} : { year }),
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
  };
  const result = await importFile(store, request, { now: () => new Date(), ...(onFailure ? { onFailure } : {}) });
  if (!result.ok) return { kind: "refused", refusal: result.refusal, again: result.refusal.code === "reader-crashed" };
  const { kind, document } = result.value.outcome;
  return { kind: "kept", outcome: kind, document: `${document.region}/${document.year}/${document.id}` };
}
