import { countReading } from "../../domain/count-reading.ts";
import type { Reading } from "../../domain/reading.ts";
import { type CsvProject, csvOfDeclarations } from "../../publish/indicator-csv.ts";
import { declarationLines, readingDocument } from "../../publish/reading-json.ts";
import { readText } from "../../read/read-source.ts";
import { noteInWords } from "../../rules/notes-in-words.ts";
import { eachFile } from "../each-file.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { ReadFormat } from "../output-formats.ts";
import type { Terminal } from "../terminal.ts";

interface ReadOptions {
  readonly format: ReadFormat;
  readonly places: boolean;
  readonly year?: number;
}

/** `jiheng read` — 读取文件，输出数据. One JSON document, JSON Lines by project, or CSV by indicator. */
export async function readFiles(terminal: Terminal, paths: readonly string[], options: ReadOptions): Promise<void> {
  const readings: Reading[] = [];
  await eachFile(terminal, paths, async ({ name, bytes }) => {
    const begun = performance.now();
    const reading = readText({ name, bytes, ...(options.year === undefined ? {} : { year: options.year }) });
    readings.push(reading);
    sayHowRead(terminal, reading, performance.now() - begun);
    return sayUnread(terminal, reading);
  });
  if (readings.length === 0) return;
  for await (const piece of pieces(readings, options)) {
    if (terminal.readerGone) return;
    await terminal.write(piece);
  }
}

async function* pieces(readings: readonly Reading[], { format, places }: ReadOptions): AsyncIterable<string> {
  if (format === "csv") yield* csvOfDeclarations(projectsOf(readings));
  else if (format === "jsonl") for (const line of readings.flatMap(declarationLines)) yield `${JSON.stringify(line)}\n`;
  else yield `${jsonOf(readings, places)}\n`;
}

function jsonOf(readings: readonly Reading[], places: boolean): string {
  const documents = readings.map((reading) => readingDocument(reading, { places }));
  return JSON.stringify(documents.length === 1 ? documents[0] : { readings: documents }, null, 1);
}

function sayHowRead(terminal: Terminal, reading: Reading, ms: number): void {
  const { source, conservation } = reading;
  const { projects, indicators } = countReading(reading);
  const { characters, unplacedCharacters } = conservation;
  const took = `${ms.toFixed(0)} ms`;
  terminal.detail({
    zh: `${source.name}：${projects} 个项目，${indicators} 项指标；${characters} 字中 ${unplacedCharacters} 字未归位；${took}`,
    en: `${source.name}: ${projects} projects, ${indicators} indicators; ${unplacedCharacters} of ${characters} characters not placed; ${took}`,
  });
}

/** Says what of a file could not be read; a file without a table is a problem in the data. */
function sayUnread(terminal: Terminal, reading: Reading): ExitCode {
  if (reading.tables.length > 0) return exitCodes.done;
  for (const note of reading.notes) {
    const zh = noteInWords(note, "zh");
    const en = noteInWords(note, "en");
    const at = `${reading.source.name}:${note.at.line}`;
    terminal.complain({
      zh: `${at} ${zh.title}：${zh.message}${zh.advice}`,
      en: `${at} ${en.title}: ${en.message} ${en.advice}`,
    });
  }
  return exitCodes.problemsInData;
}

function* projectsOf(readings: readonly Reading[]): Iterable<CsvProject> {
  for (const reading of readings) {
    let number = 0;
    for (const [at, table] of reading.tables.entries())
      for (const [index, declaration] of table.declarations.entries())
        yield {
          declaration,
          table: { fileName: reading.source.name, department: table.department, year: table.year },
          line: reading.places[`tables/${at}/declarations/${index}`]?.line ?? 0,
          number: ++number,
        };
  }
}
