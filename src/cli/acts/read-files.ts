import { countReading } from "../../domain/count-reading.ts";
import { placeInBoth } from "../../domain/place-in-words.ts";
import type { Reading } from "../../domain/reading.ts";
import { type CsvProject, csvOfDeclarations } from "../../publish/indicator-csv.ts";
import { declarationLines, readingDocument } from "../../publish/reading-json.ts";
import type { ColumnRecipe } from "../../read/recipe.ts";
import { noteInWords } from "../../rules/notes-in-words.ts";
import { readBounded } from "../../workflow/bounded/read-bounded.ts";
import { refuseReading } from "../../workflow/import-refusals.ts";
import type { BatchOptions } from "../batch-options.ts";
import { eachFile } from "../each-file.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { openJournal } from "../journal.ts";
import type { ReadFormat } from "../output-formats.ts";
import { recipeMark } from "../recipe-option.ts";
import type { Terminal } from "../terminal.ts";
import { complainOfRefusal } from "./refusal-in-words.ts";

interface ReadOptions extends BatchOptions {
  readonly format: ReadFormat;
  readonly places: boolean;
  readonly year?: number;
  readonly recipe?: ColumnRecipe;
}

/** `jiheng read` — 读取文件，输出数据. One JSON document, JSON Lines by project, or CSV by indicator. */
export async function readFiles(terminal: Terminal, paths: readonly string[], options: ReadOptions): Promise<void> {
  const { format, places, year, recipe, jobs, out } = options;
  const known = { ...(year === undefined ? {} : { year }), ...(recipe ? { recipe } : {}) };
  const run = ["read", format, places ? "places" : "", year ?? "", recipeMark(recipe)].join(" ").trim();
  const journal = out === undefined ? undefined : openJournal(out, run, format);
  const kept: Reading[] = []; // JSON is one document, and is known to be one only at the end
  let header = true;
  await eachFile<Reading>(
    terminal,
    paths,
    { jobs, journal },
    {
      async act({ path, name, bytes }, work) {
        const at = path === "-" ? name : path;
        const begun = performance.now();
        const result = await readBounded({ name, bytes, ...known }, work);
        if (!result.ok) {
          complainOfRefusal(terminal, at, result.refusal);
          return { end: exitCodes.problemsInData };
        }
        const reading = result.value;
        sayHowRead(terminal, reading, performance.now() - begun);
        const misfit = recipe && refuseReading(reading, recipe);
        if (misfit) complainOfRefusal(terminal, at, misfit);
        return { end: misfit ? exitCodes.problemsInData : sayUnread(terminal, at, reading), result: reading };
      },
      async show(reading) {
        if (format === "json") kept.push(reading);
        else
          for await (const piece of pieces(reading, format, header)) {
            if (terminal.readerGone) return;
            await terminal.write(piece);
          }
        header = false;
      },
      async text(reading) {
        if (format === "json") return jsonOf([reading], places);
        let all = "";
        for await (const piece of pieces(reading, format, true)) all += piece;
        return all;
      },
    },
  );
  if (kept.length > 0 && !terminal.readerGone) await terminal.write(jsonOf(kept, places));
}

async function* pieces(reading: Reading, format: "jsonl" | "csv", header: boolean): AsyncIterable<string> {
  if (format === "jsonl") {
    for (const line of declarationLines(reading)) yield `${JSON.stringify(line)}\n`;
    return;
  }
  let first = !header;
  for await (const piece of csvOfDeclarations(projectsOf(reading))) {
    if (!first) yield piece;
    first = false;
  }
}

function jsonOf(readings: readonly Reading[], places: boolean): string {
  const documents = readings.map((reading) => readingDocument(reading, { places }));
  return `${JSON.stringify(documents.length === 1 ? documents[0] : { readings: documents }, null, 1)}\n`;
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
function sayUnread(terminal: Terminal, path: string, reading: Reading): ExitCode {
  if (reading.tables.length > 0) return exitCodes.done;
  for (const note of reading.notes) {
    const where = placeInBoth(reading, note.at);
    const zh = noteInWords(note, "zh", where);
    const en = noteInWords(note, "en", where);
    const at = reading.views.length === 0 ? `${path}:${note.at.line}` : path;
    terminal.complain({
      zh: `${at} ${zh.title}：${zh.message}${zh.advice}`,
      en: `${at} ${en.title}: ${en.message} ${en.advice}`,
    });
  }
  return exitCodes.problemsInData;
}

function* projectsOf(reading: Reading): Iterable<CsvProject> {
  let number = 0;
  for (const [at, table] of reading.tables.entries())
    for (const [index, declaration] of table.declarations.entries())
      yield {
        declaration,
        table: { fileName: reading.source.name, department: table.department, year: table.year, kind: table.kind },
        line: reading.places[`tables/${at}/declarations/${index}`]?.line ?? 0,
        number: ++number,
      };
}
