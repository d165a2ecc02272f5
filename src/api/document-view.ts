import { plainWanYuan } from "../domain/money.ts";
import { type FieldPath, wordsAt } from "../domain/place.ts";
import { placeInBoth } from "../domain/place-in-words.ts";
import type { Reading } from "../domain/reading.ts";
import { noteInWords } from "../rules/notes-in-words.ts";
import type { StoredDocument } from "../store/store.ts";
import type { DocumentView } from "./contract/document-views.ts";
import type { CompetingView, FindingView } from "./contract/reading-views.ts";
import { findingView } from "./finding-view.ts";
import { reportView } from "./report-view.ts";
import { differenceView, documentRowView, placeView, printedFundingView, projectPage, yearView } from "./row-views.ts";

/** A document with its reading report and findings — 文件与读取报告. */
export function documentView(document: StoredDocument): DocumentView {
  const { reading } = document;
  return {
    row: documentRowView(document.row),
    encoding: reading.source.encoding,
    tables: reading.tables.map((_, n) => tableView(document, n)),
    conservation: conservationView(reading),
    sums: reading.sums.map((sum) => ({
      kind: sum.kind,
      column: sum.column,
      subject: sum.subject,
      label: sum.label,
      printed: plainWanYuan(sum.printed),
      added: plainWanYuan(sum.added),
      difference: plainWanYuan(sum.difference),
      tolerance: plainWanYuan(sum.tolerance),
      closes: Math.abs(sum.difference) <= sum.tolerance,
      parts: sum.parts,
    })),
    competing: competingViews(reading, ""),
    notes: reading.notes.map((note) => {
      const where = placeInBoth(reading, note.at);
      const zh = noteInWords(note, "zh", where);
      const en = noteInWords(note, "en", where);
      return {
        code: note.code,
        title: { zh: zh.title, en: en.title },
        message: { zh: zh.message, en: en.message },
        subject: note.subject,
        at: placeView(reading, note.at),
        quoted: wordsAt(reading.text, note.at),
        proposal: note.proposal ?? null,
      };
    }),
    findings: document.findings.map((finding) =>
      findingView(reading, finding, ownerProject(document, finding.subject)),
    ),
    versions: document.versions.map(documentRowView),
    differences: document.differences.map(differenceView),
  };
}

/** The competing readings of values under a path; all of them under "" — 竞争读法. */
export function competingViews(reading: Reading, path: FieldPath): CompetingView[] {
  return reading.competing
    .filter(({ subject }) => subject.startsWith(path))
    .map((competing) => ({
      subject: competing.subject,
      of: ownerName(reading, competing.subject),
      because: competing.because,
      options: competing.options.map(({ text, taken, place }) => ({ text, taken, place: placeView(reading, place) })),
    }));
}

function tableView(document: StoredDocument, n: number): DocumentView["tables"][number] {
  const table = document.reading.tables[n]!; // n counts the tables
  return {
    path: `tables/${n}`,
    kind: table.kind,
    title: table.title ?? null,
    department: table.department ?? null,
    year: yearView(table.year),
    layout: table.layout,
    printedUnit: table.amountUnit,
    total: table.total ? printedFundingView(table.total) : null,
    units: table.units.map(({ name, funding }) => ({ name, funding: printedFundingView(funding) })),
    projects: table.declarations.map((declaration, m) => {
      const path = `tables/${n}/declarations/${m}`;
      const key = document.projectKeys[path];
      return {
        path,
        key: key ? { ...key } : null,
        page: key ? projectPage(key) : null,
        title: declaration.project.title,
        unit: declaration.unit ?? null,
        funding: declaration.funding ? printedFundingView(declaration.funding) : null,
        indicators: declaration.indicators.length,
        withheld: declaration.disclosure.kind === "withheld",
      };
    }),
    reports:
      table.kind === "targets"
        ? []
        : table.declarations.map((declaration, m) => reportView(declaration, `tables/${n}/declarations/${m}`)),
    footnotes: [...table.footnotes],
  };
}

function conservationView(reading: Reading): DocumentView["conservation"] {
  const { conservation, text } = reading;
  return {
    characters: conservation.characters,
    placed: conservation.placed,
    decoration: conservation.decoration,
    unplacedCharacters: conservation.unplacedCharacters,
    unplaced: conservation.unplaced.map(({ line, start, end }) => ({
      line,
      words: { ...placeInBoth(reading, { line, spans: [{ start, end }] }) },
      start,
      end,
      text: text.slice(start, end),
    })),
  };
}

const declarationPath = /^(tables\/(\d+)\/declarations\/(\d+))/;

function ownerProject(document: StoredDocument, subject: FieldPath): FindingView["project"] {
  const match = declarationPath.exec(subject);
  const key = match && document.projectKeys[match[1]!];
  const declaration = match && document.reading.tables[Number(match[2])]?.declarations[Number(match[3])];
  return key && declaration ? { key: { ...key }, page: projectPage(key), title: declaration.project.title } : null;
}

function ownerName(reading: Reading, subject: FieldPath): string {
  const [, table, list, n] = subject.split("/");
  const found = reading.tables[Number(table)];
  if (list === "declarations") return found?.declarations[Number(n)]?.project.title ?? "";
  if (list === "units") return found?.units[Number(n)]?.name ?? "";
  return found?.title ?? "";
}
