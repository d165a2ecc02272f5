import { fieldAt } from "../../domain/field-at.ts";
import { placeInBoth } from "../../domain/place-in-words.ts";
import type { Result } from "../../domain/result.ts";
import { replaceIn, sameKind } from "../../domain/same-kind.ts";
import type { Store } from "../../store/store.ts";
import { correctValues } from "../../workflow/correct-values.ts";
import type { CorrectionRefusal } from "../../workflow/correction-refusals.ts";
import { type DeskReading, deskReading } from "../../workflow/desk-reading.ts";
import { undoCorrections } from "../../workflow/undo-corrections.ts";
import type { DeskFacts } from "../contract/desk-facts.ts";
import type { SameKindView } from "../contract/desk-views.ts";
import type { ImportView } from "../contract/import-view.ts";
import { correctionRefused } from "../problem.ts";
import { deskPage } from "../row-views.ts";
import { correctionViews } from "./correction-view.ts";
import { deskIndex } from "./desk-index.ts";
import { deskView } from "./desk-view.ts";
import { whoseField } from "./whose-field.ts";

/** Draws a page of a file, PNG; `undefined` where nothing here can — 页面图像. */
export type DrawPage = (
  file: { readonly sha256: string; readonly bytes: () => Promise<Uint8Array | undefined> },
  page: number,
) => Promise<Uint8Array | undefined>;

/** What the desk needs of its surroundings. */
interface DeskDoors {
  readonly mayCorrect: boolean;
  readonly drawPage: DrawPage | undefined;
  readonly startImport: (file: { readonly name: string; readonly bytes: Uint8Array }) => ImportView;
}

/** So many places are listed before a person is asked to go on in steps. */
const sameShown = 1_000;

/** The reading desk over a store — 核对台的事实. */
export function deskFacts(store: Store, { mayCorrect, drawPage, startImport }: DeskDoors): DeskFacts {
  return {
    mayCorrect,
    async desk(key, asked) {
      const desk = await deskReading(store, key);
      return desk && deskView(desk, asked, mayCorrect, drawPage !== undefined);
    },
    async corrections(key) {
      const desk = await deskReading(store, key);
      return desk && correctionViews(desk);
    },
    async sameKind(key, { path, text }) {
      const desk = await deskReading(store, key);
      return desk && sameKindView(desk, path, text);
    },
    async correct(key, form) {
      const changes = form.changes.map(({ path, text, seen, placed }) => ({
        path,
        text,
        seen,
        ...(placed === undefined ? {} : { placed }),
      }));
      const { batch, corrections } = kept(await correctValues(store, { ...form, document: key, changes }));
      return { document: { ...key }, page: deskPage(key), batch, corrections: corrections.length };
    },
    async correctSame(key, { paths, why, who, ...same }) {
      const desk = await deskReading(store, key);
      const chosen = { ...same, before: asInCell(same.before), after: asInCell(same.after) };
      const items = desk ? replaceIn(desk.document.reading.tables, paths, chosen) : [];
      const changes = items.map(({ path, before, after }) => ({ path, text: after, seen: before }));
      const { batch, corrections } = kept(await correctValues(store, { document: key, changes, why, who }));
      return { document: { ...key }, page: deskPage(key), batch, corrections: corrections.length };
    },
    async undo(key, form) {
      const { undone } = kept(await undoCorrections(store, { ...form, document: key }));
      return { document: { ...key }, page: deskPage(key), batch: null, corrections: undone };
    },
    async reread(key) {
      const document = await store.document(key);
      const bytes = document?.row.current ? await store.sourceBytes(key) : undefined;
      return document && bytes && startImport({ name: document.row.fileName, bytes });
    },
    async pageImage(key, sheet) {
      const document = drawPage && (await store.document(key));
      const view = document && pageAt(document.reading, sheet);
      if (!document || view === undefined) return undefined;
      return drawPage?.({ sha256: document.row.sha256, bytes: () => store.sourceBytes(key) }, view);
    },
  };
}

function pageAt(reading: DeskReading["document"]["reading"], sheet: number): number | undefined {
  const view = deskIndex(reading).sheets[sheet - 1]?.view;
  const shown = view === undefined ? undefined : reading.views[view];
  return shown?.kind === "page" ? shown.number : undefined;
}

function kept<T>(result: Result<T, CorrectionRefusal>): T {
  if (!result.ok) throw correctionRefused(result.refusal);
  return result.value;
}

function sameKindView({ document: { reading } }: DeskReading, path: string, text: string): SameKindView | undefined {
  if (!fieldAt(reading.tables, path)) return undefined;
  const after = asInCell(text.trim());
  const { before, slip, items } = sameKind(reading.tables, path, after);
  const index = deskIndex(reading);
  return {
    ...namesOf(reading, path),
    before,
    after,
    slip: slip ? { ...slip } : null,
    items: items.slice(0, sameShown).map((item) => {
      const place = reading.places[item.path];
      return {
        ...item,
        ...namesOf(reading, item.path),
        where: place ? { ...placeInBoth(reading, place) } : null,
        sheet: index.sheetOf(item.path) + 1,
      };
    }),
    more: Math.max(0, items.length - sameShown),
  };
}

/** Forms send line ends of their own; a reading has those of its cells. */
const asInCell = (text: string): string => text.replace(/\r\n?|\n/gu, "\u2028");

function namesOf(reading: DeskReading["document"]["reading"], path: string) {
  const { of, indicator, field } = whoseField(reading, path);
  return { of, indicator, field };
}
