import { describe, expect, test } from "vitest";
import { addressOf, ProjectQuery } from "./contract/project-query.ts";
import { Problem } from "./problem.ts";
import { readQuery } from "./read-query.ts";

const read = (address: string, strangers?: "ignored") =>
  readQuery(ProjectQuery, new URLSearchParams(address), strangers);
const refused = (address: string): Problem => {
  try {
    read(address);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error(`not refused: ${address}`);
};

describe("the query of an address", () => {
  test("a repeated name is a list, digits are numbers", () => {
    expect(read("year=2024&year=2025&kind=quantity&limit=20")).toMatchObject({
      year: [2024, 2025],
      kind: ["quantity"],
      limit: 20,
      offset: 0,
      sort: "total-desc",
    });
  });

  test("an empty value narrows nothing", () => {
    expect(read("q=&year=&unit=")).toMatchObject({ year: [], unit: [] });
  });

  test.each([
    ["yaer=2024", "/query/yaer"],
    ["year=abc", "/query/year/0"],
    ["limit=0", "/query/limit"],
    ["limit=1001", "/query/limit"],
    ["limit=1&limit=2", "/query/limit"],
    ["sort=biggest", "/query/sort"],
    ["severity=fatal", "/query/severity/0"],
    ["year=1e3", "/query/year/0"],
  ])("%s is refused, and the answer names the parameter", (address, pointer) => {
    const problem = refused(address);
    expect(problem.status).toBe(400);
    expect(problem.code).toBe("bad-parameter");
    expect(problem.errors.map((error) => error.pointer)).toContain(pointer);
  });

  test("all that is wrong is said at once", () => {
    expect(refused("yaer=2024&sort=biggest&limit=0").errors).toHaveLength(3);
  });

  test("a page lets strangers pass: links are shared with names that others add", () => {
    expect(read("year=2024&from=singlemessage", "ignored").year).toEqual([2024]);
  });

  test("a query written into an address is the same query when read again", () => {
    const query = read("q=维修&year=2024&year=2025&severity=error&sort=name&offset=50");
    expect(read(addressOf(query))).toEqual(query);
  });

  test("the default query is the bare address", () => {
    expect(addressOf(read(""))).toBe("");
  });
});
