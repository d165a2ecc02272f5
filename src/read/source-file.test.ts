import { describe, expect, test } from "vitest";
import { codesOfText } from "../../test/support/old-encodings.ts";
import { readText } from "./read-source.ts";
import { decodeText } from "./source-file.ts";

const words = "项目支出绩效目标表\t部门名称：青洲区水务局\t预算单位\n";
const traditional = "項目支出績效目標表\t部門名稱：青洲區水務局\t預算單位\n";
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)));
const utf16 = (text: string, isBig: boolean): number[] =>
  [...text].flatMap((character) => {
    const unit = character.charCodeAt(0);
    return isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8];
  });

describe("the encoding of a text is known by its bytes", () => {
  test.each<readonly [string, Uint8Array, string, string]>([
    ["UTF-8", bytes(words), "utf-8", words],
    ["UTF-8 with its mark", bytes([0xef, 0xbb, 0xbf], words), "utf-8", words],
    ["UTF-16 little end first", bytes([0xff, 0xfe], utf16(words, false)), "utf-16le", words],
    ["UTF-16 big end first", bytes([0xfe, 0xff], utf16(words, true)), "utf-16be", words],
    ["UTF-16 without its mark", bytes(utf16(words, false)), "utf-16le", words],
    ["UTF-16 without its mark, big end first", bytes(utf16(words, true)), "utf-16be", words],
    ["GBK", bytes(codesOfText("gb18030", words)), "gb18030", words],
    ["GB18030 of four bytes", bytes(codesOfText("gb18030", words), [0x81, 0x39, 0xee, 0x39]), "gb18030", `${words}㐀`],
    ["Big5, which passes as GB18030", bytes(codesOfText("big5", traditional)), "big5", traditional],
    ["Traditional characters in GB18030", bytes(codesOfText("gb18030", traditional)), "gb18030", traditional],
    ["plain letters", bytes("a\tb\n"), "utf-8", "a\tb\n"],
  ])("%s", (_, source, encoding, text) => {
    expect(decodeText(source)).toEqual({ encoding, text });
  });

  test.each<readonly [string, Uint8Array, string]>([
    ["UTF-8 cut in its last character", bytes(words, [0xe8, 0xa1]), "utf-8"],
    ["GBK cut in its last character", bytes(codesOfText("gb18030", words), [0xb1]), "gb18030"],
    ["UTF-16 cut in its last character", bytes([0xff, 0xfe], utf16(words, false), [0x68]), "utf-16le"],
    ["UTF-8 with a byte lost in the middle", bytes(words, [0xe8, 0xa1], words), "utf-8"],
  ])("%s: it is read, and the damage is noted where it stands", (_, source, encoding) => {
    const reading = readText({ name: "表.txt", bytes: source });
    expect(reading.source.encoding).toBe(encoding);
    const [damage] = reading.notes.filter(({ code }) => code === "characters-damaged");
    const span = damage?.at.spans[0];
    expect(reading.text.slice(span?.start, span?.end)).toMatch(/^\uFFFD+$/u);
  });

  test.each<readonly [string, Uint8Array]>([
    ["bytes at random", Uint8Array.from({ length: 400 }, (_, at) => (at * 73 + ((at * at) % 91)) & 255)],
    ["NULs", new Uint8Array(100)],
    ["Western text with accents only", bytes([0xe9, 0x20, 0xe8, 0x20, 0xfc, 0x20, 0xe0, 0x20, 0xff])],
  ])("%s are of no known encoding", (_, source) => {
    expect(decodeText(source)).toBeUndefined();
  });

  test("damage without end is told in few notes", () => {
    const text = `${words.repeat(2000)}${"\uFFFD\t".repeat(200)}`;
    const reading = readText({ name: "表.txt", bytes: bytes(text) });
    const damage = reading.notes.filter(({ code }) => code === "characters-damaged");
    expect(damage).toHaveLength(20);
    expect(damage.reduce((sum, { facts }) => sum + Number(facts.characters), 0)).toBe(200);
  });
});
