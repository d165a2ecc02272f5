/** A cell that holds something — 工作表中的单元格. */
export interface FoundCell {
  /** From 0. */
  readonly column: number;
  /** As the sheet shows it. */
  readonly text: string;
  /** A formula whose result the file does not hold. */
  readonly isUncomputed?: boolean;
  /** What a number format such as `;;;` hides from view. */
  readonly hidden?: string;
}

/** A row that holds something — 工作表中的行. */
export interface FoundRow {
  /** From 0, as the sheet counts. */
  readonly number: number;
  readonly cells: readonly FoundCell[];
  /** The rows between this one and the one found before are blank, but framed: one table goes on through them. */
  readonly isFramedOn: boolean;
  readonly isHidden: boolean;
}

/** A merged range, ends included — 合并区域. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet as its file has it — 工作表. */
export interface FoundSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly FoundRow[];
  readonly merges: readonly MergedRange[];
  readonly hiddenColumns: ReadonlySet<number>;
  /** What stands in the sheet and is not read: comments, pictures, text boxes — 未读入的部分. */
  readonly unread: readonly string[];
}

/** What a sheet can have at most: columns A to XFD, and rows. */
export const sheetColumns = 16_384;
/** 工作表行数上限. */
export const sheetRows = 1_048_576;

/** `B5` → its column and row from 0; nothing where it is no address — 单元格地址. */
export function cellAddress(text: string): { readonly column: number; readonly row: number } | undefined {
  let column = 0;
  let at = 0;
  for (; at < text.length; at++) {
    const letter = text.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90 || !isLetter(text.charCodeAt(at))) break;
    column = column * 26 + letter - 64;
    if (column > sheetColumns) return undefined;
  }
  const row = Number(text.slice(at));
  if (column === 0 || !Number.isInteger(row) || row < 1 || row > sheetRows || at === text.length) return undefined;
  return { column: column - 1, row: row - 1 };
}

const isLetter = (unit: number): boolean => (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);

/** `A1:G1` → the range; nothing where it is none, or a single cell — 合并区域地址. */
export function mergedRange(text: string): MergedRange | undefined {
  const [first = "", last = ""] = text.replaceAll("$", "").split(":");
  const from = cellAddress(first);
  const to = cellAddress(last);
  if (!from || !to || to.row < from.row || to.column < from.column) return undefined;
  if (to.row === from.row && to.column === from.column) return undefined;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** Column and row from 0 → `B5` — 单元格地址. */
export function addressOf(column: number, row: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
