import { sql } from "kysely";
import type { Engine } from "./engine.ts";
import type { KeptReadings } from "./kept-readings.ts";
import { whereFilter } from "./project-filter.ts";
import { declarationAt } from "./read-project.ts";
import { projectRow, selectProjects } from "./read-projects.ts";
import type { KeptProject, ProjectFilter } from "./store.ts";

const rowsPerPage = 200;

/** All projects of a filter in document order, newest year first; a page of rows in memory at a time — 逐项导出. */
export async function* eachProject(
  engine: Engine,
  readings: KeptReadings,
  filter: ProjectFilter,
): AsyncIterable<KeptProject> {
  const where = whereFilter(engine, filter);
  let after: { year: number; documentId: string; position: number } | undefined;
  for (;;) {
    let query = selectProjects(engine.db).where(where);
    if (after) {
      const { year, documentId, position } = after;
      query = query.where((eb) =>
        eb.or([
          eb("project.year", "<", year),
          eb.and([
            eb("project.year", "=", year),
            sql<boolean>`(${eb.ref("project.document_id")}, ${eb.ref("project.position")}) > (${documentId}, ${position})`,
          ]),
        ]),
      );
    }
    const rows = await query
      .orderBy("project.year", "desc")
      .orderBy("project.document_id")
      .orderBy("project.position")
      .limit(rowsPerPage)
      .execute();
    for (const stored of rows) {
      const row = projectRow(stored);
      const kept = await readings.get(row.document);
      if (!kept) throw new Error(`project ${row.key.id} has no document`);
      const { declaration, table } = declarationAt(kept.reading, stored.path);
      const { kind, title, department, year, amountUnit } = table;
      yield {
        row,
        declaration,
        table: { kind, title, department, year, amountUnit, fileName: kept.reading.source.name },
        line: kept.reading.places[stored.path]?.line ?? 0,
        number: stored.position + 1,
      };
    }
    const last = rows.at(-1);
    if (!last || rows.length < rowsPerPage) return;
    after = { year: last.year, documentId: last.document_id, position: last.position };
  }
}
