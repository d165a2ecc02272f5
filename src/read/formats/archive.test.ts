import { describe, expect, test } from "vitest";
import { aZip, type ZipSpec } from "../../../test/support/a-zip.ts";
import { filesIn } from "./archive.ts";

const table = "项目\t指标\n甲\t乙\n";
const opened = (entries: readonly ZipSpec[]) => filesIn({ name: "包.zip", bytes: aZip(entries) });

describe("the files of an archive", () => {
  test("go by the path that leads to them, folders, Chinese names and archives within included", () => {
    const inner = aZip([{ name: "深/三.txt", content: table }]);
    const found = opened([
      { name: "二/", content: "" },
      { name: "二/二.txt", content: table },
      { name: "内.zip", content: inner },
      { name: "一.txt", content: table },
    ]);
    if (!found.ok) throw new Error(found.refusal.message.zh);
    expect(found.value.files.map(({ name }) => name)).toEqual([
      "包.zip/一.txt",
      "包.zip/二/二.txt",
      "包.zip/内.zip/深/三.txt",
    ]);
    expect(found.value.skipped).toEqual([]);
  });

  test("what is no archive is one file, also a workbook, which is a ZIP too", () => {
    for (const bytes of [new TextEncoder().encode(table), aZip([{ name: "xl/workbook.xml", content: "<x/>" }])]) {
      const found = filesIn({ name: "表", bytes });
      expect(found).toEqual({ ok: true, value: { files: [{ name: "表", bytes }], skipped: [] } });
    }
  });

  test("what systems leave behind and what may not be opened is listed, never lost", () => {
    const found = opened([
      { name: "表.txt", content: table },
      { name: "__MACOSX/._表.txt", content: "x" },
      { name: ".DS_Store", content: "x" },
      { name: "夹/Thumbs.db", content: "x" },
      { name: "~$表.docx", content: "x" },
      { name: "空.txt", content: "" },
      { name: "../出.txt", content: "x" },
      { name: "密.txt", content: "x", flags: 0x0801 },
      { name: "坏.txt", content: "x", crc: 7 },
    ]);
    if (!found.ok) throw new Error(found.refusal.message.zh);
    expect(found.value.files.map(({ name }) => name)).toEqual(["包.zip/表.txt"]);
    const skipped = found.value.skipped.map(({ name, because, code }) =>
      `${name.slice(6)} ${because} ${code ?? ""}`.trim(),
    );
    expect(skipped.sort()).toEqual(
      [
        "../出.txt refused format-unsupported",
        ".DS_Store junk",
        "__MACOSX/._表.txt junk",
        "~$表.docx junk",
        "坏.txt refused damaged",
        "夹/Thumbs.db junk",
        "密.txt refused needs-password",
        "空.txt junk",
      ].sort(),
    );
  });

  test("archives within archives are opened to a depth, and no further", () => {
    let content = aZip([{ name: "表.txt", content: table }]);
    for (let depth = 0; depth < 3; depth++)
      content = aZip([
        { name: "内.zip", content },
        { name: `${depth}.txt`, content: table },
      ]);
    const found = filesIn({ name: "包.zip", bytes: content });
    if (!found.ok) throw new Error(found.refusal.message.zh);
    expect(found.value.files).toHaveLength(3);
    expect(found.value.skipped.map(({ name }) => name)).toEqual(["包.zip/内.zip/内.zip/内.zip"]);
  });

  test("a bomb within is skipped with its reason; the files beside it are read", () => {
    const bomb = aZip([{ name: "零", content: new Uint8Array(11 * 1024 * 1024) }]);
    const found = opened([
      { name: "表.txt", content: table },
      { name: "弹.zip", content: bomb },
    ]);
    if (!found.ok) throw new Error(found.refusal.message.zh);
    expect(found.value.files).toHaveLength(1);
    expect(found.value.skipped.map(({ code }) => code)).toEqual(["too-large"]);
  });

  test("all archives of a file share one allowance", () => {
    const claiming = (name: string) =>
      aZip([{ name, content: "x".repeat(2_000_000), method: 0, unpacked: 300_000_000 }]);
    const found = opened([
      { name: "表.txt", content: table },
      { name: "甲.zip", content: claiming("甲"), method: 0 },
      { name: "乙.zip", content: claiming("乙"), method: 0 },
    ]);
    if (!found.ok) throw new Error(found.refusal.message.zh);
    expect(found.value.skipped.map(({ name, code }) => `${name} ${code}`)).toEqual([
      "包.zip/甲.zip/甲 damaged",
      "包.zip/乙.zip too-large",
    ]);
  });

  test("an archive of nothing says why", () => {
    const empty = opened([{ name: "密.xlsx", content: "x", flags: 0x0801 }]);
    expect(!empty.ok && [empty.refusal.code, empty.refusal.message.zh]).toEqual([
      "needs-password",
      "压缩包“包.zip”里没有可以读取的文件：包.zip/密.xlsx: 已加密，需要密码。",
    ]);
  });
});
