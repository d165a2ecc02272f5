import { numberInFormat } from "../flow/list-number.ts";
import { attributeOf, isElement } from "./page-element.ts";
import type { PageElement } from "./parse-page.ts";

/** Numbers the items of lists, as they are met — 网页列表编号. */
export interface ListNumbers {
  /** The number that a browser prints before an item; "" where it prints a dot or nothing. */
  of(item: PageElement): string;
}

const formats: ReadonlyMap<string, string> = new Map([
  ["a", "lowerLetter"],
  ["A", "upperLetter"],
  ["i", "lowerRoman"],
  ["I", "upperRoman"],
]);

/** Begins to count. */
export function countItems(): ListNumbers {
  const next = new WeakMap<PageElement, number>();
  return {
    of(item) {
      const list = item.parentNode;
      if (!list || !("tagName" in list) || !isElement(list) || list.tagName !== "ol") return "";
      const style = `${attributeOf(list, "style") ?? ""};${attributeOf(item, "style") ?? ""}`.slice(0, 1_000);
      const value = wholeNumber(attributeOf(item, "value"));
      const number = value ?? next.get(list) ?? wholeNumber(attributeOf(list, "start")) ?? 1;
      next.set(list, number + 1);
      if (/list-style(?:-type)?\s?:[^;]{0,40}none/u.test(style)) return "";
      return `${numberInFormat(number, formats.get(attributeOf(list, "type") ?? "") ?? "decimal")}. `;
    },
  };
}

function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^\s{0,9}\d{1,6}/u.test(value) ? Number.parseInt(value, 10) : undefined;
}
