import type { ExampleTable } from "./example-table.ts";
import { type DistrictOptions, makeDistrict } from "./make-district.ts";
import { printTable } from "./print-table.ts";

/** One file of the invented district and what it says — 示例文件. */
export interface ExampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly region: number;
  readonly year: number;
  /** What a careful reader takes from it. */
  readonly truth: ExampleTable;
}

/** All files of the invented district, oldest year first, in the order in which they are to be imported — 示例文件. */
export function exampleFiles(options?: DistrictOptions): readonly ExampleFile[] {
  return makeDistrict(options).tables.map((table) => ({
    name: `${table.year}-${table.short}-项目支出绩效目标表.txt`,
    bytes: new TextEncoder().encode(printTable(table)),
    region: table.region,
    year: table.year,
    truth: table,
  }));
}
