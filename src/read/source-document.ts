import type { Span } from "../domain/place.ts";
import type { ReadingNote, ReadingNoteCode, SourceDescription } from "../domain/reading.ts";
import type { PrintedCell, PrintedRun, SourceView } from "../domain/source-view.ts";
import type { Line } from "./cells.ts";

/** Something that a format reader met and a person should know — 格式层面的读取说明. */
export interface FormatNote {
  readonly code: ReadingNoteCode;
  readonly at: Span;
  readonly facts: ReadingNote["facts"];
}

/** What every format ends in — 单元格化的文件: one text, its lines of cells, and where they stand in the file. */
export interface SourceDocument {
  readonly description: SourceDescription;
  /** `false` where the bytes are of no known encoding; `text` then holds one character per byte. */
  readonly decoded: boolean;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly views: readonly SourceView[];
  readonly cells: readonly PrintedCell[];
  readonly runs: readonly PrintedRun[];
  readonly notes: readonly FormatNote[];
}
