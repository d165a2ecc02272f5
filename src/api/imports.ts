import { v7 as uuidv7 } from "uuid";
import type { ImportOutcome, Store } from "../store/store.ts";
import { ownPool } from "../workflow/bounded/read-bounded.ts";
import { importFile } from "../workflow/import-file.ts";
import type { ImportStage, ImportView } from "./contract/import-view.ts";
import { busy } from "./problem.ts";
import { apiRoot, differenceView, documentPage } from "./row-views.ts";

/** A file that someone brought — 待导入文件. */
export interface BroughtFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly year?: number;
}

interface Running {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly startedAt: string;
  stage: ImportStage;
  pages: ImportView["pages"];
  outcome: ImportView["outcome"];
}

const kept = 500;
const mostWaiting = 16;

/**
 * The imports of this server since it started, newest kept — 导入队列. They begin in the order in which they came, as many at
 * a time as there are processes to read them: nobody waits for somebody else's scan.
 */
export class Imports {
  readonly #running = new Map<string, Running>();
  readonly #store: Store;
  readonly #onFailure: (id: string, error: unknown) => void;
  readonly #waiting: (() => Promise<void>)[] = [];
  #under = 0;

  constructor(store: Store, onFailure: (id: string, error: unknown) => void) {
    this.#store = store;
    this.#onFailure = onFailure;
  }

  /** Takes a file in; returns at once. Refuses where many are waiting already. */
  start(file: BroughtFile, now: Date): ImportView {
    if (this.#waiting.length >= mostWaiting) throw busy();
    const running: Running = {
      id: uuidv7(),
      fileName: file.name,
      bytes: file.bytes.byteLength,
      startedAt: now.toISOString(),
      stage: "received",
      pages: null,
      outcome: null,
    };
    this.#running.set(running.id, running);
    for (const id of this.#running.keys()) {
      if (this.#running.size <= kept) break;
      this.#running.delete(id);
    }
    this.#waiting.push(() => this.#run(running, file));
    this.#next();
    return viewOf(running);
  }

  #next(): void {
    if (this.#under >= ownPool().most) return;
    const run = this.#waiting.shift();
    if (!run) return;
    this.#under++;
    void run().then(() => {
      this.#under--;
      this.#next();
    });
  }

  /** Where an import stands; `undefined` where it is not known here (any more). */
  find(id: string): ImportView | undefined {
    const running = this.#running.get(id);
    return running && viewOf(running);
  }

  async #run(running: Running, file: BroughtFile): Promise<void> {
    try {
      running.outcome = await this.#outcome(running, file);
    } catch (error) {
      this.#onFailure(running.id, error);
      running.outcome = { kind: "failed", requestId: running.id };
    }
    running.stage = "done";
  }

  async #outcome(running: Running, file: BroughtFile): Promise<NonNullable<ImportView["outcome"]>> {
    const result = await importFile(
      this.#store,
      { ...file, actor: "portal" },
      {
        now: () => new Date(),
        async onStage(stage) {
          running.stage = stage;
          await nextTurn();
        },
        onProgress(pages) {
          running.pages = pages;
        },
        onFailure: (detail) => this.#onFailure(running.id, new Error(`a reading process failed: ${detail}`)),
      },
    );
    if (!result.ok) {
      const { code, message, hint } = result.refusal;
      return { kind: "refused", code, message: { ...message }, hint: { ...hint } };
    }
    const { outcome, reading } = result.value;
    return outcomeView(outcome, { fileName: file.name, sha256: reading.source.sha256 });
  }
}

/** Lets others be answered before the next stage begins. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function viewOf(running: Running): ImportView {
  return {
    ...running,
    self: `${apiRoot}/imports/${running.id}`,
    page: `/imports/${running.id}`,
    finished: running.outcome !== null,
  };
}

function outcomeView(
  outcome: ImportOutcome,
  file: { readonly fileName: string; readonly sha256: string },
): NonNullable<ImportView["outcome"]> {
  const document = { key: { ...outcome.document }, page: documentPage(outcome.document), ...file };
  switch (outcome.kind) {
    case "already-here":
      return { kind: outcome.kind, document };
    case "new":
      return { kind: outcome.kind, document, projects: outcome.projects, indicators: outcome.indicators };
    case "new-version":
      return {
        kind: outcome.kind,
        document,
        version: outcome.version,
        projects: outcome.projects,
        indicators: outcome.indicators,
        differences: outcome.differences.map(differenceView),
      };
  }
}
