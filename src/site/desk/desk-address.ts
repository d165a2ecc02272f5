import { shortPath, valueId } from "../parts/marks.tsx";

/** What stands beside the original — 右栏. */
export const deskPanels = ["values", "doubts", "corrections", "changes"] as const;
/** 右栏内容. */
export type DeskPanel = (typeof deskPanels)[number];

/** Where one is on the desk — 核对台上的位置. */
export interface DeskPlace {
  readonly page: string;
  /** Where it is left out, the desk opens where the chosen value stands. */
  readonly sheet?: number;
  readonly at?: string | undefined;
  readonly show?: DeskPanel;
  /** In a file on its own, with all pages in it. */
  readonly alone?: true;
}

/** An address on the desk — 核对台地址; in a file on its own there is nothing but anchors. */
export function deskHref({ page, sheet, at, show, alone }: DeskPlace, anchor = ""): string {
  if (alone) return anchor || `#sheet-${sheet ?? 1}`;
  const query = new URLSearchParams(sheet === undefined ? {} : { sheet: String(sheet) });
  if (show !== undefined && show !== "values") query.set("show", show);
  if (at !== undefined) query.set("at", at);
  return `${page}?${query}${anchor}`;
}

/** A value that a page break cuts stands on two pages: where both are shown at once each has ids of its own. */
export const idEnding = ({ alone, sheet }: DeskPlace): string => (alone ? `-${sheet ?? 1}` : "");

/** Id of a value's words on the original — 原件上的标记. */
export const printedId = (place: DeskPlace, path: string): string => `s-${shortPath(path)}${idEnding(place)}`;

/** Id of a value beside the original — 右栏中的值. */
export const deskValueId = (place: DeskPlace, path: string): string => valueId(path) + idEnding(place);

/** From a value to its words on the original. */
export const toPrinted = (place: DeskPlace, path: string): string =>
  deskHref({ ...place, at: path }, `#${printedId(place, path)}`);

/** From words on the original to their value. */
export const toValue = (place: DeskPlace, path: string): string =>
  deskHref({ ...place, at: path }, `#${deskValueId(place, path)}`);

/** From words without a place to the list of them. */
export const toUnplaced = (place: DeskPlace, stretch: { readonly start: number; readonly end: number }): string =>
  place.alone ? `#u-${stretch.start}` : deskHref({ ...place, at: unplacedAt(stretch) }, "#chosen");

/** Words without a place, as an address names them — 没有归处的文字. */
export const unplacedAt = ({ start, end }: { readonly start: number; readonly end: number }): string =>
  `unplaced:${start}-${end}`;
