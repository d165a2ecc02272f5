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
}

/** An address on the desk — 核对台地址. */
export function deskHref({ page, sheet, at, show }: DeskPlace, anchor = ""): string {
  const query = new URLSearchParams(sheet === undefined ? {} : { sheet: String(sheet) });
  if (show !== undefined && show !== "values") query.set("show", show);
  if (at !== undefined) query.set("at", at);
  return `${page}?${query}${anchor}`;
}

/** Id of a value's words on the original — 原件上的标记. */
export const printedId = (path: string): string => `s-${shortPath(path)}`;

/** From a value to its words on the original. */
export const toPrinted = (place: DeskPlace, path: string): string =>
  deskHref({ ...place, at: path }, `#${printedId(path)}`);

/** From words on the original to their value. */
export const toValue = (place: DeskPlace, path: string): string =>
  deskHref({ ...place, at: path }, `#${valueId(path)}`);

/** Words without a place, as an address names them — 没有归处的文字. */
export const unplacedAt = ({ start, end }: { readonly start: number; readonly end: number }): string =>
  `unplaced:${start}-${end}`;
