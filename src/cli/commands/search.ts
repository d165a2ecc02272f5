import { wanYuan } from "../../domain/money.ts";
import type { Count, Store } from "../../store/store.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

export interface SearchOptions {
  readonly format: "text" | "json";
  readonly limit: number;
}

/** `jiheng search` — 检索项目和指标. Nothing found ends with 4. */
export async function searchCommand(
  terminal: Terminal,
  store: Store,
  query: string,
  options: SearchOptions,
): Promise<void> {
  const { projects, indicators } = await store.search(query, options.limit);
  if (options.format === "json") terminal.write(`${JSON.stringify({ query, projects, indicators }, null, 1)}\n`);
  else {
    const zh = terminal.language === "zh";
    terminal.write(`${zh ? "项目" : "Projects"} ${countText(projects.count)}\n`);
    for (const { key, department, name, funding } of projects.rows) {
      const money = funding.total === undefined ? "" : `${wanYuan(funding.total)} ${zh ? "万元" : "×10,000 yuan"}`;
      terminal.write(`  ${key.year || "—"}  ${department}  ${name}  ${money}\n`);
    }
    terminal.write(`${zh ? "指标" : "Indicators"} ${countText(indicators.count)}\n`);
    for (const { project, name, annual } of indicators.rows)
      terminal.write(`  ${project.key.year || "—"}  ${project.name}  ${name}  ${annual ?? ""}\n`);
  }
  const found = projects.rows.length + indicators.rows.length > 0;
  terminal.end(found ? exitCodes.done : exitCodes.notFound);
}

/** A capped count says that it is one: `10000+`. */
function countText({ n, capped, estimate }: Count): string {
  if (!capped) return String(n);
  return estimate === undefined ? `${n - 1}+` : `${n - 1}+ (≈ ${estimate})`;
}
