import type { Result } from "../../../domain/result.ts";
import { type ReadingRefusal, refuse } from "../../reading-refusal.ts";
import type { BiffContext } from "./biff-cells.ts";
import { biffCursor, biffRecords } from "./biff-records.ts";
import { type BiffTexts, codePageTexts, sharedTexts, unicodeTexts } from "./biff-strings.ts";
import { builtInFormat } from "./number-format.ts";

/** A sheet as the head of the stream lists it — 工作表清单. */
export interface BiffSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** 0 for worksheets; 1 macros, 2 charts, 6 modules. */
  readonly kind: number;
  readonly at: number;
}

/** The head of a workbook stream: what holds for all its sheets — 工作簿全局部分. */
export interface BiffWorkbook {
  readonly context: BiffContext;
  readonly sheets: readonly BiffSheet[];
}

/** Reads the head of a workbook stream of BIFF5 (Excel 5, 95) or BIFF8 (97 to 2003). */
export function openBiff(stream: Uint8Array): Result<BiffWorkbook, ReadingRefusal> {
  let texts: BiffTexts = unicodeTexts;
  let isWide = true;
  let isFrom1904 = false;
  let strings: readonly string[] = [];
  const formats = new Map<number, string>();
  const styles: { format: number; isFramed: boolean }[] = [];
  const sheets: BiffSheet[] = [];
  let isFirst = true;
  for (const { type, pieces } of biffRecords(stream, 0)) {
    const cursor = biffCursor(pieces);
    if (isFirst) {
      const version = type === 0x809 ? cursor.u16() : 0;
      if (version !== 0x600 && version !== 0x500)
        return type === 9 || type === 0x209 || type === 0x409 ? tooOld : damaged;
      isWide = version === 0x600;
      if (!isWide) texts = codePageTexts(936);
      isFirst = false;
    } else if (type === 0x0a) break;
    else if (type === 0x2f) return encrypted;
    else if (type === 0x22) isFrom1904 = cursor.u16() === 1;
    else if (type === 0x42 && !isWide) texts = codePageTexts(cursor.u16());
    else if (type === 0x41e) formats.set(cursor.u16(), isWide ? texts.long(cursor) : texts.short(cursor));
    else if (type === 0xe0) styles.push(isWide ? styleOf8(pieces) : styleOf5(pieces));
    else if (type === 0xfc) strings = sharedTexts(pieces);
    else if (type === 0x85) {
      const at = cursor.u32();
      const state = cursor.u8();
      const kind = cursor.u8();
      sheets.push({ at, isHidden: (state & 3) !== 0, kind, name: texts.short(cursor) });
    }
  }
  if (sheets.length === 0) return damaged;
  const context: BiffContext = {
    texts,
    strings,
    isFrom1904,
    styles: styles.map(({ format, isFramed }) => ({ format: formats.get(format) ?? builtInFormat(format), isFramed })),
  };
  return { ok: true, value: { context, sheets } };
}

function styleOf8(pieces: readonly Uint8Array[]) {
  const cursor = biffCursor(pieces);
  cursor.skip(2);
  const format = cursor.u16();
  cursor.skip(6);
  return { format, isFramed: cursor.u16() !== 0 };
}

function styleOf5(pieces: readonly Uint8Array[]) {
  const cursor = biffCursor(pieces);
  cursor.skip(2);
  const format = cursor.u16();
  cursor.skip(4);
  const bottom = (cursor.u32() >>> 22) & 7;
  return { format, isFramed: bottom !== 0 || (cursor.u32() & 0x1ff) !== 0 };
}

const resave = {
  zh: "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。",
  en: "Open it in Excel or WPS, save it as .xlsx, and import that.",
} as const;

const tooOld = refuse(
  "format-too-old",
  {
    zh: "这是 Excel 4.0 或更早的工作簿，不能读取。",
    en: "This is a workbook of Excel 4.0 or older, which cannot be read.",
  },
  resave,
);

const damaged = refuse(
  "damaged",
  { zh: "工作簿的结构损坏，没有找到工作表。", en: "The structure of the workbook is damaged; no sheet was found." },
  resave,
);

const encrypted = refuse(
  "needs-password",
  { zh: "工作簿已加密，打开需要密码。", en: "The workbook is encrypted and needs a password." },
  {
    zh: "请用密码打开，去掉密码后另存，再导入。",
    en: "Open it with the password, save it without one, and import that.",
  },
);
