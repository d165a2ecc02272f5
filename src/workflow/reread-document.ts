import { isDeepStrictEqual } from "node:util";
import type { Reading } from "../domain/reading.ts";
import type { Result } from "../domain/result.ts";
import type { Brought } from "../read/read-source.ts";
import type { ColumnRecipe } from "../read/recipe.ts";
import { runChecks } from "../rules/run-checks.ts";
import type { ImportOutcome, Key, Store, StoredDocument } from "../store/store.ts";
import { type ImportRefusal, refuseReading } from "./import-refusals.ts";
import { kept, knowingIn } from "./kept-recipes.ts";
import { withCorrections } from "./with-corrections.ts";

/** Reads a file as imports do — 读取. */
type ReadFile = (brought: Brought) => Promise<Result<Reading, ImportRefusal>>;

/** Who asks, and the world a re-read needs. */
interface RereadRequest {
  readonly document: Key;
  /** What is said of its columns now; else what was said when it was brought holds. */
  readonly recipe?: ColumnRecipe;
  readonly actor: string;
  readonly at: Date;
  readonly read: ReadFile;
}

/**
 * Reads a kept file with the program as it is now — 重读. Where it reads as it did, nothing is written; else the new
 * reading is a new version of the same file, on which the corrections of people are applied again.
 */
export async function rereadDocument(
  store: Store,
  { document: key, recipe, actor, at, read }: RereadRequest,
): Promise<Result<ImportOutcome, ImportRefusal>> {
  const document = await store.document(key);
  const bytes = document?.row.current ? await store.sourceBytes(key) : undefined;
  if (!document || !bytes) return { ok: true, value: { kind: "already-here", document: key } };
  const year = givenYear(document);
  const knowing = { ...knowingIn(document.known), ...(recipe ? { recipe } : {}) };
  const { name } = document.machine.source;
  const again = await read({ name, bytes, ...(year === undefined ? {} : { year }), ...knowing });
  if (!again.ok) return again;
  const reading = again.value;
  const unread = refuseReading(reading, knowing.recipe);
  if (unread) return { ok: false, refusal: unread };
  // as it is kept: what is undefined is not there
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(reading)), document.machine))
    return { ok: true, value: { kind: "already-here", document: key } };
  const outcome = await store.keepImport({
    region: key.region,
    year,
    sourceUrl: document.row.sourceUrl,
    bytes,
    reading,
    findings: runChecks(reading).findings,
    ...(await withCorrections(store, reading, key.region)),
    ...kept(knowing),
    rereads: key,
    actor,
    at,
  });
  return { ok: true, value: outcome };
}

/** What the person said when the file was brought is still so. */
function givenYear({ machine }: StoredDocument): number | undefined {
  const year = machine.tables.map((table) => table.year).find(({ basis }) => basis === "given");
  return year?.basis === "given" ? year.year : undefined;
}
