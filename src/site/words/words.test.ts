import { describe, expect, test } from "vitest";
import { aboutWords } from "./about.ts";
import { bringWords } from "./bring.ts";
import { chartWords } from "./chart.ts";
import { columnsWords } from "./columns.ts";
import { competingWords } from "./competing.ts";
import { dataWords } from "./data.ts";
import { deskWords } from "./desk.ts";
import { differenceWords } from "./difference.ts";
import { documentWords } from "./document.ts";
import { explorerWords } from "./explorer.ts";
import { frameWords } from "./frame.ts";
import { homeWords } from "./home.ts";
import { importWords } from "./import.ts";
import { listWords } from "./list.ts";
import { organisationWords } from "./organisation.ts";
import { pictureWords } from "./picture.ts";
import { problemWords } from "./problem.ts";
import { projectWords } from "./project.ts";
import { reportWords } from "./report.ts";
import { rulesWords } from "./rules.ts";
import { searchWords } from "./search.ts";
import { sourceWords } from "./source.ts";
import { valueWords } from "./value.ts";

const catalogues = {
  aboutWords,
  bringWords,
  chartWords,
  columnsWords,
  competingWords,
  dataWords,
  deskWords,
  differenceWords,
  documentWords,
  explorerWords,
  frameWords,
  homeWords,
  importWords,
  listWords,
  organisationWords,
  problemWords,
  pictureWords,
  projectWords,
  reportWords,
  rulesWords,
  searchWords,
  sourceWords,
  valueWords,
};

/** Names of formats and standards, addresses and examples, which are the same in Chinese. */
const sameInChinese =
  /\/[\w/{}.?=-]+|OpenAPI|RFC|ETag|If-None-Match|CSV|JSON|SHA-256|BOM|Excel|WPS|Word|PDF|ZIP|MB|jiheng import|API|English|\.txt|\bS\b/g;

describe.each(Object.entries(catalogues))("%s", (name, catalogue) => {
  test("says the same things in both languages", () => {
    expect(shapeOf(catalogue.en)).toEqual(shapeOf(catalogue.zh));
  });

  test("has no English in Chinese", () => {
    const english = textsOf(catalogue.zh).filter((text) => /[A-Za-z]{2,}/.test(text.replace(sameInChinese, "")));
    expect(name === "frameWords" ? english.filter((text) => text !== "en") : english).toEqual([]);
  });
});

function shapeOf(value: unknown): unknown {
  if (typeof value === "function") return `of ${value.length}`;
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shapeOf(part)]));
  return "words";
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return [String(value(1, 2, 3, false))];
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsOf);
  return [];
}
