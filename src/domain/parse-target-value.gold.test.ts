import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseTargetValue } from "./parse-target-value.ts";
import type { TargetValue } from "./target-value.ts";

const gold = new URL("../../../shared/labels/values-sample.json", import.meta.url);

interface Reading {
  readonly kind: string;
  readonly comparator?: string | null;
  readonly number?: number | null;
  readonly upper?: number | null;
  readonly unit?: string | null;
  readonly per?: string | null;
  readonly date?: string | null;
  readonly parts?: readonly Reading[];
  readonly accept?: Readonly<Record<string, readonly unknown[]>>;
  readonly alt?: Reading | readonly Reading[];
}

/** Whether a value has the kind, comparator, number, bounds, unit, per and date that a careful reader wrote down. */
function isAsRead(value: TargetValue, reading: Reading): boolean {
  const others = reading.alt === undefined ? [] : [reading.alt].flat();
  return [reading, ...others].some((one) => isExactly(value, one));
}

function isExactly(value: TargetValue, reading: Reading): boolean {
  if (value.kind !== reading.kind) return false;
  if (value.kind === "compound") {
    const { parts } = value;
    return parts.length === reading.parts?.length && reading.parts.every((part, at) => isAsRead(parts[at]!, part));
  }
  return (["comparator", "number", "upper", "unit", "per", "date"] as const).every((field) => {
    // A field that a kind does not have counts as left out; the reading may name other accepted spellings.
    const found = Object.entries(value).find(([name]) => name === field)?.[1] ?? null;
    return [reading[field] ?? null, ...(reading.accept?.[field] ?? [])].includes(found);
  });
}

describe.skipIf(!existsSync(gold))("target values labelled by hand (../shared/labels)", () => {
  test("at least 97 % are read as a careful reader reads them", () => {
    // The file is our own label file; its shape is described in the README beside it.
    const samples = JSON.parse(readFileSync(gold, "utf8")) as readonly { text: string; gold: Reading }[];
    const wrong = samples.filter((sample) => !isAsRead(parseTargetValue(sample.text), sample.gold));
    expect(1 - wrong.length / samples.length, wrong.map((sample) => sample.text).join("\n")).toBeGreaterThanOrEqual(
      0.97,
    );
  });
});
