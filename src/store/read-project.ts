import type { Reading } from "../domain/reading.ts";
import type { Engine } from "./engine.ts";
import type { KeptReadings } from "./kept-readings.ts";
import { isKey } from "./keys.ts";
import { declarationPath, type Located } from "./located.ts";
import { projectRow, selectProjects } from "./read-projects.ts";
import type { Key, StoredProject } from "./store.ts";

/**
 * The declaration at a path of its reading — 按路径取项目. Throws where there is none: rows and readings are written
 * together.
 */
export function declarationAt(reading: Reading, path: string): Pick<Located, "declaration" | "table"> {
  const [, t, , d] = path.split("/");
  const table = reading.tables[Number(t)];
  const declaration = table?.declarations[Number(d)];
  if (!declaration) throw new Error(`no declaration at ${path}`);
  return { declaration, table };
}

/** One project with all that its table says of it — 项目详情. */
export async function readProject(
  { db }: Engine,
  readings: KeptReadings,
  key: Key,
): Promise<StoredProject | undefined> {
  if (!isKey(key)) return undefined;
  const found = await selectProjects(db)
    .where("project.region", "=", key.region)
    .where("project.year", "=", key.year)
    .where("project.id", "=", key.id)
    .executeTakeFirst();
  if (!found) return undefined;
  const row = projectRow(found);
  const kept = await readings.get(row.document);
  if (!kept) throw new Error(`project ${key.id} has no document`);
  const otherYears = await selectProjects(db)
    .where("project.region", "=", key.region)
    .where("project.unit_id", "=", found.unit_id)
    .where("project.title_key", "=", found.title_key)
    .where("project.year", "!=", key.year)
    .orderBy("project.year", "desc")
    .orderBy("project.position")
    .execute();
  return {
    row,
    declaration: declarationAt(kept.reading, found.path).declaration,
    path: found.path,
    findings: kept.verdict.findings.filter((finding) => declarationPath(finding.subject) === found.path),
    otherYears: otherYears.map(projectRow),
  };
}
