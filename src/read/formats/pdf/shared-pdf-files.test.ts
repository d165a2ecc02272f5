import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { declaredIn } from "../../../../test/support/reading-parts.ts";
import { openPdfium } from "../../../engines/pdfium.ts";
import { readSource, readText } from "../../read-source.ts";

const folder = new URL("../../../../../shared/files/", import.meta.url);
const pdf = await openPdfium();

const read = (name: string) => {
  const read = readSource({ name, bytes: readFileSync(new URL(name, folder)), year: 2024 }, { pdf });
  if (!read.ok) throw new Error(read.refusal.message.zh);
  return read.value;
};

interface Truth {
  readonly header: readonly string[];
  readonly docs: readonly { readonly dept: string; readonly rows: readonly (readonly string[])[] }[];
}

describe.skipIf(!existsSync(folder))("tables that office programs and a browser printed to PDF", () => {
  for (const name of ["packed.writer.pdf", "packed.chrome.pdf"])
    test(`${name}: every cell, rows joined over pages`, () => {
      // Written with the files, to this shape.
      const truth = JSON.parse(readFileSync(new URL("packed.truth.json", folder), "utf8")) as Truth;
      const text = truth.docs
        .map(({ dept, rows }) =>
          ["项目支出绩效目标表", `部门名称：${dept}`, ...[truth.header, ...rows].map((row) => row.join("\t"))].join(
            "\n",
          ),
        )
        .join("\n\n");
      const expected = readText({ name: "表.txt", bytes: new TextEncoder().encode(text), year: 2024 });
      const reading = read(name);
      expect(declaredIn(reading)).toEqual(declaredIn(expected));
      expect(reading.conservation.unplacedCharacters).toBe(0);
    });

  test("one-per-row.writer.pdf: every field but the goal of which the program left the end out", () => {
    const reading = read("one-per-row.writer.pdf");
    const printed = declaredIn(reading);
    const expected = declaredIn(read("one-per-row.html"));
    const clipped = printed.flatMap(({ declarations }, t) =>
      declarations.filter(({ goal }, d) => goal !== expected[t]!.declarations[d]!.goal).map(({ name }) => name),
    );
    const withoutGoals = (tables: typeof printed) =>
      tables.map((table) => ({ ...table, declarations: table.declarations.map((one) => ({ ...one, goal: "" })) }));
    expect(withoutGoals(printed)).toEqual(withoutGoals(expected));
    expect(clipped).toHaveLength(1);
    expect(reading.conservation.unplacedCharacters).toBe(0);
  });
});
