import { changeProject, changing } from "./change-table.ts";
import { plantedDefects } from "./defects/all-defects.ts";
import type { ExampleTable } from "./example-table.ts";
import { makeDistrict } from "./make-district.ts";
import type { PlantedDefect } from "./planted-defect.ts";
import { layOut, sheetText } from "./sheet.ts";

/** One file of the invented district and what it says — 示例文件. */
export interface ExampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly region: number;
  readonly year: number;
  /** What a careful reader takes from it. */
  readonly truth: ExampleTable;
  /** What was planted in it. */
  readonly defects: readonly PlantedDefect[];
  /** 2 is the corrected file of the table that was published first. */
  readonly version: 1 | 2;
}

/** All files of the invented district, oldest year first, in the order in which they are to be imported — 示例文件. */
export function exampleFiles(options: { readonly seed?: number } = {}): readonly ExampleFile[] {
  return makeDistrict(options).tables.flatMap((table) => {
    const defects = plantedDefects.filter((one) => one.department === table.short && one.year === table.year);
    const first = fileOf(table, defects, 1);
    if (!defects.some((one) => one.corrected)) return [first];
    return [
      first,
      fileOf(
        withSecondThoughts(table),
        defects.filter((one) => !one.corrected),
        2,
      ),
    ];
  });
}

function fileOf(table: ExampleTable, defects: readonly PlantedDefect[], version: 1 | 2): ExampleFile {
  const meant = defects.reduce((one, { content }) => content?.(one) ?? one, table);
  const sheet = defects.reduce((one, { damage }) => damage?.(one) ?? one, layOut(meant));
  return {
    name: `${table.year}-${table.short}-项目支出绩效目标表${version === 2 ? "（更正）" : ""}.txt`,
    bytes: asBytes(sheetText(sheet), table),
    region: table.region,
    year: table.year,
    truth: defects.reduce((one, { afterDamage }) => afterDamage?.(one) ?? one, meant),
    defects,
    version,
  };
}

/** What the department changed, besides the mistake, when it published its table again — 更正时的改动. */
function withSecondThoughts(table: ExampleTable): ExampleTable {
  const raised = changeProject(
    table,
    "特困人员救助供养",
    changing(5, (one) => ({ ...one, cycle: "≥96%", annual: "≥96%" })),
  );
  return changeProject(raised, "流浪乞讨人员救助经费", (project) => ({
    ...project,
    goal: project.goal.replace("临时食宿", "临时食宿、衣物"),
  }));
}

/** One file comes as Windows writes it: with a byte order mark and CRLF. */
function asBytes(text: string, table: ExampleTable): Uint8Array {
  const isFromWindows = table.short === "教育局" && table.year === 2023;
  return new TextEncoder().encode(isFromWindows ? `\uFEFF${text.replaceAll("\n", "\r\n")}` : text);
}
