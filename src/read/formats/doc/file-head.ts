import type { Result } from "../../../domain/result.ts";
import { type ReadingRefusal, refuse } from "../../reading-refusal.ts";
import type { OleFile } from "../ole-file.ts";
import { u16, u32 } from "./little-endian.ts";

/** A Word 97–2003 document opened: its streams and where its tables lie — .doc 文件头（FIB）. */
export interface DocFile {
  /** The stream of text and properties. */
  readonly main: Uint8Array;
  /** The stream of tables. */
  readonly tables: Uint8Array;
  /** Large properties and pictures. */
  readonly data: Uint8Array;
  /** Characters of body, footnotes, headers, comments, endnotes and text boxes, in the order of the text. */
  readonly lengths: { readonly [part in DocPart]: number };
  /** One of the numbered tables of the head. */
  table(number: number): Uint8Array;
  /** Where one of the numbered tables begins, for what goes on behind it. */
  tableStart(number: number): number;
}

/** What the text of a .doc is made of, in its order. */
export const docParts = [
  "body",
  "footnotes",
  "headers",
  "macros",
  "comments",
  "endnotes",
  "boxes",
  "headerBoxes",
] as const;
/** A part of the text. */
export type DocPart = (typeof docParts)[number];

/** Numbers of the tables that reading needs. */
export const docTables = {
  styles: 1,
  headers: 11,
  characters: 12,
  paragraphs: 13,
  pieces: 33,
  lists: 73,
  listUses: 74,
} as const;

const firstPair = 0x9a;

/** Reads the head — 读取文件头. Older, encrypted and broken documents are refused with what to do. */
export function openDocFile(ole: OleFile): Result<DocFile, ReadingRefusal> {
  const main = ole.read("WordDocument") ?? new Uint8Array();
  const magic = u16(main, 0);
  const version = u16(main, 2);
  if (main.length < 0x200 || (magic !== 0xa5ec && magic !== 0xa5dc)) return damaged;
  if (version < 0xc0) return tooOld;
  const flags = u16(main, 0x0a);
  if ((flags & 0x0100) !== 0) return encrypted;
  const tables = ole.read((flags & 0x0200) === 0 ? "0Table" : "1Table") ?? ole.read("1Table") ?? ole.read("0Table");
  if (!tables) return damaged;
  const lengths = Object.fromEntries(docParts.map((part, at) => [part, u32(main, 0x4c + at * 4)]));
  const tableStart = (number: number): number => u32(main, firstPair + number * 8);
  return {
    ok: true,
    value: {
      main,
      tables,
      data: ole.read("Data") ?? new Uint8Array(),
      lengths: lengths as DocFile["lengths"], // made from the very list of parts
      tableStart,
      table: (number) => {
        const start = tableStart(number);
        return tables.subarray(start, start + u32(main, firstPair + number * 8 + 4));
      },
    },
  };
}

const saveAsDocx = {
  zh: "请用 Word 或 WPS 打开，另存为 .docx 后再导入。",
  en: "Open it in Word or WPS, save it as .docx, and import that.",
} as const;

/** The document cannot be what it says it is. */
export const damaged = refuse(
  "damaged",
  { zh: "Word 文件（.doc）的内部结构损坏。", en: "The inner structure of the Word file (.doc) is damaged." },
  saveAsDocx,
);

/** Its last changes stand beside the text in a way that only Word puts together. */
export const fastSaved = refuse(
  "format-too-old",
  {
    zh: "Word 文件（.doc）是“快速保存”的，表格的改动没有并入正文。",
    en: "The Word file (.doc) was “fast saved”: changes of its tables are not merged into the text.",
  },
  saveAsDocx,
);

const tooOld = refuse(
  "format-too-old",
  {
    zh: "这是 Word 6/95 或更早的文件，不能读取。",
    en: "This is a file of Word 6/95 or earlier, which cannot be read.",
  },
  saveAsDocx,
);

const encrypted = refuse(
  "needs-password",
  { zh: "Word 文件（.doc）已加密，打开需要密码。", en: "The Word file (.doc) is encrypted and needs a password." },
  {
    zh: "请用密码打开，去掉密码后另存，再导入。",
    en: "Open it with the password, save it without one, and import that.",
  },
);
