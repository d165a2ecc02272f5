import { describe, expect, test } from "vitest";
import { aZip, type ZipSpec } from "../../../test/support/a-zip.ts";
import { limits } from "../limits.ts";
import { openZip } from "./zip-guard.ts";

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const gbk = (...codes: readonly number[]): Uint8Array => Uint8Array.from(codes);
const spaces = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024).fill(32);

/** What the guard says of a whole ZIP: its refusal, or its entries and troubles. */
function judged(entries: readonly ZipSpec[], end?: Parameters<typeof aZip>[1]): string {
  const zip = openZip(aZip(entries, end));
  if (!zip.ok) return `${zip.refusal.code}: ${zip.refusal.message.zh}`;
  return [
    ...zip.value.entries.map(({ name }) => name),
    ...zip.value.troubles.map(({ name, code, why }) => `${name} ${code} ${why.zh}`),
  ].join(" | ");
}

/** What comes of reading one entry. */
function readOf(spec: ZipSpec): string {
  const zip = openZip(aZip([spec]));
  if (!zip.ok) return `${zip.refusal.code}: ${zip.refusal.message.zh}`;
  const read = zip.value.read(zip.value.entries[0]?.name ?? String(spec.name));
  return read.ok ? text(read.value) : `${read.refusal.code}: ${read.refusal.message.zh}`;
}

describe("a ZIP is judged by its directory before anything is unpacked", () => {
  test("what is sound is handed out, packed or stored, with long sizes, behind other bytes too", () => {
    expect(readOf({ name: "表.txt", content: "绩效目标" })).toBe("绩效目标");
    expect(readOf({ name: "表.txt", content: "绩效目标", method: 0 })).toBe("绩效目标");
    expect(readOf({ name: "表.txt", content: "绩效目标", isZip64: true })).toBe("绩效目标");
    const zip = openZip(aZip([{ name: "a", content: "b" }], { before: new Uint8Array(10) }));
    const read = zip.ok ? zip.value.read("a") : zip;
    expect(read.ok && text(read.value)).toBe("b");
  });

  test.each<readonly [string, readonly ZipSpec[], string]>([
    ["a folder is no file", [{ name: "夹/" }, { name: "夹/表", content: "x" }], "夹/表"],
    ["backslashes are slashes", [{ name: "夹\\表.xlsx", content: "x" }], "夹/表.xlsx"],
    ["up and out", [{ name: "../../表", content: "x" }], "../../表 format-unsupported 名称指向上级文件夹（../）"],
    [
      "up and out, Windows style",
      [{ name: "夹\\..\\表", content: "x" }],
      "夹/../表 format-unsupported 名称指向上级文件夹（../）",
    ],
    ["absolute", [{ name: "/etc/表", content: "x" }], "/etc/表 format-unsupported 名称是绝对路径"],
    ["a drive", [{ name: "C:\\表", content: "x" }], "C:/表 format-unsupported 名称带有盘符"],
    ["a device", [{ name: "夹/CON.xlsx", content: "x" }], "夹/CON.xlsx format-unsupported 名称是系统设备名"],
    ["a NUL", [{ name: "表\u0000.xlsx", content: "x" }], "表\u0000.xlsx format-unsupported 名称中有控制字符"],
    ["a link", [{ name: "表", content: "/etc/passwd", mode: 0o120777 }], "表 format-unsupported 是符号链接"],
    ["a password", [{ name: "表", content: "x", flags: 0x0801 }], "表 needs-password 已加密，需要密码"],
    ["another packing", [{ name: "表", content: "x", method: 14 }], "表 format-unsupported 压缩方法（LZMA）不受支持"],
    [
      "the same name twice",
      [
        { name: "表", content: "甲" },
        { name: "表", content: "乙" },
      ],
      "表 damaged 同名项不止一个，无法判断以哪个为准",
    ],
  ])("%s", (_, entries, expected) => {
    expect(judged(entries)).toBe(expected);
  });

  test.each<readonly [string, ZipSpec, string]>([
    ["GBK without a mark", { name: gbk(0xbc, 0xa8, 0xd0, 0xa7), content: "x", flags: 0, madeBy: 0 }, "绩效"],
    ["UTF-8 without a mark, as macOS writes", { name: "绩效", content: "x", flags: 0 }, "绩效"],
    ["GBK that would pass as UTF-8", { name: gbk(0xc1, 0xaa, 0xcd, 0xa8), content: "x", flags: 0 }, "联通"],
    [
      "a Unicode path beside a local one",
      {
        name: "?",
        content: "x",
        flags: 0,
        extra: Uint8Array.from([0x75, 0x70, 11, 0, 1, 0, 0, 0, 0, ...new TextEncoder().encode("绩效")]),
      },
      "绩效",
    ],
  ])("names: %s", (_, spec, expected) => {
    expect(judged([spec])).toBe(expected);
  });

  test("bytes that several entries share are refused", () => {
    const bomb = [
      { name: "甲", content: "x".repeat(100) },
      { name: "乙", content: "y", at: 0 },
    ];
    expect(judged(bomb)).toBe("damaged: 压缩包内“甲”与“乙”占用同一段数据，这是压缩炸弹的做法。");
  });

  test("more entries than the limit are refused, as many as the limit are not", () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ name: `${at}`, content: "", method: 0 }));
    expect(judged(many(limits.archiveEntries)).split(" | ")).toHaveLength(limits.archiveEntries);
    expect(judged(many(limits.archiveEntries + 1))).toBe("too-large: 压缩包内有 5001 项，超过上限 5000 项。");
  });

  test("more bytes than the limit are refused by what the directory declares", () => {
    const claiming = (unpacked: number): ZipSpec => ({
      name: "表",
      content: "x".repeat(3_000_000),
      method: 0,
      unpacked,
    });
    const step = 500_000_000;
    expect(judged([claiming(step), { ...claiming(limits.unpackedBytes - step), name: "乙" }])).toBe("表 | 乙");
    expect(judged([claiming(step), { ...claiming(limits.unpackedBytes - step + 1), name: "乙" }])).toBe(
      "too-large: 压缩包内“乙”：到这里为止解压后共 512.0 MB，超过上限 512.0 MB。",
    );
  });

  test("a bomb is known by its ratio, where it is large enough to harm", () => {
    expect(judged([{ name: "表", content: spaces(11) }])).toMatch(/^too-large: 压缩包内“表”：解压后是压缩前的 \d+ 倍/);
    expect(judged([{ name: "表", content: spaces(9) }])).toBe("表");
  });
});

