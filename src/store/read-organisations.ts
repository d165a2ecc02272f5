import { fen } from "../domain/money.ts";
import type { Engine } from "./engine.ts";
import { isShortDigest } from "./keys.ts";
import { wholeSum } from "./read-projects.ts";
import type { OrganisationRow } from "./store.ts";

type Column = "department_id" | "unit_id";

/** Departments that have a current project, the largest sum of money first — 部门列表. */
export const readDepartments = (engine: Engine): Promise<readonly OrganisationRow[]> =>
  readOrganisations(engine, "department_id");

/** One department and its units — 部门. */
export async function readDepartment(
  engine: Engine,
  id: string,
): Promise<{ row: OrganisationRow; units: readonly OrganisationRow[] } | undefined> {
  if (!isShortDigest(id)) return undefined;
  const [row] = await readOrganisations(engine, "department_id", { column: "department_id", id });
  return row && { row, units: await readOrganisations(engine, "unit_id", { column: "department_id", id }) };
}

/** One unit and the department it belongs to — 单位. */
export async function readUnit(
  engine: Engine,
  id: string,
): Promise<{ row: OrganisationRow; department: OrganisationRow } | undefined> {
  if (!isShortDigest(id)) return undefined;
  const [row] = await readOrganisations(engine, "unit_id", { column: "unit_id", id });
  if (!row?.parentId) return undefined;
  const [department] = await readOrganisations(engine, "department_id", { column: "department_id", id: row.parentId });
  return department && { row, department };
}

async function readOrganisations(
  { db }: Engine,
  column: Column,
  only?: { readonly column: Column; readonly id: string },
): Promise<readonly OrganisationRow[]> {
  let counted = db
    .selectFrom("project")
    .select((eb) => [
      "project.region",
      `project.${column} as id`,
      "project.year",
      eb.fn.countAll<number>().as("projects"),
      wholeSum("indicators").as("indicators"),
      wholeSum("total").as("total"),
    ])
    .groupBy([`project.${column}`, "project.year", "project.region"]);
  if (only) counted = counted.where(`project.${only.column}`, "=", only.id);
  const rows = await db
    .selectFrom(counted.as("counted"))
    .innerJoin("organisation", (join) =>
      join.onRef("organisation.region", "=", "counted.region").onRef("organisation.id", "=", "counted.id"),
    )
    .select(["counted.region", "counted.id", "counted.year", "counted.projects", "counted.indicators", "counted.total"])
    .select(["organisation.name", "organisation.parent_id"])
    .execute();
  const byId = new Map<string, OrganisationRow>();
  for (const row of rows) {
    const sofar = byId.get(row.id);
    byId.set(row.id, {
      id: row.id,
      region: row.region,
      name: row.name,
      parentId: row.parent_id ?? undefined,
      years: [...(sofar?.years ?? []), row.year].sort((a, b) => b - a),
      projects: (sofar?.projects ?? 0) + row.projects,
      indicators: (sofar?.indicators ?? 0) + row.indicators,
      total: fen((sofar?.total ?? 0) + row.total),
    });
  }
  return [...byId.values()].sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
}
