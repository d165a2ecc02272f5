import { csvOfDeclarations } from "../../publish/indicator-csv.ts";
import { declarationDocument } from "../../publish/reading-json.ts";
import type { ExportedProject } from "../../publish/reading-schema.ts";
import type { ProjectFilter, Store } from "../../store/store.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExportFormat } from "../output-formats.ts";
import type { Terminal } from "../terminal.ts";

/** `jiheng export` — 导出已入库的数据: all that a filter keeps, streamed. */
export async function exportKept(
  terminal: Terminal,
  store: Store,
  filter: ProjectFilter,
  format: ExportFormat,
): Promise<void> {
  const finished = await terminal.interruptible(async (signal) => {
    for await (const piece of pieces(store, filter, format)) {
      if (signal.aborted) return false;
      if (terminal.readerGone) return true;
      await terminal.write(piece);
    }
    return true;
  });
  if (finished) return;
  terminal.complain({ zh: "已中断：输出不完整。", en: "Interrupted: the output is incomplete." });
  terminal.end(exitCodes.interrupted);
}

async function* pieces(store: Store, filter: ProjectFilter, format: ExportFormat): AsyncIterable<string> {
  if (format === "csv") return yield* csvOfDeclarations(store.eachProject(filter));
  let first = true;
  if (format === "json") yield '{"format":"jiheng-export/1","projects":[';
  for await (const { row, declaration, table, line } of store.eachProject(filter)) {
    const { region, year, id } = row.key;
    const project: ExportedProject = {
      key: { region, year, id },
      file: table.fileName,
      ...declarationDocument(declaration, line),
    };
    const text = JSON.stringify(project);
    yield format === "jsonl" ? `${text}\n` : `${first ? "" : ","}\n${text}`;
    first = false;
  }
  if (format === "json") yield "\n]}\n";
}