describe("the directory may lie", () => {
  test.each<readonly [string, Partial<ZipSpec>, string]>([
    ["more comes out than declared", { unpacked: 10 }, "目录写明解压后 10 字节，实际更多。"],
    ["less comes out", { unpacked: 1_000_000 }, "目录写明解压后 1000000 字节，实际只有 5000 字节。"],
    ["the checksum differs", { crc: 1 }, "数据损坏，解压后校验不符。"],
    ["stored, but longer", { unpacked: 10, method: 0 }, "目录写明解压后 10 字节，实际更多。"],
  ])("%s", (_, lie, says) => {
    expect(readOf({ ...lie, name: "表", content: "x".repeat(5000) })).toBe(`damaged: 压缩包内“表”：${says}`);
  });

  test("a count that is not the number of entries is refused", () => {
    expect(judged([{ name: "表", content: "x" }], { count: 2 })).toBe(
      "damaged: 压缩结构损坏：目录写明 2 项，只找到 1 项。",
    );
  });

  test("every cut of a ZIP is refused or read, and never throws", () => {
    const whole = aZip([{ name: "表", content: "绩效目标".repeat(50) }]);
    for (let length = 0; length < whole.length; length++) expect(openZip(whole.subarray(0, length)).ok).toBe(false);
  });

  test("every flipped byte is refused, or does no harm", () => {
    const whole = aZip([{ name: "a", content: "绩效目标".repeat(50) }]);
    for (let at = 0; at < whole.length; at++)
      for (const bit of [1, 16, 128]) {
        const bytes = whole.slice();
        bytes[at]! ^= bit;
        const zip = openZip(bytes);
        if (!zip.ok) continue;
        for (const { name } of zip.value.entries) {
          const read = zip.value.read(name);
          if (read.ok) expect(text(read.value)).toBe("绩效目标".repeat(50));
        }
      }
  });
});
