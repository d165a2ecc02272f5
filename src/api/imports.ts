import type { Store, StoredRecipe } from "../store/store.ts";
import { filesInBounded, ownPool } from "../workflow/bounded/read-bounded.ts";
import { importFile } from "../workflow/import-file.ts";
import { seeColumnsOf } from "../workflow/see-columns.ts";
import {
  type BroughtFile,
  beginAgain,
  type ImportRun,
  importView,
  newRun,
  type Recipe,
  waiting,
} from "./bringing/import-run.ts";
import { hintOfColumns, outcomeView, refusedView } from "./bringing/outcome-view.ts";
import { PendingFiles } from "./bringing/pending-files.ts";
import type { ImportView } from "./contract/import-view.ts";
import { busy } from "./problem.ts";

/** So many are remembered, and so many with all the files that came together. */
const kept = { imports: 500, files: 10_000 };
const mostWaiting = 16;
/** What waits for a person to tell its columns is held in memory, within this and for an hour. */
const pending = { bytes: 128 * 1024 * 1024, milliseconds: 60 * 60_000 };

/** A recipe, who told it, and that it is to be kept where it is new. */
interface Told {
  readonly recipe: Recipe;
  readonly toldBy: string;
  readonly recipeBy?: string;
}

/**
 * The imports of this server since it started, newest kept — 导入队列. They begin in the order in which they came, as many at
 * a time as there are processes to read them: nobody waits for somebody else's scan, nor for all of somebody else's archive.
 */
export class Imports {
  readonly #whole = new Map<string, ImportRun>();
  readonly #all = new Map<string, ImportRun>();
  readonly #pending = new PendingFiles<BroughtFile>(pending.bytes, pending.milliseconds);
  readonly #store: Store;
  readonly #onFailure: (id: string, error: unknown) => void;
  readonly #now: () => Date;
  readonly #waiting: (() => Promise<void>)[] = [];
  #under = 0;
  /** The archive whose files are in memory: one at a time. */
  #archive: Promise<void> | undefined;

  constructor(store: Store, onFailure: (id: string, error: unknown) => void, now: () => Date = () => new Date()) {
    this.#store = store;
    this.#onFailure = onFailure;
    this.#now = now;
  }

  /** Takes a file in; returns at once. Refuses where many are waiting already. */
  start(file: BroughtFile, now: Date): ImportView {
    const run = this.#begin(newRun(file, now));
    void this.#take(run, file);
    return this.#show(run, []);
  }

  /** Takes several files in that came together. */
  startSeveral(files: readonly BroughtFile[], now: Date): ImportView {
    const [first] = files;
    if (first && files.length === 1) return this.start(first, now);
    const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
    const run = this.#begin({ ...newRun({ name: "", bytes: new Uint8Array() }, now), bytes });
    const runs = this.#addFiles(run, files);
    void this.#each(files.map((file, at) => ({ file, run: runs[at]! })));
    return this.#show(run, []);
  }

  /** Looks at the columns of a file that is kept: they are to be told anew. */
  startAsking(file: BroughtFile, document: string, now: Date): ImportView {
    const run = this.#begin(newRun(file, now));
    run.tried = file.recipe;
    void this.#slot(() => this.#guard(run, () => this.#look(run, file, document)));
    return this.#show(run, []);
  }

  /** Where an import stands; `undefined` where it is not known here (any more). */
  async find(id: string): Promise<ImportView | undefined> {
    const run = this.#all.get(id);
    if (!run) return undefined;
    const isAsked = [run, ...(run.files ?? [])].some(({ seen }) => seen !== undefined);
    return this.#show(run, isAsked ? await this.#store.recipes() : []);
  }

