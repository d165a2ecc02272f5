import type { SourceKind } from "./reading.ts";
import type { Bilingual } from "./result.ts";

/** A format that is read, as people call it — 可读取的格式. */
export interface FileFormat {
  readonly name: Bilingual;
  /** As files are usually named; what a file is, its content tells. */
  readonly endings: readonly string[];
  readonly kinds: readonly SourceKind[];
}

const same = (name: string): Bilingual => ({ zh: name, en: name });

/** All formats that are read, in the order people think of them — 可读取的格式一览. A test holds it to the readers. */
export const fileFormats: readonly FileFormat[] = [
  { name: { zh: "PDF（含扫描件）", en: "PDF (scans too)" }, endings: ["pdf"], kinds: ["pdf"] },
  {
    name: { zh: "图片（扫描或拍照）", en: "Pictures (scanned, photographed)" },
    endings: ["png", "jpg", "jpeg", "tif", "tiff"],
    kinds: ["image"],
  },
  {
    name: { zh: "Excel、WPS 表格", en: "Excel, WPS spreadsheets" },
    endings: ["xlsx", "xlsm", "xls", "et", "xlsb"],
    kinds: ["xlsx", "xls", "xlsb", "spreadsheetml"],
  },
  {
    name: { zh: "Word、WPS 文字", en: "Word, WPS documents" },
    endings: ["docx", "docm", "doc", "wps", "rtf"],
    kinds: ["docx", "doc", "rtf"],
  },
  { name: same("OpenDocument"), endings: ["ods", "odt"], kinds: ["ods", "odt"] },
  { name: { zh: "网页", en: "Web pages" }, endings: ["html", "htm", "mht", "mhtml"], kinds: ["html", "mhtml"] },
  {
    name: { zh: "CSV、制表符分隔的文本", en: "CSV, tabbed text" },
    endings: ["csv", "tsv", "txt"],
    kinds: ["csv", "text"],
  },
];

/** Archives are opened, and the files in them are read — 压缩包. */
export const archiveFormat: Omit<FileFormat, "kinds"> = {
  name: { zh: "ZIP 压缩包", en: "ZIP archives" },
  endings: ["zip"],
};
