import { describe, expect, test } from "vitest";
import { aZip } from "../../../test/support/a-zip.ts";
import { anOle } from "../../../test/support/an-ole.ts";
import { readSource } from "../read-source.ts";
import type { ContentKind } from "./content-kind.ts";
import { sniff } from "./sniff.ts";

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const bytes = (...codes: readonly number[]): Uint8Array => Uint8Array.from([...codes, ...new Array(600).fill(0)]);
const zip = (...names: readonly string[]): Uint8Array => aZip(names.map((name) => ({ name, content: "<x/>" })));
const odf = (mimetype: string, manifest = ""): Uint8Array =>
  aZip([
    { name: "mimetype", content: `application/vnd.oasis.opendocument.${mimetype}`, method: 0 },
    { name: "META-INF/manifest.xml", content: manifest },
    { name: "content.xml", content: "<x/>" },
  ]);
const types = (type: string): Uint8Array =>
  aZip([{ name: "[Content_Types].xml", content: `<Types><Override PartName="/a" ContentType="${type}"/></Types>` }]);
const ole = (...names: readonly string[]): Uint8Array =>
  anOle(names.map((name) => ({ name, content: new Uint8Array(10) })));
const office = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"';

describe("what a file is, its content tells", () => {
  test.each<readonly [string, Uint8Array, ContentKind]>([
    ["tabbed text", text("项目\t总计\n甲\t1\n"), "text"],
    [
      "running text with commas",
      text("通过开展工作,提高水平。\n其次,加强管理,完善制度,落实责任。\n最后总结。"),
      "text",
    ],
    ["a list with commas and tabs", text("项目\t指标\n甲\t1,产出,2\n乙\t1,产出,2\n"), "text"],
    ["one line", text("项目支出绩效目标表"), "text"],
    ["commas", text("项目,总计,指标\n甲,1,2\n乙,3,4\n"), "csv"],
    ["semicolons", text("项目;总计;指标\n甲;1,5;2\n乙;3;4\n"), "csv"],
    ["bars", text("项目|总计|指标\n甲|1|2\n乙|3|4\n"), "csv"],
    ["commas under a title", text("绩效目标表\n单位：万元\n项目,总计,拨款,指标\n甲,1,2,3\n乙,3,4,5\n"), "csv"],
    ["commas, and tabs within quotes", text('项目,总计\n"甲\t乙",1\n丙,2\n丁,2\n戊,2\n己,2\n'), "csv"],
    ["tabs as Excel quotes them", text('项目\t指标\n甲\t"1\n2 ""三"""\n'), "csv"],
    ["tabs and quotes that are just quotes", text('项目\t指标\n甲\t办理“"一网"”\n'), "text"],
    ["a page", text("<!DOCTYPE html><html><table><tr><td>甲</table>"), "html"],
    ["a page after a mark, blanks and a comment", text("\uFEFF\n\n<!-- 导出 --><html>"), "html"],
    ["a page whose type comes late", text("计数器\n<!-- x -->\n<!doctype html><html><body>"), "html"],
    ["a bare table", text("<table><tr><td>甲</td></tr></table>"), "html"],
    ["a table after words", text("导出的表\n<table border=1><tr><td>甲</td></tr></table>"), "html"],
    ["rich text", text("{\\rtf1\\ansi 甲}"), "rtf"],
    ["a saved page", text("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x"), "mhtml"],
    ["a saved page with its sender first", text("From: <甲>\nSubject: =?x?=\nMIME-Version: 1.0\n\n"), "mhtml"],
    ["a letter that speaks of MIME", text("关于：\nMIME-Version: 1.0 的说明\n"), "text"],
    ["a PDF", text("%PDF-1.7\n"), "pdf"],
    ["a PDF behind other bytes", text(`${" ".repeat(900)}%PDF-1.4\n`), "pdf"],
    ["a PNG", bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), "image"],
    ["a JPEG", bytes(0xff, 0xd8, 0xff, 0xe0), "image"],
    ["a TIFF", bytes(0x49, 0x49, 0x2a, 0x00), "image"],
    ["a workbook", zip("[Content_Types].xml", "xl/workbook.xml"), "xlsx"],
    ["a workbook with its parts elsewhere", types("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "xlsx"],
    ["a workbook packed with backslashes", zip("[Content_Types].xml", "xl\\workbook.xml"), "xlsx"],
    ["a binary workbook", zip("[Content_Types].xml", "xl/workbook.bin"), "xlsb"],
    ["a letter", zip("[Content_Types].xml", "word/document.xml"), "docx"],
    ["a presentation", zip("[Content_Types].xml", "ppt/presentation.xml"), "presentation"],
    ["an OpenDocument sheet", odf("spreadsheet"), "ods"],
    ["its template", odf("spreadsheet-template"), "ods"],
    ["an OpenDocument text", odf("text"), "odt"],
    ["an encrypted OpenDocument sheet", odf("spreadsheet", "<manifest:encryption-data/>"), "encrypted"],
    ["OFD", zip("OFD.xml", "Doc_0/Document.xml"), "ofd"],
    ["Numbers", zip("Index/Document.iwa"), "iwork"],
    ["files", zip("甲.xlsx", "乙/丙.pdf"), "archive"],
    ["a ZIP that is cut off", zip("xl/workbook.xml").subarray(0, 60), "archive"],
    ["XLS of 97", ole("Workbook", "\u0005SummaryInformation"), "xls"],
    ["XLS of 95", ole("Book"), "xls"],
    ["DOC", ole("WordDocument", "1Table"), "doc"],
    ["PPT", ole("PowerPoint Document"), "presentation"],
    ["XLSX with a password", ole("EncryptionInfo", "EncryptedPackage"), "encrypted"],
    ["an Outlook message", ole("__substg1.0_0037001F"), "mail"],
    ["another OLE2 file", ole("Contents"), "unknown-ole"],
    ["an OLE2 file that is cut off", ole("Workbook").subarray(0, 300), "unknown-ole"],
    ["a workbook stream alone", bytes(9, 8, 16, 0, 0, 6), "xls"],
    [
      "SpreadsheetML",
      text('<?xml version="1.0"?>\n<?mso-application?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      "spreadsheetml",
    ],
    [
      "its elements with a prefix",
      text('<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'),
      "spreadsheetml",
    ],
    [
      "a flat OpenDocument sheet",
      text(`<office:document ${office} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">`),
      "ods",
    ],
    [
      "a flat OpenDocument text",
      text(`<office:document ${office} office:mimetype="application/vnd.oasis.opendocument.text">`),
      "odt",
    ],
    [
      "Word as one XML file",
      text('<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">'),
      "word-xml",
    ],
    ["UOF", text('<uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof">'), "uof"],
    ["RAR", bytes(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00), "rar"],
    ["7z", bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), "7z"],
    ["gzip", bytes(0x1f, 0x8b, 8), "gzip"],
    ["bytes at random", Uint8Array.from({ length: 900 }, (_, at) => (at * 73 + ((at * at) % 91)) & 255), "text"],
  ])("%s", (_, content, kind) => {
    expect(sniff(content)).toBe(kind);
  });
});

describe("what is not read is refused by its name, with what to do", () => {
  test.each<readonly [string, Uint8Array, string, string]>([
    ["OFD", zip("OFD.xml"), "format-unsupported", "另存为（或打印为）PDF"],
    ["RAR", bytes(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07), "format-unsupported", "先解压"],
    ["a password", ole("EncryptedPackage"), "needs-password", "去掉密码后另存"],
    ["files", zip("甲.xlsx"), "format-unsupported", "解压后逐个导入"],
    ["nothing", new Uint8Array(), "empty-file", "重新下载"],
    ["a cut ZIP", zip("xl/workbook.xml").subarray(0, 60), "damaged", "重新下载"],
  ])("%s", (_, content, code, hint) => {
    const read = readSource({ name: "表.xlsx", bytes: content });
    if (read.ok) throw new Error("read");
    expect([read.refusal.code, read.refusal.hint.zh.includes(hint)]).toEqual([code, true]);
    expect(read.refusal.message.en).not.toMatch(/[\u3400-\u9fff]{3}/u);
  });
});
