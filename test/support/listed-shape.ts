import type { SpecCell, SpecTable } from "./a-document.ts";

/** A project as a test tells it. */
export interface SpecProject {
  readonly department?: string;
  readonly unit?: string;
  readonly code?: string;
  readonly name: string;
  readonly money?: Readonly<Record<string, string>>;
  readonly goal?: string;
  readonly remark?: string;
  readonly indicators: readonly SpecIndicator[];
}

/** An indicator as a test tells it: what each of its columns prints. */
export interface SpecIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly annual: string;
  readonly [column: string]: string;
}

/** A column of a listed table: its heads from top to bottom, and what it prints. */
export interface SpecColumn {
  readonly heads: readonly string[];
  readonly prints: (project: SpecProject, indicator: SpecIndicator | undefined, number: number) => string;
  /** Cells of a project are merged, or those of equal neighbours under one project, or none. */
  readonly owner: "project" | "level" | "indicator";
}

/** How the cells of a project stand beside its indicators. */
export type SpecStyle = "merged" | "once" | "repeated";

const money =
  (name: string): SpecColumn["prints"] =>
  (project) =>
    project.money?.[name] ?? "";

/** Columns that tables print, by a name for tests. */
export const specColumns = {
  ordinal: { heads: ["序号"], owner: "project", prints: (_project, _indicator, number) => String(number + 1) },
  department: { heads: ["主管部门"], owner: "project", prints: (project) => project.department ?? "" },
  unit: { heads: ["预算单位"], owner: "project", prints: (project) => project.unit ?? "" },
  code: { heads: ["项目编码"], owner: "project", prints: (project) => project.code ?? "" },
  project: { heads: ["项目名称"], owner: "project", prints: (project) => project.name },
  total: { heads: ["预算金额"], owner: "project", prints: money("total") },
  moneyTotal: { heads: ["项目金额", "总计"], owner: "project", prints: money("total") },
  moneyOwn: { heads: ["项目金额", "财政拨款"], owner: "project", prints: money("appropriation") },
  moneyOther: { heads: ["项目金额", "其他资金"], owner: "project", prints: money("other") },
  goal: { heads: ["绩效目标"], owner: "project", prints: (project) => project.goal ?? "" },
  level1: { heads: ["一级指标"], owner: "level", prints: (_, indicator) => indicator?.level1 ?? "" },
  level2: { heads: ["二级指标"], owner: "level", prints: (_, indicator) => indicator?.level2 ?? "" },
  name: { heads: ["三级指标"], owner: "indicator", prints: (_, indicator) => indicator?.name ?? "" },
  annual: { heads: ["指标值"], owner: "indicator", prints: (_, indicator) => indicator?.annual ?? "" },
} as const satisfies Readonly<Record<string, SpecColumn>>;

/** A column of an indicator under a head of its own. */
export const specColumn = (key: string, ...heads: string[]): SpecColumn => ({
  heads,
  owner: "indicator",
  prints: (_, indicator) => indicator?.[key] ?? "",
});

/** Prints the head of a table: neighbours under one word share a merged cell. */
function headRows(columns: readonly SpecColumn[], merges: boolean): SpecCell[][] {
  const depth = Math.max(...columns.map(({ heads }) => heads.length));
  const rows: SpecCell[][] = [];
  for (let level = 0; level < depth; level++) {
    const row: SpecCell[] = [];
    columns.forEach(({ heads }, at) => {
      const text = heads[level];
      const before = columns[at - 1]?.heads;
      const isSpanned = level < heads.length - 1 && before?.[level] === text && (before?.length ?? 0) > level + 1;
      if (text === undefined) {
        if (!merges) row.push("");
        return;
      }
      if (isSpanned) {
        if (!merges) row.push("");
        return;
      }
      let reach = 1;
      while (level < heads.length - 1 && columns[at + reach]?.heads[level] === text) reach++;
      const down = level === heads.length - 1 ? depth - level : 1;
      row.push(merges ? { text, columns: reach, rows: down } : text);
    });
    rows.push(row);
  }
  return rows;
}

/** Prints projects as a table with one indicator per row; `above` are rows of sums before them. */
export function listedTable(
  columns: readonly SpecColumn[],
  projects: readonly SpecProject[],
  style: SpecStyle,
  sums: readonly SpecProject[] = [],
): SpecTable {
  const rows: SpecCell[][] = headRows(columns, style === "merged");
  for (const sum of sums) rows.push(columns.map((column) => column.prints(sum, undefined, 0)));
  projects.forEach((project, number) => {
    const { indicators } = project;
    indicators.forEach((indicator, at) => {
      const row: SpecCell[] = [];
      for (const column of columns) {
        const text = column.prints(project, indicator, number);
        const before = at === 0 ? undefined : column.prints(project, indicators[at - 1], number);
        const sameLevel1 = at > 0 && indicators[at - 1]!.level1 === indicator.level1;
        const goesOn = column.owner === "project" ? at > 0 : column.owner === "level" && sameLevel1 && before === text;
        if (goesOn && style === "merged") continue;
        if (goesOn && style === "once") {
          row.push("");
          continue;
        }
        let down = 1;
        if (style === "merged" && column.owner !== "indicator")
          while (
            at + down < indicators.length &&
            (column.owner === "project" ||
              (indicators[at + down]!.level1 === indicator.level1 &&
                column.prints(project, indicators[at + down], number) === text))
          )
            down++;
        row.push(down > 1 ? { text, rows: down } : text);
      }
      rows.push(row);
    });
  });
  return { rows };
}

/** The same table as tabbed text; `dropped` leaves out the empty cells, as some programs do. */
export function tabbedText({ rows }: SpecTable, dropped = false): string {
  return rows
    .map((row) => row.map((cell) => (typeof cell === "string" ? cell : cell.text)))
    .map((row) => (dropped ? row.filter((text) => text !== "") : row).join("\t"))
    .join("\n");
}
