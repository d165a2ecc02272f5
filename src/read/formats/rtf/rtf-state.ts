/** What holds within a group of RTF, and ends with it — 组内状态. */
export interface GroupState {
  /** Nothing within is read. */
  skipped: boolean;
  /** "fonts": the table of fonts is read; "number": the printed number of a list item. */
  reading: "words" | "fonts" | "number";
  hidden: boolean;
  deleted: boolean;
  font: number;
  /** Characters after a Unicode one that stand in for it. */
  substitutes: number;
  inTable: boolean;
  depth: number;
  /** Within the definition of a row of a table in a cell. */
  nestedRow: boolean;
  /** Of a text given twice, the first is not read. */
  givenTwice: boolean;
  /** What ends with this group. */
  onClose: (() => void) | undefined;
}

/** At the beginning of the file. */
export const firstState = (): GroupState => ({
  skipped: false,
  reading: "words",
  hidden: false,
  deleted: false,
  font: -1,
  substitutes: 1,
  inTable: false,
  depth: 0,
  nestedRow: false,
  givenTwice: false,
  onClose: undefined,
});
