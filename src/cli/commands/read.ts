import type { Reading } from "../../domain/reading.ts";
import { type CsvProject, csvOfDeclarations } from "../../publish/indicator-csv.ts";
import { declarationLines, readingDocument } from "../../publish/reading-json.ts";
import { readSource } from "../../read/read-source.ts";
import { noteInWords } from "../../rules/notes-in-words.ts";
import { eachFile } from "../each-file.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

export const readFormats = ["json", "jsonl", "csv"] as const;

export interface ReadOptions {
  readonly format: (typeof readFormats)[number];
  readonly places: boolean;
  readonly year?: number;
}

/** `jiheng read` — 读取文件，输出数据. One JSON document, JSON Lines by project, or CSV by indicator. */
export async function readCommand(terminal: Terminal, paths: readonly string[], options: ReadOptions): Promise<void> {
  const readings: Reading[] = [];
  await eachFile(terminal, paths, async ({ name, bytes }) => {
    const reading = readSource({ name, bytes, ...(options.year === undefined ? {} : { year: options.year }) });
    readings.push(reading);
    return sayUnread(terminal, reading);
  });
  if (readings.length === 0) return;
  if (options.format === "csv")
    for await (const piece of csvOfDeclarations(projectsOf(readings))) terminal.write(piece);
  else if (options.format === "jsonl")
    for (const line of readings.flatMap(declarationLines)) terminal.write(`${JSON.stringify(line)}\n`);
  else terminal.write(`${jsonOf(readings, options.places)}\n`);
}

function jsonOf(readings: readonly Reading[], places: boolean): string {
  const documents = readings.map((reading) => readingDocument(reading, { places }));
  return JSON.stringify(documents.length === 1 ? documents[0] : { readings: documents }, null, 1);
}

/** Says what of a file could not be read; a file without a table is a problem in the data. */
function sayUnread(terminal: Terminal, reading: Reading): ExitCode {
  if (reading.tables.length > 0) return exitCodes.done;
  for (const note of reading.notes) {
    const say = (language: "zh" | "en") => {
      const { title, message, advice } = noteInWords(note, language);
      return `${reading.source.name}:${note.at.line} ${title}：${message}${advice}`;
    };
    terminal.say({ zh: say("zh"), en: say("en") });
  }
  return exitCodes.problemsInData;
}

function* projectsOf(readings: readonly Reading[]): Iterable<CsvProject> {
  for (const reading of readings)
    for (const [at, table] of reading.tables.entries())
      for (const [index, declaration] of table.declarations.entries())
        yield {
          declaration,
          table: { fileName: reading.source.name, department: table.department, year: table.year },
          line: reading.places[`tables/${at}/declarations/${index}`]?.line ?? 0,
        };
}
