import { fen, sumFen } from "../domain/money.ts";
import type { Engine } from "./engine.ts";
import { wholeSum } from "./read-projects.ts";
import type { EventRow, Figures } from "./store.ts";

/** The numbers of the front page — 总览. */
export async function readFigures({ db }: Engine): Promise<Figures> {
  const byYear = await db
    .selectFrom("project")
    .select((eb) => [
      "project.year",
      eb.fn.countAll<number>().as("projects"),
      wholeSum("total").as("total"),
      eb.fn.count<number>("project.total").as("printed_totals"),
      wholeSum("indicators").as("indicators"),
      wholeSum("quantified").as("quantified"),
      wholeSum("annual_targets").as("annual_targets"),
    ])
    .groupBy("project.year")
    .orderBy("project.year", "desc")
    .execute();
  const organisations = await db
    .selectFrom("project")
    .select(["project.region", "project.department_id", "project.unit_id"])
    .distinct()
    .execute();
  const { documents } = await db
    .selectFrom("document")
    .select((eb) => eb.fn.countAll<number>().as("documents"))
    .where("current", "=", 1)
    .executeTakeFirstOrThrow();
  const sum = (column: "projects" | "indicators" | "quantified" | "annual_targets"): number =>
    byYear.reduce((total, row) => total + row[column], 0);
  return {
    departments: new Set(organisations.map((row) => row.department_id)).size,
    units: new Set(organisations.map((row) => row.unit_id)).size,
    documents,
    projects: sum("projects"),
    indicators: sum("indicators"),
    total: sumFen(byYear.map((row) => fen(row.total))),
    quantified: sum("quantified"),
    annualTargets: sum("annual_targets"),
    years: byYear.map((row) => row.year),
    byYear: byYear.map(({ year, projects, total, printed_totals }) => ({
      year,
      projects,
      total: printed_totals > 0 ? fen(total) : undefined,
    })),
  };
}

/** What was done lately, newest first — 事件. */
export async function readEvents({ db }: Engine, limit: number): Promise<readonly EventRow[]> {
  const rows = await db.selectFrom("event").selectAll().orderBy("sequence", "desc").limit(limit).execute();
  return rows.map(({ region, year, document_id, sequence, at, actor, verb, facts }) => ({
    sequence,
    at,
    actor,
    verb,
    document: { region, year, id: document_id },
    facts: JSON.parse(facts) as EventRow["facts"], // written by this room from that type
  }));
}