  /** What may be told of the columns of an import, and whether its file is still at hand. */
  asks(id: string): { readonly several: boolean; readonly atHand: boolean } | undefined {
    const run = this.#all.get(id);
    if (!run) return undefined;
    return { several: run.files !== undefined, atHand: run.seen !== undefined && this.#isAtHand(run) };
  }

  /** Reads a file again, with its columns told. */
  tell(id: string, told: Told): void {
    const run = this.#all.get(id);
    const file = run && this.#pending.find(id, this.#now())?.file;
    if (!run?.outcome || !file) return;
    beginAgain(run);
    run.tried = told.recipe;
    const { recipeBy: _, ...bare } = file;
    void this.#slot(() => this.#guard(run, () => this.#read(run, { ...bare, ...told })));
  }

  /** The same with all files that came together and that a kept recipe fits. */
  tellEach(id: string, kept: StoredRecipe, told: Told): void {
    const run = this.#all.get(id);
    for (const one of run?.files ? waiting(run.files, kept) : []) this.tell(one.id, told);
  }

  #show(run: ImportRun, recipes: readonly StoredRecipe[]): ImportView {
    return importView(run, { recipes, until: (id) => this.#pending.find(id, this.#now())?.until });
  }

  #isAtHand({ id }: ImportRun): boolean {
    return this.#pending.find(id, this.#now()) !== undefined;
  }

  #begin(run: ImportRun): ImportRun {
    if (this.#waiting.length >= mostWaiting) throw busy();
    this.#whole.set(run.id, run);
    this.#all.set(run.id, run);
    return run;
  }

  /** The oldest are forgotten where there are too many. */
  #forget(): void {
    for (const [id, { files = [] }] of this.#whole) {
      if (this.#whole.size <= kept.imports && this.#all.size <= kept.files) return;
      this.#whole.delete(id);
      for (const run of [{ id }, ...files]) {
        this.#all.delete(run.id);
        this.#pending.drop(run.id);
      }
    }
  }

  #addFiles(run: ImportRun, files: readonly BroughtFile[]): readonly ImportRun[] {
    run.files = files.map((file) => newRun(file, this.#now(), run.id));
    for (const one of run.files) this.#all.set(one.id, one);
    this.#forget();
    return run.files;
  }

  /** Waits for its turn to read. */
  #slot<T>(act: () => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#waiting.push(() => act().then(resolve, reject));
    this.#next();
    return promise;
  }

  #next(): void {
    if (this.#under >= ownPool().most) return;
    const act = this.#waiting.shift();
    if (!act) return;
    this.#under++;
    void act().then(() => {
      this.#under--;
      this.#next();
    });
  }

  /** Reads a file, or the files of an archive. */
  async #take(run: ImportRun, file: BroughtFile): Promise<void> {
    this.#forget();
    while (true) {
      const inner = await this.#slot(() => this.#guard(run, () => this.#open(run, file)));
      if (!inner) return;
      if (this.#archive) {
        await this.#archive; // it is unpacked again when the other one is done
        continue;
      }
      const runs = this.#addFiles(run, inner);
      this.#archive = this.#each(inner.map((one, at) => ({ file: one, run: runs[at]! })));
      await this.#archive;
      this.#archive = undefined;
      return;
    }
  }

  /** The files of an archive; what is none is read at once. */
  async #open(run: ImportRun, file: BroughtFile): Promise<readonly BroughtFile[] | undefined> {
    if (file.pasted) return this.#read(run, file);
    run.stage = "reading";
    const found = await filesInBounded(file, this.#watch(run));
    if (!found.ok) {
      run.outcome = refusedView(found.refusal);
      return undefined;
    }
    const { files, skipped } = found.value;
    if (files[0]?.bytes === file.bytes) return this.#read(run, file);
    run.skipped = skipped.map(({ name, because, why }) => ({ name, because, why: { ...why } }));
    return files.map((one) => ({ ...file, ...one }));
  }

  /** Several files: as many at a time as there are processes, kept in the order in which they stand. */
  async #each(all: readonly { readonly file: BroughtFile; readonly run: ImportRun }[]): Promise<void> {
    const left = all.values();
    let before: Promise<unknown> = Promise.resolve();
    const lane = async (): Promise<void> => {
      for (const { file, run } of left) {
        const turn = before;
        const done = this.#slot(() => this.#guard(run, () => this.#read(run, file, turn)));
        before = done;
        await done;
      }
    };
    await Promise.all(Array.from({ length: ownPool().most }, lane));
  }

  async #guard<T>(run: ImportRun, act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await act();
    } catch (error) {
      this.#onFailure(run.id, error);
      run.outcome = { kind: "failed", requestId: run.id };
      return undefined;
    } finally {
      if (run.outcome) run.stage = "done";
    }
  }

  #watch(run: ImportRun) {
    return {
      onProgress: (pages: NonNullable<ImportView["pages"]>) => {
        run.pages = pages;
      },
      onFailure: (detail: string) => this.#onFailure(run.id, new Error(`a reading process failed: ${detail}`)),
    };
  }

  async #read(run: ImportRun, file: BroughtFile, turn?: Promise<unknown>): Promise<undefined> {
    const result = await importFile(
      this.#store,
      { ...file, actor: file.toldBy ?? "portal" },
      {
        ...this.#watch(run),
        now: this.#now,
        async onStage(stage) {
          run.stage = stage;
          await nextTurn();
          if (stage === "keeping") await turn;
        },
        onUnknown: (seen) => {
          run.seen = seen;
          if (seen.heads.length > 0) this.#pending.keep(run.id, file, this.#now());
        },
      },
    );
    if (!result.ok) {
      const { refusal } = result;
      const hint = refusal.code === "no-known-layout" && run.seen ? hintOfColumns(run.seen.heads.length) : refusal.hint;
      run.outcome = refusedView({ ...refusal, hint });
      return;
    }
    this.#pending.drop(run.id);
    const { outcome, reading } = result.value;
    run.outcome = outcomeView(outcome, { fileName: file.name, sha256: reading.source.sha256 });
  }

  async #look(run: ImportRun, file: BroughtFile, document: string): Promise<void> {
    run.stage = "reading";
    const seen = await seeColumnsOf(this.#store, file, this.#watch(run));
    if (!seen.ok) {
      run.outcome = refusedView(seen.refusal);
      return;
    }
    run.seen = seen.value;
    this.#pending.keep(run.id, file, this.#now());
    run.outcome = { kind: "columns-asked", document };
  }
}

/** Lets others be answered before the next stage begins. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
