import type { ReadingNoteCode } from "../domain/reading.ts";
import type { Bilingual } from "../domain/result.ts";
import type { Damage } from "./damage-sheet.ts";
import type { ExampleTable } from "./example-table.ts";

/** A defect that was put into the example on purpose — 预埋缺陷. */
export interface PlantedDefect {
  /** Reading notes that must speak of it — 读取说明. */
  readonly notes?: readonly ReadingNoteCode[];
  /** Rules that must find it — 审核规则编号. */
  readonly rules?: readonly string[];
  /** The department in short. */
  readonly department: string;
  readonly year: number;
  /** Title of the project; "" where it is the table's. */
  readonly project: string;
  readonly what: Bilingual;
  /** Wrong in the data: what the table means to print is changed. */
  readonly content?: (table: ExampleTable) => ExampleTable;
  /** Damage of print: how it comes out is changed, what it means is not … */
  readonly damage?: Damage;
  /** … except where something is lost for good: what a careful reader can still know. */
  readonly afterDamage?: (table: ExampleTable) => ExampleTable;
  /** The corrected file of the same table does not have it any more — 更正后消除. */
  readonly corrected?: boolean;
}
