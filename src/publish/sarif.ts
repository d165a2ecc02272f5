import type { Finding, Severity } from "../domain/finding.ts";
import type { Place } from "../domain/place.ts";
import { placeInBoth } from "../domain/place-in-words.ts";
import type { ReadingNote } from "../domain/reading.ts";
import type { Language } from "../domain/result.ts";
import { checks } from "../rules/checks/index.ts";
import { findingInWords } from "../rules/in-words.ts";
import { noteInWords } from "../rules/notes-in-words.ts";
import { type CheckedFile, type FindingsFile, lineOf, type RefusedFile } from "./findings.ts";

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/**
 * Findings as SARIF 2.1.0 — 静态分析结果交换格式: editors and code hosts show them at their line. A file that holds no known
 * table is an error of its own, so that "nothing found" never stands for "nothing read". Paths are relative ones.
 */
export function sarifLog(given: readonly CheckedFile[], language: Language): object {
  const refused = given.filter((file) => "refusal" in file);
  const files = given.filter((file) => "reading" in file);
  const unread = files.flatMap((file) =>
    file.reading.tables.length === 0 ? file.reading.notes.map((note) => ({ file, note })) : [],
  );
  const broken = files.flatMap((file) => file.report.ourErrors.map((error) => ({ file, error })));
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "jiheng",
            language: language === "zh" ? "zh-CN" : "en",
            rules: [
              ...checkRules(language),
              ...refusalRules(refused, language),
              ...noteRules(
                unread.map(({ note }) => note),
                language,
              ),
            ],
          },
        },
        columnKind: "utf16CodeUnits",
        artifacts: given.map((file) => {
          const { bytes, sha256 } = "refusal" in file ? file : file.reading.source;
          return { location: { uri: uriOf(file.path) }, length: bytes, hashes: { "sha-256": sha256 } };
        }),
        invocations: [
          {
            executionSuccessful: broken.length === 0,
            toolExecutionNotifications: broken.map(({ file, error }) => ({
              level: "error",
              associatedRule: { id: error.rule },
              message: { text: error.message },
              locations: [locationOf(file.path, error.line ?? 1)],
            })),
          },
        ],
        results: [
          ...refused.map((file) => refusedResult(file, language)),
          ...unread.map(({ file, note }) => unreadResult(file, note, language)),
          ...files.flatMap((file) => file.report.findings.map((finding) => findingResult(file, finding, language))),
        ],
      },
    ],
  };
}

const checkRules = (language: Language): readonly object[] =>
  checks.map((check) => ({
    id: check.id,
    name: check.title.en,
    shortDescription: { text: check.title[language] },
    fullDescription: { text: check.looksAt[language] },
    defaultConfiguration: { level: levels[check.severity] },
    properties: { basis: check.basis[language], version: check.version },
  }));

function noteRules(notes: readonly ReadingNote[], language: Language): readonly object[] {
  const first = new Map(notes.toReversed().map((note) => [note.code, note]));
  return [...first.values()].map((note) => ({
    id: note.code,
    shortDescription: { text: noteInWords(note, language).title },
    defaultConfiguration: { level: "error" },
  }));
}

function refusalRules(refused: readonly RefusedFile[], language: Language): readonly object[] {
  const first = new Map(refused.toReversed().map(({ refusal }) => [refusal.code, refusal]));
  return [...first.values()].map(({ code, message }) => ({
    id: code,
    shortDescription: { text: message[language] },
    defaultConfiguration: { level: "error" },
  }));
}

function refusedResult({ path, refusal }: RefusedFile, language: Language): object {
  return {
    ruleId: refusal.code,
    level: "error",
    message: { text: sentences(language, refusal.message[language], refusal.hint[language]) },
    locations: [locationOf(path, refusal.line ?? 1)],
  };
}

function findingResult({ path, reading }: FindingsFile, finding: Finding, language: Language): object {
  const [place] = finding.at;
  const { message, advice } = findingInWords(finding, language, place && placeInBoth(reading, place));
  return {
    ruleId: finding.rule,
    level: levels[finding.severity],
    message: { text: sentences(language, message, advice) },
    locations: [locationOf(path, lineOf(finding), finding.at[0], reading.text)],
    relatedLocations: finding.at.slice(1).map((place) => locationOf(path, place.line, place, reading.text)),
    properties: { subject: finding.subject, expected: finding.expected, found: finding.found },
  };
}

function unreadResult({ path, reading }: FindingsFile, note: ReadingNote, language: Language): object {
  const { message, advice } = noteInWords(note, language, placeInBoth(reading, note.at));
  return {
    ruleId: note.code,
    level: "error",
    message: { text: sentences(language, message, advice) },
    locations: [locationOf(path, note.at.line, note.at, reading.text)],
  };
}

const sentences = (language: Language, ...all: readonly string[]): string => all.join(language === "zh" ? "" : " ");

function locationOf(path: string, line: number, place?: Place, text = ""): object {
  const span = place?.spans[0];
  const words = span && {
    charOffset: span.start,
    charLength: span.end - span.start,
    snippet: { text: text.slice(span.start, span.end) },
  };
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      region: { startLine: Math.max(1, line), ...words },
    },
  };
}

/** A path, of either kind of system, as a relative URI. */
const uriOf = (path: string): string =>
  path
    .split(/[\\/]/)
    .map((part) => encodeURIComponent(part))
    .join("/");
