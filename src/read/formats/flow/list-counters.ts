import { numberInFormat } from "./list-number.ts";

/** How one level of a list is numbered — 列表级别. */
export interface ListLevel {
  readonly start: number;
  /** As Office Open XML names formats. */
  readonly format: string;
  /** What is printed: `%1、`, `%1.%2`; "%k" stands for the number of level k. */
  readonly text: string;
  /** All numbers in digits, whatever the formats of their levels. */
  readonly inDigits?: boolean;
  /** The number goes on although a higher level has moved. */
  readonly goesOn?: boolean;
}

/** Counts the items of lists while a document is read: the numbers are printed, but stand nowhere in its text — 自动编号. */
export interface ListCounters {
  /** The next number of a level of a list, as printed; "" for bullets. */
  next(list: string, level: number, levels: readonly (ListLevel | undefined)[]): string;
  /** The next item of this level begins anew with a number. */
  restart(list: string, level: number, start: number): void;
}

const mostLevels = 10;

/** Begins to count. */
export function countLists(): ListCounters {
  const counters = new Map<string, (number | undefined)[]>();
  const of = (list: string): (number | undefined)[] => {
    const known = counters.get(list) ?? [];
    counters.set(list, known);
    return known;
  };
  return {
    next(list, level, levels) {
      const own = levels[level];
      if (!own || level < 0 || level >= mostLevels) return "";
      const numbers = of(list);
      numbers[level] = (numbers[level] ?? own.start - 1) + 1;
      for (let deeper = level + 1; deeper < mostLevels; deeper++)
        if (!levels[deeper]?.goesOn) numbers[deeper] = undefined;
      if (own.format === "bullet") return "";
      const text = own.text.slice(0, 200).replace(/%([1-9])/gu, (_, digit: string) => {
        const at = Number(digit) - 1;
        const format = own.inDigits ? "decimal" : (levels[at]?.format ?? "decimal");
        return numberInFormat(numbers[at] ?? levels[at]?.start ?? 1, format);
      });
      // a gap is printed after it; after 、 and brackets there is one already
      return /[\w.]$/u.test(text) ? `${text} ` : text;
    },
    restart(list, level, start) {
      if (level >= 0 && level < mostLevels) of(list)[level] = start - 1;
    },
  };
}
