import { existsSync, readFileSync } from "node:fs";
import { type BookType, utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aZip } from "../../../../test/support/a-zip.ts";
import { readSource } from "../../read-source.ts";
import { openDocument } from "../open-document.ts";
import { openZip } from "../zip-guard.ts";
import { addressOf } from "./sheet.ts";

/** The containers that another program writes for us, and how long a text it can put into a cell there. */
const containers: readonly (readonly [BookType, number])[] = [
  ["xlsx", 400],
  ["xlsb", 400],
  ["biff8", 255],
  ["ods", 400],
  ["fods", 400],
  ["xlml", 400],
];

interface SomeSheet {
  readonly name: string;
  readonly cells: ReadonlyMap<string, { readonly value: string | number; readonly shown: string }>;
}

const word = fc.string({
  unit: fc.constantFrom("绩", "效", "1", "、", "；", "≥", " ", "&", "<", '"', "a", "𠮷"),
  minLength: 1,
  maxLength: 30,
});
const text = word.filter((value) => value.trim() !== "").map((value) => ({ value: value.trim(), shown: value.trim() }));
const number = fc.integer({ min: -999_999_99, max: 999_999_99 }).map((cents) => {
  const shown = (Math.abs(cents) / 100).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return { value: cents / 100, shown: cents < 0 ? `-${shown}` : shown };
});
const place = fc.tuple(fc.nat(40), fc.nat(12)).map(([row, column]) => addressOf(column, row));
const someSheet: fc.Arbitrary<SomeSheet> = fc.record({
  name: fc.string({ unit: fc.constantFrom("表", "一", "2", "_"), minLength: 1, maxLength: 5 }),
  cells: fc
    .array(fc.tuple(place, fc.oneof(text, number)), { minLength: 1, maxLength: 30 })
    .map((pairs) => new Map(pairs)),
});
const workbook = fc.uniqueArray(someSheet, { minLength: 1, maxLength: 3, selector: ({ name }) => name });

function written(sheets: readonly SomeSheet[], bookType: BookType): Uint8Array {
  const book = utils.book_new();
  for (const { name, cells } of sheets) {
    const sheet = utils.aoa_to_sheet([]);
    for (const [address, { value, shown }] of cells)
      sheet[address] = typeof value === "number" ? { t: "n", v: value, w: shown, z: "#,##0.00" } : { t: "s", v: value };
    sheet["!ref"] = "A1:M41";
    utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(write(book, { type: "buffer", bookType, compression: true }));
}

describe("every cell of a random workbook comes back once, under its address", () => {
  test.each(containers)("%s", (bookType, longest) => {
    fc.assert(
      fc.property(workbook, (sheets) => {
        const bytes = written(sheets, bookType);
        const opened = openDocument({ name: "表", bytes }, {});
        if (!opened.ok) throw new Error(opened.refusal.message.zh);
        const { views, cells, text: whole } = opened.value;
        expect(views.map((view) => view.kind === "sheet" && view.name)).toEqual(sheets.map(({ name }) => name));
        const found = cells.map(
          ({ view, row, column, span }) => `${view} ${addressOf(column, row)} ${whole.slice(span.start, span.end)}`,
        );
        const meant = sheets.flatMap(({ cells }, view) =>
          [...cells].map(([address, { shown }]) => `${view} ${address} ${shown.slice(0, longest)}`),
        );
        expect(found.sort()).toEqual(meant.sort());
      }),
      { numRuns: 60 },
    );
  });
});

describe("damaged workbooks never make the reader throw", () => {
  const sample: readonly SomeSheet[] = [
    {
      name: "表",
      cells: new Map([
        ["A1", { value: "项目支出绩效目标表", shown: "" }],
        ["B2", { value: 12.5, shown: "" }],
        ["C3", { value: "甲", shown: "" }],
      ]),
    },
  ];
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });
  const harm = (bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array => {
    const harmed = bytes.slice();
    for (const [at, byte] of changes) harmed[at % harmed.length] = byte;
    return harmed;
  };
  const outcome = (bytes: Uint8Array): void => {
    const read = readSource({ name: "表", bytes });
    if (!read.ok) expect(read.refusal.message.zh).not.toBe("");
    else {
      const { characters, placed, decoration, unplacedCharacters } = read.value.conservation;
      expect(placed + decoration + unplacedCharacters).toBe(characters);
    }
  };

  test.each(containers)("%s, its bytes changed", (bookType) => {
    const bytes = written(sample, bookType);
    fc.assert(
      fc.property(damage, (changes) => outcome(harm(bytes, changes))),
      { numRuns: 150 },
    );
  });

  test.each(["xlsx", "xlsb", "ods"] as const)("%s, the bytes of its parts changed and packed again", (bookType) => {
    const zip = openZip(written(sample, bookType));
    if (!zip.ok) throw new Error(zip.refusal.message.zh);
    const { entries, read } = zip.value;
    const parts = entries.map(({ name }) => {
      const part = read(name);
      return { name, content: part.ok ? part.value : new Uint8Array() };
    });
    fc.assert(
      fc.property(fc.nat(parts.length - 1), damage, (which, changes) => {
        const changed = parts.map((part, at) =>
          at === which && part.content.length > 0 ? { ...part, content: harm(part.content, changes) } : part,
        );
        outcome(aZip(changed.map((part) => ({ ...part, method: 0 }))));
      }),
      { numRuns: 150 },
    );
  });

  test.each(containers)("%s, cut off anywhere", (bookType) => {
    const bytes = written(sample, bookType);
    for (let part = 1; part < 40; part++) outcome(bytes.subarray(0, Math.floor((bytes.length * part) / 40)));
  });
});

/** Two published tables laid out again by office programs, with the truth of every cell; they are not part of the project. */
const shared = new URL("../../../../../shared/files/", import.meta.url);
const there = existsSync(shared);
if (!there) console.warn("containers.test.ts: ../shared/files is not there, the sample workbooks are not read");

interface Truth {
  readonly docs: readonly { readonly rows: readonly (readonly string[])[] }[];
}

describe.skipIf(!there)("sample workbooks", () => {
  const bare = (words: string): string => words.replace(/\s/gu, "");
  test.each(["packed.xlsx", "packed.xls", "packed.ods"])(
    "%s: all cells, and the declarations of the published text",
    (name) => {
      // written by ourselves beside the samples: its shape is known
      const truth = JSON.parse(readFileSync(new URL("packed.truth.json", shared), "utf8")) as Truth;
      const read = readSource({ name, bytes: readFileSync(new URL(name, shared)) });
      if (!read.ok) throw new Error(read.refusal.message.zh);
      const { cells, text: whole, tables, sums, conservation } = read.value;
      truth.docs.forEach(({ rows }, view) => {
        const found = new Map(
          cells
            .filter((cell) => cell.view === view)
            .map((cell) => [`${cell.row} ${cell.column}`, bare(whole.slice(cell.span.start, cell.span.end))]),
        );
        const above = 4;
        rows.forEach((row, at) => {
          expect(row.map((_, column) => found.get(`${at + above} ${column}`) ?? "")).toEqual(row.map(bare));
        });
      });
      expect(tables.map(({ declarations }) => declarations.length)).toEqual([33, 9]);
      expect(tables.map(({ declarations }) => declarations.flatMap(({ indicators }) => indicators).length)).toEqual([
        210, 30,
      ]);
      expect(sums.filter(({ difference }) => difference !== 0)).toEqual([]);
      expect(conservation.unplacedCharacters).toBe(0);
    },
  );
});
