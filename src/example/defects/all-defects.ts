import type { PlantedDefect } from "../planted-defect.ts";
import { completenessDefects } from "./completeness-defects.ts";
import { moneyDefects } from "./money-defects.ts";
import { readingDefects } from "./reading-defects.ts";
import { taxonomyDefects } from "./taxonomy-defects.ts";

/** Every defect that was put into the example on purpose, in the order of the rules — 预埋缺陷一览. */
export const plantedDefects: readonly PlantedDefect[] = [
  ...readingDefects,
  ...moneyDefects,
  ...taxonomyDefects,
  ...completenessDefects,
];
