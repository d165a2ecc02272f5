import type { PrintedLevel } from "../domain/indicator.ts";
import type { Facts, Observation } from "./check.ts";
import { clip } from "./clip.ts";
import { printedLevel } from "./printed-levels.ts";
import type { IndicatorSubject } from "./subjects.ts";

/** What every sentence about an indicator names: its project and itself — 所在项目与指标名称. */
export function indicatorFacts({ declaration, indicator }: IndicatorSubject): Facts {
  return { project: declaration.declaration.project.title, indicator: clip(indicator.name, 60) };
}

/** An indicator that stands under a class where it does not belong, quoted with that class — 归类不当. */
export function standsUnder(
  subject: IndicatorSubject,
  place: "level1" | "level2",
  level: PrintedLevel,
  facts: Facts = {},
): Observation {
  const printed = printedLevel(level);
  return {
    subject: `${subject.path}/${place}`,
    quoted: `${printed}：${clip(subject.indicator.name, 100)}`,
    found: printed,
    facts: { ...indicatorFacts(subject), [place]: printed, ...facts },
  };
}
