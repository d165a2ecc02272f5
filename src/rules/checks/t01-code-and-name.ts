import type { PrintedLevel } from "../../domain/indicator.ts";
import { allDimensions, aspectNamed, aspectOfCode, dimensionNamed, dimensionOfCode } from "../../domain/taxonomy.ts";
import { indicatorFacts } from "../about-indicator.ts";
import { formLogic } from "../bases.ts";
import type { IndicatorCheck, Observation } from "../check.ts";
import { couldNotRead, failIfAny, notApplicable } from "../outcome.ts";
import { printedLevel } from "../printed-levels.ts";
import type { IndicatorSubject } from "../subjects.ts";

/** The code of a class and its name must mean the same — 指标级别的代码与名称一致. */
export const codeAndName: IndicatorCheck = {
  id: "T01",
  version: "1",
  scope: "indicator",
  severity: "error",
  title: { zh: "指标级别的代码与名称不一致", en: "Code and name of a class disagree" },
  basis: formLogic,
  looksAt: {
    zh: "一级、二级指标印出的代码与名称是否指同一类，如“2-产出指标”即不一致。名称有无“指标”二字不论。",
    en: "Whether the printed code and name of a class mean the same one; “2-产出指标” does not. The suffix 指标 does not matter.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `项目“${fact("project")}”的指标“${fact("indicator")}”的${fact("place") === "level1" ? "一级" : "二级"}指标印作“${fact("printed")}”，代码 ${fact("code")} 应为“${fact("expected")}”。`,
    en: `Project “${fact("project")}”, indicator “${fact("indicator")}”: level ${fact("place") === "level1" ? "1" : "2"} is printed as “${fact("printed")}”, but code ${fact("code")} stands for “${fact("expected")}”.`,
  }),
  advice: () => ({
    zh: "请确认该指标属于哪一类，使代码与名称一致。",
    en: "Decide which class the indicator belongs to and make code and name agree.",
  }),
  look(subject) {
    const { level1, level2 } = subject.indicator;
    if (level1?.code === undefined && level2?.code === undefined) return noCodes;
    if ((level1 && isUnknown(level1)) || (level2 && isUnknown(level2))) return unknownClass;
    return failIfAny([...disagreement(subject, "level1", level1), ...disagreement(subject, "level2", level2)]);
  },
};

const noCodes = notApplicable("该版式不印指标代码", "This layout prints no codes");
const unknownClass = couldNotRead(
  "印出的级别代码或名称不在指标分类中",
  "The printed code or name is not one of the classes",
);

function isUnknown({ code, name }: PrintedLevel): boolean {
  if (code === undefined) return false;
  const isKnownCode = code.length === 1 ? dimensionOfCode(code) : aspectOfCode(code);
  return !isKnownCode || (!dimensionNamed(name) && !aspectNamed(name));
}

function disagreement(
  subject: IndicatorSubject,
  place: "level1" | "level2",
  level: PrintedLevel | undefined,
): Observation[] {
  if (level?.code === undefined) return [];
  const expected = officialName(level.code);
  if (agrees(level.code, level.name)) return [];
  return [
    {
      subject: `${subject.path}/${place}`,
      quoted: printedLevel(level),
      expected: `${level.code}-${expected}`,
      found: printedLevel(level),
      facts: {
        place,
        ...indicatorFacts(subject),
        printed: printedLevel(level),
        code: level.code,
        expected,
      },
    },
  ];
}

/** Cost has one name and two places, so a name may stand for a class of either level. */
function agrees(code: string, name: string): boolean {
  if (code.length === 1) return dimensionNamed(name)?.code === code;
  const entry = aspectOfCode(code);
  const bare = name.replace(/\s+/gu, "");
  return entry !== undefined && (entry.name === bare || entry.aliases.includes(bare) || entry.name === `${bare}指标`);
}

function officialName(code: string): string {
  const entry = code.length === 1 ? allDimensions.find((one) => one.code === code) : aspectOfCode(code);
  return entry?.name ?? "";
}
