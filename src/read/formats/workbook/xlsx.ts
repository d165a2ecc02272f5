import type { Result } from "../../../domain/result.ts";
import type { ReadingRefusal } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import type { FileBytes } from "../file-bytes.ts";
import { openZip, type ZipFile } from "../zip-guard.ts";
import { documentOfSheets } from "./document-of-sheets.ts";
import type { FoundSheet } from "./sheet.ts";
import { openPackage, partsBeside } from "./xlsx-package.ts";
import { readSheet } from "./xlsx-sheet.ts";
import { readSharedStrings } from "./xlsx-strings.ts";
import { readStyles } from "./xlsx-styles.ts";

/**
 * XLSX and XLSM → cells — 读取 XLSX. Own reader over the unpacking stream: one path for small sheets and large ones, with the
 * frames and the hidden rows that libraries leave out.
 */
export function documentOfXlsx(file: FileBytes): Result<SourceDocument, ReadingRefusal> {
  const zip = openZip(file.bytes);
  if (!zip.ok) return zip;
  const sheets = sheetsOf(zip.value);
  return sheets.ok ? documentOfSheets(file, "xlsx", sheets.value) : sheets;
}

function sheetsOf(zip: ZipFile): Result<readonly FoundSheet[], ReadingRefusal> {
  const opened = openPackage(zip);
  if (!opened.ok) return opened;
  const styles = readStyles(zip, opened.value.styles);
  if (!styles.ok) return styles;
  const strings = readSharedStrings(zip, opened.value.sharedStrings);
  if (!strings.ok) return strings;
  const context = { strings: strings.value, styles: styles.value, isFrom1904: opened.value.isFrom1904 };
  const sheets: FoundSheet[] = [];
  for (const { name, isHidden, part, type } of opened.value.sheets) {
    if (type !== "worksheet") {
      sheets.push({ ...emptySheet, name, unread: [`${name}：${sheetTypes[type] ?? type}`] });
      continue;
    }
    const content = readSheet(zip, part, context);
    if (!content.ok) return content;
    const unread = [...content.value.unread, ...partsBeside(zip, part)].map((what) => `${name}：${what}`);
    sheets.push({ ...content.value, name, isHidden, unread });
  }
  return { ok: true, value: sheets };
}

const emptySheet = { isHidden: false, rows: [], merges: [], hiddenColumns: new Set<number>() } as const;

const sheetTypes: Readonly<Record<string, string>> = {
  chartsheet: "图表工作表 chart sheet",
  dialogsheet: "对话框工作表 dialog sheet",
  xlMacrosheet: "宏工作表 macro sheet",
};
