import { describe, expect, test } from "vitest";
import { NewerSchema } from "../store/migrate.ts";
import { exitCodes } from "./exit-codes.ts";
import { refusalOf } from "./known-troubles.ts";

const trouble = (facts: object): Error => Object.assign(new Error("said"), facts);

describe("errors that a person can mend end with a sentence and their own code", () => {
  test.each([
    ["a missing file", { code: "ENOENT" }, exitCodes.notFound],
    ["a file without rights", { code: "EACCES" }, exitCodes.notAllowed],
    ["a folder", { code: "EISDIR" }, exitCodes.usage],
    ["a full disk", { code: "ENOSPC" }, exitCodes.conflict],
    ["a locked SQLite file", { errcode: 5 }, exitCodes.conflict],
    ["a locked SQLite file, said at length", { errcode: 261 }, exitCodes.conflict],
    ["a SQLite file that cannot be opened", { errcode: 14 }, exitCodes.notAllowed],
    ["a file that is no database", { errcode: 26 }, exitCodes.usage],
    ["a server that is not there", { code: "ECONNREFUSED" }, exitCodes.unreachable],
    ["a host that nobody knows", { code: "ENOTFOUND" }, exitCodes.unreachable],
    ["a server that is shutting down", { code: "57P01" }, exitCodes.unreachable],
    ["a wrong password", { code: "28P01" }, exitCodes.notAllowed],
    ["a database that is not there", { code: "3D000" }, exitCodes.notFound],
    ["rows that another holds", { code: "55P03" }, exitCodes.conflict],
  ])("%s", (_what, facts, code) => {
    const refusal = refusalOf(trouble(facts), "表.txt");
    expect(refusal?.code).toBe(code);
    expect(refusal?.words.zh).toMatch(/。$/);
    expect(refusal?.words.en).toMatch(/\.$/);
  });

  test("a database that a newer program has changed", () => {
    expect(refusalOf(new NewerSchema(9, 1))).toMatchObject({
      code: exitCodes.conflict,
      words: { zh: expect.stringContaining("9") },
    });
  });
});

test("what should not happen is not explained away", () => {
  expect(refusalOf(new TypeError("x is not a function"))).toBeUndefined();
  expect(refusalOf("thrown text")).toBeUndefined();
});
