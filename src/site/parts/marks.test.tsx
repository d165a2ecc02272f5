import * as fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { ExcerptView } from "../../api/contract/reading-views.ts";
import { type Marks, marksOf, SourceText, shortPath, sourceHref } from "./marks.tsx";

const document = { key: { region: 0, year: 2025, id: "d" }, page: "/f/0/2025/d", fileName: "a.txt", sha256: "0" };
const excerptOf = (
  text: string,
  places: Readonly<Record<string, readonly (readonly [number, number])[]>>,
): ExcerptView => ({
  document,
  start: 100,
  firstLine: 7,
  text,
  marks: Object.entries(places).map(([path, spans]) => ({
    path,
    line: 7,
    spans: spans.map(([start, end]) => ({ start: start + 100, end: end + 100 })),
  })),
});
const html = (excerpt: ExcerptView, marks: Marks = marksOf(excerpt)) =>
  renderToStaticMarkup(<SourceText excerpt={excerpt} marks={marks} language="zh" hrefOf={(path) => `#${path}`} />);
const plainText = (markup: string) =>
  markup
    .replace(/<\/li>(?=<li)/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");

describe("the source of a page", () => {
  test("marks the words of each value, and those of a cut value in every piece", () => {
    const excerpt = excerptOf("道路养\t护\n≥95%", {
      "a/name": [
        [0, 3],
        [4, 5],
      ],
      "a/annualTarget": [[6, 10]],
    });
    const marks = marksOf(excerpt);
    expect(marks.idsOf("a/name")).toEqual(["s-a-name", "s-a-name~2"]);
    expect(html(excerpt)).toContain('id="s-a-annualTarget"');
    expect(plainText(html(excerpt))).toBe(excerpt.text);
  });

  test("a row gives way to the values inside it, and a second value in the same words points to the first", () => {
    const marks = marksOf(
      excerptOf("一二三四", { a: [[0, 4]], "a/cycleTarget": [[1, 3]], "a/annualTarget": [[1, 3]] }),
    );
    expect(marks.pieces).toHaveLength(1);
    expect(marks.idsOf("a")).toEqual([]);
    expect(marks.idsOf("a/annualTarget")).toEqual(marks.idsOf("a/cycleTarget"));
  });

  test("what speaks of a whole indicator leads to its name, else to its line", () => {
    const marks = marksOf(excerptOf("一二三四", { "a/indicators/0/name": [[0, 2]] }));
    expect(sourceHref(marks, "a/indicators/0", 7)).toBe("#s-ai0-name");
    expect(sourceHref(marks, "b", 7)).toBe("#L7");
    expect(sourceHref(marks, "b", undefined)).toBeUndefined();
  });

  test("short names of paths stay apart", () => {
    expect(shortPath("tables/0/declarations/3/indicators/1/annualTarget")).toBe("t0d3i1-annualTarget");
    expect(shortPath("tables/0/units/2/funding/total")).toBe("t0u2-funding-total");
    expect(shortPath("tables/0/title")).toBe("t0-title");
  });

  test("whatever is marked, the text that one reads is the text of the file", () => {
    const text = fc.stringMatching(/^[一二<&\t\n"]{0,40}$/);
    const spans = fc.array(fc.tuple(fc.nat(45), fc.nat(45)), { maxLength: 12 });
    fc.assert(
      fc.property(text, spans, spans, (words, pairs, others) => {
        const ordered = (list: readonly (readonly [number, number])[]) =>
          list.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
        const places = Object.fromEntries(ordered(pairs).map((span, n) => [`v${n}/name`, [span]]));
        const excerpt = excerptOf(words, places);
        const asides = ordered(others)
          .filter(([, end]) => end <= words.length)
          .map(([start, end]) => ({ start: start + 100, end: end + 100, kind: "unplaced" as const }));
        const markup = renderToStaticMarkup(
          <SourceText
            excerpt={excerpt}
            marks={marksOf(excerpt)}
            language="zh"
            hrefOf={() => undefined}
            asides={asides}
          />,
        );
        expect(plainText(markup)).toBe(words);
      }),
      { numRuns: 500 },
    );
  });
});
