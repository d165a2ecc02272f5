import { expect, test } from "vitest";
import { aReading, type ProjectInTest } from "../../test/support/a-reading.ts";
import { locate } from "./located.ts";
import { matchProjects } from "./match-projects.ts";

const project = (name: string, more: Partial<ProjectInTest> = {}): ProjectInTest => ({ name, unit: "文化馆", ...more });

const cases: readonly (readonly [string, readonly ProjectInTest[], readonly ProjectInTest[], readonly string[]])[] = [
  ["by name within the unit", [project("甲"), project("乙")], [project("乙"), project("甲")], ["1-0", "0-1"]],
  ["width and blanks do not count", [project("（甲） 项目")], [project("(甲)项目")], ["0-0"]],
  [
    "the same name in two units is two projects",
    [project("甲"), project("甲", { unit: "图书馆" })],
    [project("甲", { unit: "图书馆" }), project("甲")],
    ["1-0", "0-1"],
  ],
  [
    "the n-th of one name is the n-th of that name",
    [project("甲"), project("甲")],
    [project("甲"), project("甲"), project("甲")],
    ["0-0", "1-1"],
  ],
  [
    "another name under the same code",
    [project("甲", { code: "A1" })],
    [project("甲（更名）", { code: "A1" })],
    ["0-0"],
  ],
  ["moved to another unit", [project("甲")], [project("甲", { unit: "图书馆" })], ["0-0"]],
  [
    "its own unit first, a move second",
    [project("甲"), project("甲", { unit: "图书馆" })],
    [project("甲", { unit: "博物馆" }), project("甲", { unit: "图书馆" })],
    ["1-1", "0-0"],
  ],
  ["what is new and what is gone", [project("甲")], [project("丙")], []],
];

test.each(cases)("%s", (_name, before, after, expected) => {
  const old = locate(aReading({ projects: before }));
  const corrected = locate(aReading({ projects: after }));
  const matches = matchProjects(old, corrected);
  expect(matches.map((match) => `${old.indexOf(match.before)}-${corrected.indexOf(match.after)}`)).toEqual(expected);
});
