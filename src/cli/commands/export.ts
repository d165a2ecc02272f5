import { csvOfDeclarations } from "../../publish/indicator-csv.ts";
import { declarationDocument } from "../../publish/reading-json.ts";
import type { ProjectFilter, Store } from "../../store/store.ts";
import type { Terminal } from "../terminal.ts";

export const exportFormats = ["csv", "jsonl"] as const;

/** `jiheng export` — 导出已入库的数据: all that a filter keeps, streamed. */
export async function exportCommand(
  terminal: Terminal,
  store: Store,
  filter: ProjectFilter,
  format: (typeof exportFormats)[number],
): Promise<void> {
  if (format === "csv") {
    for await (const piece of csvOfDeclarations(store.eachProject(filter))) terminal.write(piece);
    return;
  }
  for await (const { row, declaration, table, line } of store.eachProject(filter)) {
    const { region, year, id } = row.key;
    const project = { key: { region, year, id }, file: table.fileName, ...declarationDocument(declaration, line) };
    terminal.write(`${JSON.stringify(project)}\n`);
  }
}
