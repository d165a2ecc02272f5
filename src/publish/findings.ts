import { type Finding, type Severity, severities } from "../domain/finding.ts";
import type { Place } from "../domain/place.ts";
import { placeInBoth } from "../domain/place-in-words.ts";
import type { Reading } from "../domain/reading.ts";
import type { Language, Refusal } from "../domain/result.ts";
import type { CheckReport } from "../rules/check-report.ts";
import { findingInWords } from "../rules/in-words.ts";
import { noteInWords } from "../rules/notes-in-words.ts";
import type { FindingsDocument } from "./findings-schema.ts";
import { placeJson } from "./place-json.ts";

/** A file with what the rules say of it — 审核过的文件. */
export interface FindingsFile {
  readonly path: string;
  readonly reading: Reading;
  readonly report: CheckReport;
}

/** A file that could not be read at all, and why — 不能读取的文件. */
export interface RefusedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly refusal: Refusal;
}

/** 交来审核的文件. */
export type CheckedFile = FindingsFile | RefusedFile;

const severityInChinese = new Map(severities.map(({ severity, zh }) => [severity, zh]));

/** As compilers say it in English: the severity's own word. */
const severityWord = (severity: Severity, language: Language): string =>
  language === "zh" ? (severityInChinese.get(severity) ?? severity) : severity;

/** Findings for a person at a terminal — 审核发现（文字）: `file:line severity rule title` and what to do. */
export function findingsText(files: readonly CheckedFile[], language: Language, paint: Paint): string {
  return files
    .map((file) => ("refusal" in file ? textOfRefused(file, language) : textOfFile(file, language, paint)))
    .join("\n");
}

/** A severity's word as it is to be shown: in colour, or as it is. */
type Paint = (severity: Severity, word: string) => string;

function textOfRefused({ path, refusal }: RefusedFile, language: Language): string {
  const at = refusal.line === undefined ? path : `${path}:${refusal.line}`;
  return `${at} ${refusal.message[language]}\n    ${refusal.hint[language]}\n`;
}

function textOfFile({ path, reading, report }: FindingsFile, language: Language, paint: Paint): string {
  if (reading.tables.length === 0)
    return reading.notes
      .map((note) => {
        const { title, message, advice } = noteInWords(note, language, placeInBoth(reading, note.at));
        return `${locatedPath(path, reading, note.at, language)} ${title}\n    ${message}\n    ${advice}\n`;
      })
      .join("");
  const lines = report.findings.map((finding) => {
    const [place] = finding.at;
    const { title, message, advice } = findingInWords(finding, language, place && placeInBoth(reading, place));
    const head = `${locatedPath(path, reading, place, language)} ${paint(finding.severity, severityWord(finding.severity, language))} ${finding.rule} ${title}`;
    return `${head}\n    ${message}\n    ${advice}\n`;
  });
  const count = (severity: Severity): number => report.findings.filter((one) => one.severity === severity).length;
  const summary =
    language === "zh"
      ? `${path}：错误 ${count("error")} 项，提醒 ${count("warning")} 项，提示 ${count("info")} 项\n`
      : `${path}: ${count("error")} errors, ${count("warning")} warnings, ${count("info")} infos\n`;
  const broken = report.ourErrors.map((one) => `${path}:${one.line ?? 0} ! ${one.rule} ${one.message}\n`);
  return [...lines, ...broken, summary].join("");
}

/** File and place: of text its line, which editors open; else as a person says it. */
function locatedPath(path: string, reading: Reading, place: Place | undefined, language: Language): string {
  if (reading.views.length === 0) return `${path}:${place?.line ?? 1}`;
  return place ? `${path} ${placeInBoth(reading, place)[language]}` : path;
}

/** 1-based line that a finding starts on — 发现所在行; 1 where it speaks of the whole file. */
export function lineOf(finding: Finding): number {
  return finding.at[0]?.line ?? 1;
}

/** Findings for programs — 审核发现（JSON）. */
export function findingsJson(files: readonly CheckedFile[]): FindingsDocument {
  return {
    format: "jiheng-findings/1",
    files: files.map((file) => ("refusal" in file ? jsonOfRefused(file) : jsonOfFile(file))),
  };
}

type FileOfDocument = FindingsDocument["files"][number];

function jsonOfRefused({ path, sha256, refusal }: RefusedFile): FileOfDocument {
  const { code, message, hint, line } = refusal;
  return {
    path,
    sha256,
    refusal: { code, line: line ?? null, message: { ...message }, hint: { ...hint } },
    tables: 0,
    notes: [],
    findings: [],
    outcomes: [],
    ourErrors: [],
  };
}

function jsonOfFile({ path, reading, report }: FindingsFile): FileOfDocument {
  return {
    path,
    sha256: reading.source.sha256,
    refusal: null,
    tables: reading.tables.length,
    notes: reading.notes.map((note) => ({ ...note, at: placeJson(note.at), facts: { ...note.facts } })),
    findings: report.findings.map((finding) => ({
      ...finding,
      at: finding.at.map(placeJson),
      expected: finding.expected ?? null,
      found: finding.found ?? null,
      facts: { ...finding.facts },
      zh: findingInWords(finding, "zh"),
      en: findingInWords(finding, "en"),
    })),
    outcomes: report.outcomes.map((one) => ({
      ...one,
      counts: { ...one.counts },
      reasons: one.reasons.map((reason) => ({ ...reason })),
    })),
    ourErrors: report.ourErrors.map((one) => ({ ...one, line: one.line ?? null })),
  };
}
