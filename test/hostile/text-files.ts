import { utf16le } from "./encodings.ts";
import { goodText, type HostileFile, noTable, noText, read, refused, utf8 } from "./hostile-file.ts";

const megabyte = 1024 * 1024;
const filled = (length: number, unit: string): Uint8Array =>
  utf8(unit.repeat(Math.ceil(length / unit.length)).slice(0, length));
const inGoal = (words: string): string => goodText.replace("堤防安全。", words);

/** Text that is too much, too little, or not what it seems — 文本. */
export const textFiles: readonly HostileFile[] = [
  { name: "no byte at all", bytes: () => utf8(""), outcome: refused("empty-file") },
  { name: "one byte", bytes: () => utf8("x"), outcome: noTable() },
  { name: "a byte order mark and nothing else", bytes: () => Uint8Array.of(0xef, 0xbb, 0xbf), outcome: noTable() },
  { name: "one line of 100 MB", bytes: () => filled(100 * megabyte, "a"), outcome: refused("too-large") },
  { name: "one line of 4 MB", bytes: () => filled(4 * megabyte, "绩效目标"), outcome: noTable() },
  { name: "only tabs, 1 MB", bytes: () => filled(megabyte, "\t"), outcome: noTable() },
  { name: "only line ends, 1 MB", bytes: () => filled(megabyte, "\n"), outcome: noTable() },
  { name: "only carriage returns, 1 MB", bytes: () => filled(megabyte, "\r"), outcome: noTable() },
  { name: "only form feeds, 1 MB", bytes: () => filled(megabyte, "\f"), outcome: noTable() },
  { name: "only ideographic blanks, 1 MB", bytes: () => filled(megabyte, "\u3000"), outcome: noTable() },
  {
    name: "100,000 columns in a line",
    bytes: () => utf8(`${goodText}\n${"1\t".repeat(100_000)}`),
    outcome: read(3, "row-unplaced"),
  },
  {
    name: "a header of 20,000 columns",
    bytes: () => utf8(`项目名称\t${"绩效指标\t".repeat(20_000)}\n`),
    outcome: noTable(),
  },
  {
    name: "a header 5,000 times over",
    bytes: () => utf8(`${goodText}\n${`${goodText.split("\n")[4]}\n`.repeat(5_000)}`),
    outcome: read(2),
  },
  { name: "a figure of a million digits", bytes: () => utf8(inGoal("9".repeat(megabyte))), outcome: read(2) },
  {
    name: "an amount of 5,000 digits",
    bytes: () => utf8(goodText.replace("25.00", "9".repeat(5_000))),
    outcome: read(2, "amount-unreadable"),
  },
  { name: "a million enumeration commas", bytes: () => utf8(inGoal("、".repeat(megabyte / 3))), outcome: read(2) },
  {
    name: "brackets opened 300,000 times and never closed",
    bytes: () => utf8(inGoal("（".repeat(300_000))),
    outcome: read(2),
  },
  {
    name: "“1、2、3、…” without end",
    bytes: () =>
      utf8(
        goodText.replace("1、1-产出指标", `${Array.from({ length: 50_000 }, (_, n) => `${n}、`).join("")}1-产出指标`),
      ),
    outcome: read(2),
  },
  {
    name: "“年度指标值：” 50,000 times",
    bytes: () => utf8(goodText.replace("年度指标值：≥90%", "年度指标值：".repeat(50_000))),
    outcome: read(2),
  },
  { name: "semicolons, 500,000 of them", bytes: () => utf8(inGoal(";".repeat(500_000))), outcome: read(2) },
  { name: "quotation marks that never close", bytes: () => utf8(goodText.replaceAll("\t", ',"')), outcome: noTable() },
  {
    name: "random bytes",
    bytes: () => Uint8Array.from({ length: 65_536 }, (_, n) => (n * 2_654_435_761) >>> 24),
    outcome: noText,
  },
  {
    name: "every byte once, a thousand times",
    bytes: () => Uint8Array.from({ length: 256_000 }, (_, n) => n & 255),
    outcome: noText,
  },
  { name: "NUL between words", bytes: () => utf8(goodText.replace("河道巡查", "河道\u0000巡查")), outcome: noText },
  {
    name: "lone surrogates, as UTF-8 must not have them",
    bytes: () => Buffer.concat([utf8(goodText), Buffer.from([0xed, 0xa0, 0x80])]),
    outcome: noText,
  },
  {
    name: "overlong UTF-8",
    bytes: () => Buffer.concat([utf8(goodText), Buffer.from([0xc0, 0xaf])]),
    outcome: noText,
  },
  { name: "UTF-16 with its mark", bytes: () => utf16le(`\ufeff${goodText}`), outcome: read(2) },
  { name: "UTF-16 without its mark", bytes: () => utf16le(goodText), outcome: read(2) },
  { name: "UTF-16 that ends within a character", bytes: () => utf16le(goodText).subarray(0, -1), outcome: read(2) },
  {
    name: "digits of another script that look like ours",
    bytes: () => utf8(goodText.replace("25.00", "২5.00")),
    outcome: read(2, "amount-unreadable"),
  },
  { name: "full-width digits", bytes: () => utf8(goodText.replaceAll("25.00", "２５．００")), outcome: read(2) },
  {
    name: "text turned round by bidirectional marks",
    bytes: () => utf8(goodText.replace("堤防加固", "\u202e固加防堤\u202c")),
    outcome: read(2),
  },
  {
    name: "zero-width characters within the header",
    bytes: () => utf8(goodText.replaceAll("绩效目标", "绩\u200b效\u200d目\ufeff标")),
    outcome: read(2),
  },
  {
    name: "characters for private use",
    bytes: () => utf8(goodText.replace("堤防加固", "\ue000\uf8ff\u{10fffd}")),
    outcome: read(2),
  },
  {
    name: "10,000 combining marks on one letter",
    bytes: () => utf8(goodText.replace("堤防加固", `堤${"\u0301".repeat(10_000)}`)),
    outcome: read(2),
  },
  {
    name: "words that name inner things of programs",
    bytes: () => utf8(goodText.replaceAll("河道巡查", "__proto__").replaceAll("堤防加固", "constructor")),
    outcome: read(2),
  },
  { name: "a shebang and a script", bytes: () => utf8("#!/bin/sh\nrm -rf /\n"), outcome: noTable() },
  {
    name: "a mix of all line ends",
    bytes: () => utf8(goodText.replace("\n\n", "\r\r\n\u2028\u0085\n")),
    outcome: read(2),
  },
];
