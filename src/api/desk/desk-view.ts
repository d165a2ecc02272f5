import type { DeskReading } from "../../workflow/desk-reading.ts";
import type { DeskView } from "../contract/desk-views.ts";
import { sourceView } from "../excerpt.ts";
import { deskPage, differenceView, documentApi, documentRowView } from "../row-views.ts";
import { chosenView, startOfAsked, unplacedView } from "./chosen-view.ts";
import { correctionViews } from "./correction-view.ts";
import { deskIndex } from "./desk-index.ts";
import { doubtsOf } from "./doubts.ts";
import { sightOf } from "./sight.ts";
import { groupViews, valueViews } from "./value-views.ts";

/** Longer lists of doubts are cut, and say so. */
const doubtsShown = 300;
const unplacedShown = 200;

/** What is asked of the desk: a piece of the document, and what is chosen. */
interface Asked {
  readonly sheet?: number;
  readonly at?: string;
}

/** The reading desk for one piece of a document — 核对台. */
export function deskView(desk: DeskReading, asked: Asked, mayCorrect: boolean, pictures: boolean): DeskView {
  const { document } = desk;
  const { reading, row } = document;
  const index = deskIndex(reading);
  const n = sheetNumber(desk, index, asked);
  const sheet = index.sheets[n]!; // there is at least one, and the number is held to those there are
  const views = valueViews(desk);
  const doubts = doubtsOf(desk, index);
  const corrections = correctionViews(desk);
  const perSheet = Map.groupBy(doubts, (one) => one.sheet);
  const unplaced = reading.conservation.unplaced.slice(0, unplacedShown);
  const here = unplaced.filter(({ start }) => index.sheetAt(start) === n);
  const elsewhere = unplaced.filter(({ start }) => index.sheetAt(start) !== n);
  const isPage = sheet.view !== undefined && reading.views[sheet.view]?.kind === "page";
  const image = isPage && pictures ? `${documentApi(row.key)}/pages/${n + 1}` : null;
  return {
    document: sourceView(document),
    row: documentRowView(row),
    self: `${documentApi(row.key)}/desk`,
    page: deskPage(row.key),
    mayCorrect: mayCorrect && row.current,
    sheets: index.sheets.map(({ name, view }, at) => {
      const shown = view === undefined ? undefined : reading.views[view];
      return {
        name: { ...name },
        scanned: shown?.kind === "page" && shown.scanned,
        doubts: perSheet.get(at + 1)?.length ?? 0,
      };
    }),
    sheet: n + 1,
    sight: sightOf(document, index, sheet, image),
    groups: groupViews(desk, index, sheet, views),
    unplaced: here.map((stretch) => unplacedView(reading, index, stretch, sheet.view)),
    unplacedElsewhere: elsewhere.map((stretch) => unplacedView(reading, index, stretch, undefined)),
    doubts: doubts.slice(0, doubtsShown),
    doubtCount: doubts.length,
    corrections,
    differences: document.differences.map(differenceView),
    chosen: asked.at === undefined ? null : chosenView(desk, index, views, corrections, asked.at, sheet.view),
  };
}

function sheetNumber({ document }: DeskReading, index: ReturnType<typeof deskIndex>, { sheet, at }: Asked): number {
  const last = index.sheets.length - 1;
  if (sheet !== undefined) return Math.max(0, Math.min(last, sheet - 1));
  if (at === undefined) return 0;
  const start = startOfAsked(document.reading, at);
  return start === undefined ? index.sheetOf(at) : index.sheetAt(start);
}
