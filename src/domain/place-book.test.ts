import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Place } from "./place.ts";
import { entriesOf, PlaceBook, placesOf } from "./place-book.ts";

const place = (line: number, ...spans: [number, number][]): Place => ({
  line,
  spans: spans.map(([start, end]) => ({ start, end })),
});

describe("a book of places", () => {
  test("gives back what was filed, in its order", () => {
    const book = new PlaceBook();
    const filed: [string, Place][] = [
      ["tables/0/title", place(1, [0, 4])],
      ["tables/0/declarations/0", place(2, [5, 9], [12, 14])],
      ["tables/0/declarations/0/project/name", place(2, [5, 9])],
      ["tables/0/declarations/10", place(7, [40, 44])],
    ];
    for (const [path, at] of filed) book.file(path, at);
    expect([...book.entries()]).toEqual(filed);
    expect(book.size).toBe(4);
  });

  test("a path that is filed again is replaced and keeps its turn", () => {
    const book = new PlaceBook();
    book.file("tables/0/title", place(1, [0, 4]));
    book.file("tables/0/department", place(2, [5, 9]));
    book.file("tables/0/title", place(3, [6, 7], [8, 9]));
    expect([...book.entries()]).toEqual([
      ["tables/0/title", place(3, [6, 7], [8, 9])],
      ["tables/0/department", place(2, [5, 9])],
    ]);
  });

  test.each(["tables", "tables/0", "tables/0/titles", "tables/0/title/", "/tables/0/title", "tables/00/title", ""])(
    "there is no place at “%s”",
    (path) => {
      const book = new PlaceBook();
      book.file("tables/0/title", place(1, [0, 4]));
      expect(book.at(path)).toBeUndefined();
      expect(book.has(path)).toBe(false);
    },
  );

  test("is a record to whoever reads it", () => {
    const book = new PlaceBook();
    const filed = { "tables/0/title": place(1, [0, 4]), "tables/0/units/3/name": place(9, [90, 94]) };
    for (const [path, at] of Object.entries(filed)) book.file(path, at);
    const places = placesOf(book);
    expect(places).toEqual(filed);
    expect({ ...places }).toEqual(filed);
    expect(JSON.stringify(places)).toBe(JSON.stringify(filed));
    expect([...entriesOf(places)]).toEqual([...entriesOf(filed)]);
    expect("tables/0/title" in places).toBe(true);
    expect(Object.hasOwn(places, "constructor")).toBe(false);
    expect(Reflect.set(places, "tables/0/title", place(2, [1, 2]))).toBe(false);
  });

  const step = fc.oneof(fc.constantFrom("tables", "declarations", "name", "level1", "01"), fc.nat(40).map(String));
  const path = fc.array(step, { minLength: 1, maxLength: 6 }).map((steps) => steps.join("/"));
  const span = fc.record({ start: fc.nat(99), end: fc.nat(99) });
  const filing = fc.tuple(path, fc.record({ line: fc.nat(99), spans: fc.array(span, { maxLength: 3 }) }));

  test("holds what a record would hold, whatever is filed", () => {
    fc.assert(
      fc.property(fc.array(filing, { maxLength: 300 }), (filings) => {
        const book = new PlaceBook();
        const map = new Map<string, Place>();
        for (const [at, filed] of filings) {
          book.file(at, filed);
          map.set(at, filed);
        }
        expect([...book.entries()]).toEqual([...map]);
        for (const [at, filed] of map) expect(book.at(at)).toEqual(filed);
      }),
    );
  });

  test("many more than one piece of memory holds", () => {
    const book = new PlaceBook();
    const count = 100_000;
    for (let at = 0; at < count; at++) book.file(`tables/0/declarations/${at}/goal`, place(at, [at, at + 1]));
    expect(book.size).toBe(count);
    for (const at of [0, 255, 256, 32_767, 32_768, 65_536, count - 1])
      expect(book.at(`tables/0/declarations/${at}/goal`)).toEqual(place(at, [at, at + 1]));
  });
});
