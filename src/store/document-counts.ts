import type { Finding } from "../domain/finding.ts";
import { fen, sumFen } from "../domain/money.ts";
import type { Reading } from "../domain/reading.ts";
import { type CurrentRows, countSeverity } from "./rows-of-import.ts";

/** What lists say of a document in numbers — 文件的各项计数. */
export function documentCounts(
  { reading, findings }: { readonly reading: Reading; readonly findings: readonly Finding[] },
  rows: CurrentRows,
) {
  const totals = rows.projects.flatMap((project) => (project.total === null ? [] : fen(project.total)));
  return {
    projects: rows.projects.length,
    indicators: rows.indicators.length,
    total: totals.length > 0 ? sumFen(totals) : null,
    errors: countSeverity(findings, "error"),
    warnings: countSeverity(findings, "warning"),
    infos: countSeverity(findings, "info"),
    characters: reading.conservation.characters,
    unplaced_characters: reading.conservation.unplacedCharacters,
  };
}
