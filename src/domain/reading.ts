import type { TargetTable } from "./declaration.ts";
import type { FundingColumn } from "./funding.ts";
import type { Fen } from "./money.ts";
import type { FieldPath, Place, Places, Span } from "./place.ts";
import type { PrintedCell, PrintedRun, SourceView } from "./source-view.ts";

/** What a file is by its content, whatever its name says — 文件格式. */
export const sourceKinds = [
  "text",
  "csv",
  "html",
  "mhtml",
  "rtf",
  "pdf",
  "image",
  "xlsx",
  "xlsb",
  "xls",
  "ods",
  "spreadsheetml",
  "docx",
  "doc",
  "odt",
] as const;
/** 文件格式. */
export type SourceKind = (typeof sourceKinds)[number];

/** What a file is, before it is read — 源文件. */
export interface SourceDescription {
  /** The name it came under; of a file in an archive `archive.zip/folder/file.xlsx`. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly kind: SourceKind;
  /** Of text; "" where the format has none of its own. */
  readonly encoding: string;
}

/** Kinds of trouble met while reading, each with a stable code — 读取问题. S and D rows of the rules are made from them. */
export type ReadingNoteCode =
  | "header-damaged" // 表头破损: a header cell was recognised although its words are damaged
  | "header-repeated" // 表头重复
  | "header-missing" // 没有表头，各栏由行的形状认出
  | "column-unknown" // 未识别的列
  | "row-joined" // 跨页断行已合并
  | "competing-amounts" // 同一金额有两种读法
  | "printed-twice" // 跨页处同一行印了两次
  | "row-repaired" // 缺格行已按角色对齐
  | "cells-glued" // 两格粘连已拆开
  | "cell-truncated" // 单元格被截断
  | "numbering-break" // 指标序号中断或重起
  | "delimiter-inside-value" // 指标值内含分隔符
  | "item-unread" // 指标文字读不出
  | "amount-unreadable" // 金额读不出
  | "row-unplaced" // 行放不进表
  | "no-known-layout" // 未识别的版式
  | "encoding-unknown" // 编码不明，不是文本
  | "lookalike-characters" // 形近字（仅提出，不改动）
  | "characters-damaged" // 有字已损坏，读不出
  | "quote-unclosed" // 引号没有闭合
  | "encoding-contradicted" // 标注的编码不对，按内容识别
  | "sheet-hidden" // 隐藏的工作表，没有读入
  | "rows-hidden" // 隐藏的行或列，已读入
  | "formula-without-value" // 公式没有缓存值
  | "text-hidden" // 看不见的文字，没有读入
  | "text-deleted" // 修订中已删除的文字，没有读入
  | "part-unread" // 嵌入对象、附件等，没有读入
  | "page-scanned" // 扫描页，文字由识别得来
  | "font-unmapped" // 字体没有字符映射，该页按图像识别
  | "low-confidence" // 识别把握不大
  | "cell-clipped" // 单元格里的字被制表软件裁掉
  | "columns-mapped" // 列由人工对照确定
  | "form-field-unknown"; // 表单中未识别的栏目

/** Something that a reader of this reading should know — 读取说明. */
export interface ReadingNote {
  readonly code: ReadingNoteCode;
  /** The value or row it speaks of; "" for the whole file. */
  readonly subject: FieldPath;
  readonly at: Place;
  readonly facts: Readonly<Record<string, string | number>>;
  /** What we would put instead, where we can tell; the reading keeps what is printed. */
  readonly proposal?: string;
}

/** Two or more readings of one value; the one that was taken and why — 竞争读法. */
export interface CompetingReading {
  /** The value that was chosen: a cell of money or a text. */
  readonly subject: FieldPath;
  readonly options: readonly { readonly text: string; readonly place: Place; readonly taken: boolean }[];
  readonly because: "sum" | "same-row" | "order";
}

/** One sum that the table itself prints, beside what its parts add up to — 勾稽. */
export interface SumCheck {
  readonly kind: "row" | "unit" | "table";
  readonly column: FundingColumn;
  readonly subject: FieldPath;
  readonly label: string;
  readonly printed: Fen;
  readonly added: Fen;
  /** printed − added; 0 where it closes. */
  readonly difference: Fen;
  /** Allowed for rounding of the printed figures. */
  readonly tolerance: Fen;
  readonly parts: number;
}

/** Why a stretch of text is not a value — 版面文字. */
export type DecorationKind = "blank" | "separator" | "label" | "number" | "header" | "page-furniture" | "repeated";

/** Proof that nothing was lost — 守恒: value, decoration and unplaced spans tile the whole text. */
export interface Conservation {
  readonly characters: number;
  readonly placed: number;
  readonly decoration: number;
  readonly unplaced: readonly (Span & { readonly line: number })[];
  readonly unplacedCharacters: number;
}

/** What a file says: tables with places, notes, sums and the proof — 读取结果. Pure function of the bytes. */
export interface Reading {
  readonly source: SourceDescription;
  /** The text that all spans refer to: the decoded text of a text file, else the cells in reading order. */
  readonly text: string;
  readonly tables: readonly TargetTable[];
  readonly places: Places;
  readonly notes: readonly ReadingNote[];
  readonly competing: readonly CompetingReading[];
  readonly sums: readonly SumCheck[];
  readonly conservation: Conservation;
  /** Pages, sheets or parts of the file; none for plain text. */
  readonly views: readonly SourceView[];
  /** The cells that the machine saw, by the order of the text. */
  readonly cells: readonly PrintedCell[];
  /** Where the characters stand on their pages, by the order of the text; none where there are no pages. */
  readonly runs: readonly PrintedRun[];
}
