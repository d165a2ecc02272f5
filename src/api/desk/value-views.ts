import { fieldAt, fieldsOf } from "../../domain/field-at.ts";
import { type FieldPath, placeAt, wordsAt } from "../../domain/place.ts";
import { placeInBoth } from "../../domain/place-in-words.ts";
import type { Reading, ReadingNote } from "../../domain/reading.ts";
import { type Printed, wherePrinted } from "../../domain/where-printed.ts";
import { noteInWords } from "../../rules/notes-in-words.ts";
import type { DeskReading } from "../../workflow/desk-reading.ts";
import type { BoxView, DeskGroupView, DeskValueView } from "../contract/desk-views.ts";
import { inLines, projectPage } from "../row-views.ts";
import type { DeskIndex } from "./desk-index.ts";
import type { DeskSheet } from "./sheets.ts";
import { whoseField } from "./whose-field.ts";

/** Makes views of values; looks up notes, rivals and corrections by path once — 值的视图. */
export interface ValueViews {
  readonly viewOf: (path: FieldPath, view: number | undefined) => DeskValueView | undefined;
}

/** Everything that is known of the values of one document. */
export function valueViews(desk: DeskReading): ValueViews {
  const { machine, reading } = desk.document;
  const notes = Map.groupBy(reading.notes, ({ subject }) => subject);
  const rivals = new Map(machine.competing.map((one) => [one.subject, one]));
  const states = new Map<FieldPath, DeskValueView["state"]>();
  for (const state of desk.states.values()) {
    if (state.kind === "applied") states.set(state.path, "corrected");
    if (state.kind === "unfit" && state.path !== undefined) states.set(state.path, "unfit");
  }
  return {
    viewOf(path, view) {
      const place = placeAt(reading.places, path);
      const field = fieldAt(reading.tables, path);
      if (!field && !place) return undefined;
      const printed = place && wherePrinted(reading, place);
      const text = field?.text ?? (place ? wordsAt(reading.text, place).trim() : "");
      return {
        path,
        field: whoseField(reading, path).field,
        kind: field?.kind ?? "printed",
        text: inLines(text),
        machine: inLines(field ? (fieldAt(desk.base, path)?.text ?? "") : text),
        unit: field?.unit ?? null,
        where: place ? { ...placeInBoth(reading, place) } : null,
        boxes: printed ? boxesOn(printed, view) : [],
        spans: (place?.spans ?? []).map(({ start, end }) => ({ start, end })),
        state: states.get(path) ?? "machine",
        confidence: printed ? (confidenceOf(printed) ?? null) : null,
        notes: (notes.get(path) ?? []).map((note) => noteView(reading, note)),
        options: (rivals.get(path)?.options ?? []).map((option) => ({
          text: option.text,
          taken: option.taken,
          where: { ...placeInBoth(machine, option.place) },
        })),
      };
    },
  };
}

/** The rectangles on one page; those that lie side by side on a line are one. */
export function boxesOn({ pieces }: Printed, view: number | undefined): BoxView[] {
  const boxes: BoxView[] = [];
  for (const { box, view: own } of pieces) {
    if (own !== view) continue;
    const last = boxes.at(-1);
    if (last && Math.abs(last.top - box.top) < 1 && Math.abs(last.bottom - box.bottom) < 1 && box.left - last.right < 3)
      boxes[boxes.length - 1] = { ...last, right: Math.max(last.right, box.right) };
    else boxes.push({ ...box });
  }
  return boxes;
}

/** How surely the least sure of its words were recognised. */
export function confidenceOf({ pieces }: Printed): number | undefined {
  const known = pieces.flatMap(({ confidence }) => confidence ?? []);
  return known.length > 0 ? Math.round(Math.min(...known)) : undefined;
}

function noteView(reading: Reading, note: ReadingNote): DeskValueView["notes"][number] {
  const where = placeInBoth(reading, note.at);
  const zh = noteInWords(note, "zh", where);
  const en = noteInWords(note, "en", where);
  return {
    title: { zh: zh.title, en: en.title },
    message: { zh: zh.message, en: en.message },
    proposal: note.proposal ?? null,
  };
}

/** The values of a piece of the document, by table, subtotal and project — 按项目归并的值. */
export function groupViews(desk: DeskReading, index: DeskIndex, sheet: DeskSheet, views: ValueViews): DeskGroupView[] {
  const { reading, projectKeys } = desk.document;
  const paths = new Map<FieldPath, FieldPath[]>();
  for (const { path } of index.valuesIn(sheet)) {
    const { owner } = whoseField(reading, path);
    paths.set(owner, [...(paths.get(owner) ?? []), path]);
  }
  return [...paths].map(([owner, placed]) => {
    const key = projectKeys[owner];
    const { of } = whoseField(reading, `${owner}/`);
    const kind = owner.includes("/declarations/") ? "project" : owner.includes("/units/") ? "unit" : "table";
    const seen = (path: FieldPath) => views.viewOf(path, sheet.view) ?? [];
    const all = kind === "project" ? inPrintOrder(reading, owner, placed) : placed;
    const own = all.filter((path) => !path.startsWith(`${owner}/indicators/`));
    const indicators = Map.groupBy(
      all.filter((path) => path.startsWith(`${owner}/indicators/`)),
      (path) => path.split("/").slice(0, 6).join("/"),
    );
    return {
      path: owner,
      of: kind,
      title: of,
      page: key ? projectPage(key) : null,
      values: own.flatMap(seen),
      indicators: [...indicators].map(([path, fields]) => ({ path, values: fields.flatMap(seen) })),
    };
  });
}

/** Fields that tables always have: a project without them lacks something, and a person can say what. */
const expected = /\/(?:goal|funding\/total|annualTarget)$/u;

/** What stands on this piece, in the order of print, and what is known or missing of it. */
function inPrintOrder(reading: Reading, owner: FieldPath, placed: readonly FieldPath[]): readonly FieldPath[] {
  const [, t, , d] = owner.split("/");
  const declaration = reading.tables[Number(t)]?.declarations[Number(d)];
  if (!declaration) return placed;
  const here = new Set(placed);
  const begins = here.has(`${owner}/project/name`);
  const indicators = new Set(placed.map((path) => path.split("/").slice(0, 6).join("/")));
  const fields = fieldsOf(declaration, owner).filter((path) => {
    if (here.has(path)) return true;
    if (reading.places[path]) return false;
    const isOwn = path.startsWith(`${owner}/indicators/`)
      ? indicators.has(path.split("/").slice(0, 6).join("/"))
      : begins;
    return isOwn && (expected.test(path) || fieldAt(reading.tables, path)?.text !== "");
  });
  const known = new Set(fields);
  return [...fields, ...placed.filter((path) => !known.has(path))];
}
