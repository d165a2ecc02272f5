import type { Correction, FieldIdentity, PlacedWords } from "../domain/correction.ts";
import { isSha256 } from "./keys.ts";
import type { CorrectionTable, Database } from "./tables.ts";

/**
 * What people corrected in a file with these bytes, oldest first — 取回更正. Those made while its region was not known
 * hold for it as well.
 */
export async function readCorrections(db: Database, sha256: string, region: number): Promise<readonly Correction[]> {
  if (!isSha256(sha256)) return [];
  const rows = await db
    .selectFrom("correction")
    .selectAll()
    .where("sha256", "=", sha256)
    .where("region", "in", [0, region])
    .orderBy("id")
    .execute();
  return rows.map(correctionOf);
}

function correctionOf(row: CorrectionTable): Correction {
  const { undone_at: at, undone_by: who, undone_why: why } = row;
  return {
    id: row.id,
    batch: row.batch,
    sha256: row.sha256,
    path: row.path,
    // Both were written by this room from values of these types.
    identity: JSON.parse(row.identity) as FieldIdentity,
    placed: row.placed === null ? undefined : (JSON.parse(row.placed) as PlacedWords),
    machine: row.machine,
    corrected: row.corrected,
    why: row.why,
    who: row.who,
    at: row.at,
    undone: at === null || who === null || why === null ? undefined : { at, who, why },
  };
}
