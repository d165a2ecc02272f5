import { fieldAt } from "../../domain/field-at.ts";
import { type FieldPath, type Place, placeAt } from "../../domain/place.ts";
import type { Reading } from "../../domain/reading.ts";
import { type DeskSheet, sheetAt, sheetsOf } from "./sheets.ts";

/** A value and where it stands. */
interface PlacedValue {
  readonly path: FieldPath;
  readonly place: Place;
}

/** A reading as the desk walks through it — 核对台索引. */
export interface DeskIndex {
  readonly sheets: readonly DeskSheet[];
  /** By the order of the text; rows and indicators as a whole are left out. */
  readonly values: readonly PlacedValue[];
  /** Those of which some words stand in a stretch of the text. */
  readonly valuesIn: (sheet: DeskSheet) => readonly PlacedValue[];
  /** On which piece of the document a value stands, from 0; 0 where it has no place. */
  readonly sheetOf: (path: FieldPath) => number;
  readonly sheetAt: (offset: number) => number;
}

const remembered = new WeakMap<Reading, DeskIndex>();

/** Puts all values of a reading in order, n log n, once for as long as the reading is remembered — 编索引. */
export function deskIndex(reading: Reading): DeskIndex {
  const index = remembered.get(reading) ?? indexOf(reading);
  remembered.set(reading, index);
  return index;
}

function indexOf(reading: Reading): DeskIndex {
  const { places, tables } = reading;
  const sheets = sheetsOf(reading);
  const containers = new Set<FieldPath>();
  for (const path of Object.keys(places))
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) containers.add(path.slice(0, at));
  const values = Object.entries(places)
    .map(([path, place]) => ({ path, place }))
    .filter(({ path }) => !containers.has(path) || fieldAt(tables, path) !== undefined)
    .sort((a, b) => startOf(a) - startOf(b));
  const onSheets = sheets.map((): PlacedValue[] => []);
  for (const value of values)
    for (const n of new Set(value.place.spans.map(({ start }) => sheetAt(sheets, start)))) onSheets[n]?.push(value);
  return {
    sheets,
    values,
    valuesIn: (sheet) => onSheets[sheets.indexOf(sheet)] ?? [],
    sheetAt: (offset) => sheetAt(sheets, offset),
    sheetOf(path) {
      for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
        const start = placeAt(places, at)?.spans[0]?.start;
        if (start !== undefined) return sheetAt(sheets, start);
      }
      return 0;
    },
  };
}

const startOf = ({ place }: PlacedValue): number => place.spans[0]?.start ?? 0;
