import { plainWanYuan, wanYuan } from "../../domain/money.ts";
import type { SearchDocument } from "../../publish/search-schema.ts";
import type { Count, IndicatorHit, Key, ProjectFilter, ProjectRow, SearchResult, Store } from "../../store/store.ts";
import { alignedLines } from "../display-width.ts";
import { exitCodes } from "../exit-codes.ts";
import type { SearchFormat } from "../output-formats.ts";
import type { Terminal } from "../terminal.ts";

interface SearchOptions {
  readonly format: SearchFormat;
  readonly limit: number;
}

/** `jiheng search` — 检索项目和指标. Nothing found ends with 4. */
export async function searchKept(
  terminal: Terminal,
  store: Store,
  query: string,
  filter: ProjectFilter,
  { format, limit }: SearchOptions,
): Promise<void> {
  const result = await store.search(query, limit, filter);
  if (format === "json") await terminal.write(`${JSON.stringify(documentOf(query, result), null, 1)}\n`);
  else for (const line of linesOf(result, terminal.language === "zh")) await terminal.write(`${line}\n`);
  const found = result.projects.rows.length + result.indicators.rows.length > 0;
  if (!found)
    terminal.say({
      zh: `没有找到“${query}”。可以换一个更短的词，或去掉筛选。`,
      en: `Nothing has “${query}”. Try a shorter word, or fewer filters.`,
    });
  terminal.end(found ? exitCodes.done : exitCodes.notFound);
}

function linesOf({ projects, indicators }: SearchResult, zh: boolean): readonly string[] {
  const unit = zh ? "万元" : "×10,000 yuan";
  const projectRows = projects.rows.map(({ key, department, name, funding }) => [
    `  ${yearText(key)}`,
    department,
    name,
    funding.total === undefined ? "" : wanYuan(funding.total),
    funding.total === undefined ? "" : unit,
  ]);
  const indicatorRows = indicators.rows.map(({ project, name, annual }) => [
    `  ${yearText(project.key)}`,
    project.name,
    name,
    annual ?? "",
  ]);
  return [
    `${zh ? "项目" : "Projects"} ${countText(projects.count)}`,
    ...alignedLines(projectRows, { right: [3] }),
    `${zh ? "指标" : "Indicators"} ${countText(indicators.count)}`,
    ...alignedLines(indicatorRows),
  ];
}

const yearText = ({ year }: Key): string => (year === 0 ? "—" : String(year));

/** A capped count says that it is one: `10000+`. */
function countText({ n, capped, estimate }: Count): string {
  if (!capped) return String(n);
  return estimate === undefined ? `${n}+` : `${n}+ (≈ ${estimate})`;
}

function documentOf(query: string, { projects, indicators }: SearchResult): SearchDocument {
  return {
    format: "jiheng-search/1",
    query,
    projects: { count: countJson(projects.count), rows: projects.rows.map(projectJson) },
    indicators: { count: countJson(indicators.count), rows: indicators.rows.map(indicatorJson) },
  };
}

const countJson = ({ n, capped, estimate }: Count) => ({ n, capped, estimate: estimate ?? null });
const keyJson = ({ region, year, id }: Key): string => `${region}/${year}/${id}`;
const yearJson = ({ year }: Key): number | null => (year === 0 ? null : year);
const moneyJson = (fen: ProjectRow["funding"]["total"]): string | null =>
  fen === undefined ? null : plainWanYuan(fen);

function projectJson(row: ProjectRow): SearchDocument["projects"]["rows"][number] {
  const { key, document, department, unit, name, code, title, withheld, funding, indicators, findings } = row;
  return {
    key: keyJson(key),
    document: keyJson(document),
    year: yearJson(key),
    department,
    unit,
    name,
    code: code ?? null,
    title,
    withheld,
    funding: {
      total: moneyJson(funding.total),
      appropriation: moneyJson(funding.appropriation),
      specialAccount: moneyJson(funding.specialAccount),
      other: moneyJson(funding.other),
    },
    indicators,
    findings: { error: findings.error, warning: findings.warning, info: findings.info },
  };
}

function indicatorJson(hit: IndicatorHit): SearchDocument["indicators"]["rows"][number] {
  const { project, path, name, level1, level2, cycle, annual } = hit;
  return {
    project: {
      key: keyJson(project.key),
      year: yearJson(project.key),
      department: project.department,
      unit: project.unit,
      name: project.name,
    },
    path,
    name,
    level1: level1 ?? null,
    level2: level2 ?? null,
    cycle: cycle ?? null,
    annual: annual ?? null,
  };
}
