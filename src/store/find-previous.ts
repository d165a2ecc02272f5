import { foldName } from "../domain/identity.ts";
import type { DocumentHead } from "./document-head.ts";
import { readKept } from "./kept-readings.ts";
import { type Located, locate } from "./located.ts";
import type { Key } from "./store.ts";
import type { Database } from "./tables.ts";

/** A kept version of a document, as far as a new one asks — 已有版本. */
export interface KnownDocument extends Key {
  readonly series: string;
  readonly version: number;
}

type Previous =
  | { readonly kind: "none" }
  | { readonly kind: "already-here"; readonly document: KnownDocument }
  | { readonly kind: "previous"; readonly document: KnownDocument };

/**
 * Is this file here, is it a correction of one that is, or is it new? — 查重与版本. The same bytes are the same file,
 * unless the person now says another year, or a region where none was known: that is a correction too.
 */
export async function findPrevious(
  db: Database,
  head: DocumentHead,
  givenYear: number | undefined,
  located: readonly Located[],
): Promise<Previous> {
  const same = await db
    .selectFrom("document")
    .select(["region", "year", "id", "series", "version", "current"])
    .where("sha256", "=", head.sha256)
    .where((eb) =>
      head.region === 0
        ? eb.and([])
        : eb.or([eb("region", "=", head.region), eb.and([eb("region", "=", 0), eb("current", "=", 1)])]),
    )
    .orderBy("current", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  if (same) {
    const saysYear = givenYear !== undefined && same.year !== givenYear;
    const saysRegion = head.region !== 0 && same.region !== head.region;
    return { kind: same.current === 1 && (saysYear || saysRegion) ? "previous" : "already-here", document: same };
  }
  const corrected =
    head.projectTitles.length > 0 ? await findCorrected(db, head) : await findCorrectedReport(db, head, located);
  return corrected ? { kind: "previous", document: corrected } : { kind: "none" };
}

/** Same region, department, year and title, and at least half of the projects of the longer one in common. */
async function findCorrected(db: Database, head: DocumentHead): Promise<KnownDocument | undefined> {
  const size = head.projectTitles.length;
  const candidates = await db
    .selectFrom("document")
    .select(["region", "year", "id", "series", "version", "projects"])
    .where("region", "=", head.region)
    .where("department_id", "=", head.departmentId)
    .where("year", "=", head.year)
    .where("current", "=", 1)
    .where("title_key", "=", head.titleKey)
    .where("projects", ">=", Math.ceil(size / 2))
    .where("projects", "<=", size * 2)
    .where("projects", ">", 0)
    .orderBy("id", "desc")
    .execute();
  let best: { readonly document: KnownDocument; readonly common: number } | undefined;
  for (const document of candidates) {
    const common = await projectsInCommon(db, document.id, head.projectTitles);
    if (common * 2 < Math.max(size, document.projects)) continue;
    if (!best || common > best.common) best = { document, common };
  }
  return best?.document;
}

async function projectsInCommon(db: Database, documentId: string, titles: readonly string[]): Promise<number> {
  const left = new Map<string, number>();
  for (const title of titles) left.set(title, (left.get(title) ?? 0) + 1);
  const rows = await db.selectFrom("project").select("title_key").where("document_id", "=", documentId).execute();
  let common = 0;
  for (const { title_key } of rows) {
    const count = left.get(title_key) ?? 0;
    if (count === 0) continue;
    left.set(title_key, count - 1);
    common++;
  }
  return common;
}

/** Of files without a table of targets (self-evaluation, monitoring): the same by what their tables name. */
async function findCorrectedReport(
  db: Database,
  head: DocumentHead,
  located: readonly Located[],
): Promise<KnownDocument | undefined> {
  const candidates = await db
    .selectFrom("document")
    .select(["region", "year", "id", "series", "version"])
    .where("region", "=", head.region)
    .where("department_id", "=", head.departmentId)
    .where("year", "=", head.year)
    .where("current", "=", 1)
    .where("title_key", "=", head.titleKey)
    .where("projects", "=", 0)
    .orderBy("id", "desc")
    .limit(reportsLookedAt)
    .execute();
  const names = new Set(located.map(nameOf));
  for (const document of candidates) {
    const kept = await readKept(db, document);
    const others = kept ? locate(kept.reading) : [];
    const common = others.filter((at) => names.has(nameOf(at))).length;
    if (common > 0 && common * 2 >= Math.max(located.length, others.length)) return document;
  }
  return undefined;
}

const reportsLookedAt = 20;

const nameOf = ({ table, declaration }: Located): string =>
  JSON.stringify([table.kind, foldName(declaration.unit ?? ""), foldName(declaration.project.name)]);

/** The version that is read anew, while it is still the current one — 重读的版本. */
export async function findReread(db: Database, { region, year, id }: Key): Promise<Previous> {
  const found = await db
    .selectFrom("document")
    .select(["region", "year", "id", "series", "version", "current"])
    .where("region", "=", region)
    .where("year", "=", year)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return { kind: found.current === 1 ? "previous" : "already-here", document: found };
}
