import type { Result } from "../../domain/result.ts";
import type { Engines } from "../engines.ts";
import { limits } from "../limits.ts";
import { type ReadingRefusal, refuse } from "../reading-refusal.ts";
import type { SourceDocument } from "../source-document.ts";
import { refuseArchive } from "./archive.ts";
import type { ContentKind } from "./content-kind.ts";
import { documentOfCsv } from "./csv.ts";
import { documentOfDoc } from "./doc/doc.ts";
import type { FileBytes } from "./file-bytes.ts";
import { foreignFormat } from "./foreign-formats.ts";
import { documentOfHtml } from "./html/html.ts";
import { documentOfImage } from "./image/image-document.ts";
import { documentOfMhtml } from "./mhtml/mhtml.ts";
import { documentOfOdt } from "./odt/odt.ts";
import { documentOfPdf } from "./pdf/pdf-document.ts";
import { documentOfRtf } from "./rtf/rtf.ts";
import { sniff } from "./sniff.ts";
import { documentOfText } from "./text.ts";
import { documentOfDocx } from "./word/docx.ts";
import { documentOfWordXml } from "./word/word-xml.ts";
import { documentOfOds } from "./workbook/ods.ts";
import { documentOfSpreadsheetml } from "./workbook/spreadsheetml.ts";
import { documentOfXls } from "./workbook/xls.ts";
import { documentOfXlsb } from "./workbook/xlsb.ts";
import { documentOfXlsx } from "./workbook/xlsx.ts";

/** Reads one format: bytes → cells, or the reason why not — 格式读取器. */
type FormatReader = (file: FileBytes, engines: Engines) => Result<SourceDocument, ReadingRefusal>;

/** The reader of each kind of content — 各格式的读取器. What is not in this list is refused by its name. */
const readers: Readonly<Partial<Record<ContentKind, FormatReader>>> = {
  text: (file) => ({ ok: true, value: documentOfText(file) }),
  csv: documentOfCsv,
  archive: refuseArchive,
  xlsx: documentOfXlsx,
  xlsb: documentOfXlsb,
  xls: documentOfXls,
  ods: documentOfOds,
  spreadsheetml: documentOfSpreadsheetml,
  html: documentOfHtml,
  docx: documentOfDocx,
  doc: documentOfDoc,
  rtf: documentOfRtf,
  odt: documentOfOdt,
  mhtml: documentOfMhtml,
  "word-xml": documentOfWordXml,
  pdf: documentOfPdf,
  image: documentOfImage,
};

/** Kinds of content that are read; `archive` is opened — 可读取的内容. */
export const readableKinds = Object.keys(readers) as readonly ContentKind[]; // its own keys

/** A file of any format → its cells — 打开文件. What it is, its content tells, never its name. */
export function openDocument(file: FileBytes, engines: Engines): Result<SourceDocument, ReadingRefusal> {
  if (file.bytes.length === 0) return emptyFile;
  if (file.bytes.length > limits.fileBytes) return fileTooLarge(file.bytes.length);
  const kind = sniff(file.bytes);
  const reader = readers[kind];
  return reader ? reader(file, engines) : foreignFormat(kind);
}

const emptyFile = refuse(
  "empty-file",
  { zh: "文件是空的（0 字节）。", en: "The file is empty (0 bytes)." },
  { zh: "请重新下载或重新导出该文件。", en: "Download or export the file again." },
);

function fileTooLarge(bytes: number) {
  const megabytes = (count: number): string => `${(count / 1024 / 1024).toFixed(1)} MB`;
  return refuse(
    "too-large",
    {
      zh: `文件有 ${megabytes(bytes)}，超过单个文件 ${megabytes(limits.fileBytes)} 的上限。`,
      en: `The file has ${megabytes(bytes)}; the limit of one file is ${megabytes(limits.fileBytes)}.`,
    },
    { zh: "请按部门或按年度拆成几个文件。", en: "Split it, for example by department or year." },
  );
}
