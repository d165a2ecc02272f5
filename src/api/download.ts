import { csvOfDeclarations } from "../publish/indicator-csv.ts";
import type { Store } from "../store/store.ts";
import type { ProjectFilterQuery } from "./contract/project-query.ts";
import { indicatorView, projectRowView, yearView } from "./row-views.ts";

type Rows = ReturnType<Store["eachProject"]>;

/** The projects of a filter as CSV for Excel, a piece at a time — 下载 CSV. */
export function downloadCsv(rows: Rows): AsyncIterable<string> {
  return csvOfDeclarations(rows);
}

/** The projects of a filter with their indicators as one JSON document, a project at a time — 下载 JSON. */
export async function* downloadJson(rows: Rows, query: ProjectFilterQuery): AsyncIterable<string> {
  yield `{"query":${JSON.stringify(query)},"projects":[`;
  let first = true;
  for await (const { row, declaration, table, line } of rows) {
    const project = {
      ...projectRowView(row),
      year: yearView(table.year),
      fileName: table.fileName,
      line,
      goal: declaration.goal,
      withheldReason: declaration.disclosure.kind === "withheld" ? declaration.disclosure.reason : null,
      indicatorList: declaration.indicators.map((indicator, n) => indicatorView(indicator, `indicators/${n}`)),
    };
    yield `${first ? "" : ","}\n${JSON.stringify(project)}`;
    first = false;
  }
  yield "\n]}\n";
}
