import { v7 as newId } from "uuid";
import type { ImportTransaction } from "./engine.ts";
import type { CurrentRows } from "./rows-of-import.ts";
import { storable } from "./storable.ts";
import type { Key } from "./store.ts";
import type { Database } from "./tables.ts";

/** Writes what one document adds to the current tables — 写入当前行. */
export async function keepCurrent(tx: ImportTransaction, rows: CurrentRows): Promise<void> {
  await inPieces(rows.organisations, (values) =>
    tx.db
      .insertInto("organisation")
      .values(values)
      .onConflict((conflict) => conflict.columns(["region", "id"]).doNothing())
      .execute(),
  );
  await tx.addProjects(rows.projects);
  await tx.addIndicators(rows.indicators);
  await inPieces(rows.findings, (values) => tx.db.insertInto("finding").values(values).execute());
}

const rowsPerStatement = 500;

/** A statement has a limit of parameters: long lists go in pieces — 分批写入. */
export async function inPieces<T>(rows: readonly T[], write: (rows: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < rows.length; i += rowsPerStatement) await write(rows.slice(i, i + rowsPerStatement));
}

/**
 * Does two things at once and lets both end before anything else — 并行完成: nothing may still write when a failure has
 * ended the transaction.
 */
export async function bothEnded<A, B>(one: Promise<A>, other: Promise<B>): Promise<readonly [A, B]> {
  const [first, second] = await Promise.allSettled([one, other]);
  if (second.status === "rejected") throw second.reason;
  if (first.status === "rejected") throw first.reason;
  return [first.value, second.value];
}

/** Writes down what was done — 记事件. */
export async function keepEvent(
  db: Database,
  document: Key,
  event: { readonly verb: string; readonly actor: string; readonly at: Date },
  facts: Readonly<Record<string, string | number>>,
): Promise<void> {
  await db
    .insertInto("event")
    .values({
      region: document.region,
      year: document.year,
      document_id: document.id,
      id: newId(),
      at: event.at.toISOString(),
      actor: storable(event.actor),
      verb: event.verb,
      facts: JSON.stringify(facts, (_, value: unknown) => (typeof value === "string" ? storable(value) : value)),
    })
    .execute();
}
