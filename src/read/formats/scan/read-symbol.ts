import type { Extent } from "./place-symbols.ts";

/** A character as read from a line — 识别出的字. */
export interface ReadSymbol extends Extent {
  readonly text: string;
  /** 0–100; lower than the recogniser says where the ink does not fit. */
  readonly confidence: number;
}
