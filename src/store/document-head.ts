import { foldName } from "../domain/identity.ts";
import { departmentOf, isYearInferred, type Located, yearOf } from "./located.ts";
import { departmentId, shortDigest } from "./organisation-id.ts";
import { storable } from "./storable.ts";
import type { ImportRecord } from "./store.ts";

/** What is known of a document before it is kept — 文件抬头. */
export interface DocumentHead {
  readonly region: number;
  readonly year: number;
  readonly yearInferred: boolean;
  readonly sha256: string;
  readonly title: string | null;
  readonly titleKey: string;
  readonly department: string;
  readonly departmentId: string;
  readonly projectTitles: readonly string[];
}

/** Region, year, title and department of a record — 文件抬头. */
export function documentHead(
  record: Pick<ImportRecord, "region" | "year" | "reading">,
  located: readonly Located[],
): DocumentHead {
  const { region, reading } = record;
  const first = located[0];
  const department =
    reading.tables.find((table) => table.department)?.department ?? (first && departmentOf(first)) ?? "";
  const dated = reading.tables.find((table) => table.year.basis !== "unknown") ?? reading.tables[0];
  const title = reading.tables.find((table) => table.title)?.title;
  return {
    region,
    year: yearOf(record.year, dated),
    yearInferred: isYearInferred(record.year, dated),
    sha256: reading.source.sha256,
    title: title === undefined ? null : storable(title),
    titleKey: shortDigest(foldName(title ?? "")),
    department,
    departmentId: departmentId(region, department),
    projectTitles: located
      .filter(({ table }) => table.kind === "targets")
      .map(({ declaration }) => shortDigest(foldName(declaration.project.title))),
  };
}
