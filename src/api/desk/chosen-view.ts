import { addedIndicator } from "../../domain/correction.ts";
import { fieldAt } from "../../domain/field-at.ts";
import type { FieldPath } from "../../domain/place.ts";
import { placeInBoth } from "../../domain/place-in-words.ts";
import type { Reading } from "../../domain/reading.ts";
import { wherePrinted } from "../../domain/where-printed.ts";
import type { DeskReading } from "../../workflow/desk-reading.ts";
import type { CorrectionView } from "../contract/correction-view.ts";
import type { ChosenView, UnplacedView } from "../contract/desk-views.ts";
import type { DeskIndex } from "./desk-index.ts";
import { boxesOn, type ValueViews } from "./value-views.ts";
import { whoseField } from "./whose-field.ts";

/** `unplaced:120-134`: words without a place, as an address names them — 没有归处的文字. */
const unplacedAddress = /^unplaced:(\d{1,9})-(\d{1,9})$/u;

/** Where in the text what is asked for stands; `undefined` where there is no such thing. */
export function startOfAsked(reading: Reading, at: string): number | undefined {
  const [, start, end] = unplacedAddress.exec(at) ?? [];
  return start === undefined ? undefined : unplacedStretch(reading, Number(start), Number(end))?.start;
}

function unplacedStretch({ conservation }: Reading, start: number, end: number) {
  return conservation.unplaced.find((one) => one.start <= start && end <= one.end && start < end);
}

/** A stretch without a place, as the desk shows it. */
export function unplacedView(
  reading: Reading,
  index: DeskIndex,
  { start, end, line }: { readonly start: number; readonly end: number; readonly line: number },
  view: number | undefined,
): UnplacedView {
  const place = { line, spans: [{ start, end }] };
  return {
    start,
    end,
    text: reading.text.slice(start, end),
    where: { ...placeInBoth(reading, place) },
    sheet: index.sheetAt(start) + 1,
    boxes: boxesOn(wherePrinted(reading, place), view),
  };
}

/** What a person chose: a value with all that is known of it, or words with the values they could belong to. */
export function chosenView(
  desk: DeskReading,
  index: DeskIndex,
  views: ValueViews,
  corrections: readonly CorrectionView[],
  at: string,
  view: number | undefined,
): ChosenView | null {
  const { reading } = desk.document;
  const [, from, to] = unplacedAddress.exec(at) ?? [];
  if (from !== undefined) {
    const stretch = unplacedStretch(reading, Number(from), Number(to));
    if (!stretch) return null;
    const own = { start: Number(from), end: Number(to), line: stretch.line };
    return { kind: "unplaced", words: unplacedView(reading, index, own, view), targets: targetsFor(desk, own.start) };
  }
  const value = views.viewOf(at, view);
  if (!value) return null;
  const { of, indicator } = whoseField(reading, at);
  const own = corrections.filter(({ path }) => path === at);
  return { kind: "value", of, indicator, value, corrections: own };
}

const nearProjects = 3;

/** The projects around the words first: what could be missing there; then all others, for a goal or a new indicator. */
function targetsFor(desk: DeskReading, offset: number): Extract<ChosenView, { kind: "unplaced" }>["targets"] {
  const { reading } = desk.document;
  const projects = reading.tables.flatMap((table, t) =>
    table.declarations.map((declaration, d) => {
      const path = `tables/${t}/declarations/${d}`;
      const start = reading.places[path]?.spans[0]?.start ?? Number.POSITIVE_INFINITY;
      return { declaration, path, distance: start <= offset ? offset - start : 2 * (start - offset) };
    }),
  );
  const near = new Set(projects.toSorted((a, b) => a.distance - b.distance).slice(0, nearProjects));
  const ordered = [...near, ...projects.filter((one) => !near.has(one))];
  return ordered.flatMap((one) => {
    const { path, declaration } = one;
    const isNear = near.has(one);
    const empty = declaration.indicators.flatMap((_, n) =>
      ["name", "annualTarget", "cycleTarget"]
        .map((field) => `${path}/indicators/${n}/${field}`)
        .filter((field) => isNear && fieldAt(reading.tables, field)?.text === ""),
    );
    const money = declaration.funding ? [`${path}/funding/total`] : [];
    const missing = money.filter((field) => isNear && fieldAt(reading.tables, field)?.text === "");
    return [`${path}/goal`, ...missing, ...empty, `${path}/${addedIndicator}`].map((field) =>
      target(reading, field, isNear),
    );
  });
}

function target(reading: Reading, path: FieldPath, near: boolean) {
  const { of, indicator, field } = whoseField(reading, path);
  const isNew = path.endsWith(`/${addedIndicator}`);
  return {
    path,
    of,
    indicator: isNew ? null : indicator,
    field: isNew ? addedIndicator : field,
    text: fieldAt(reading.tables, path)?.text ?? "",
    near,
  };
}
