import { describe, expect, test } from "vitest";
import type { SourceDocument } from "../../source-document.ts";
import { openDocument } from "../open-document.ts";

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

function read(message: string): SourceDocument {
  const document = openDocument({ name: "表.doc", bytes: bytesOf(message.replace(/\n/gu, "\r\n")) }, {});
  if (!document.ok) throw new Error(document.refusal.message.zh);
  return document.value;
}

const part = (heads: string, body: string): string => `--=_b\n${heads}\n\n${body}\n`;
const message = (...parts: readonly string[]): string =>
  `MIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary="=_b"\n\nThis is a message.\n${parts.join("")}--=_b--\n`;

describe("a page with its parts in one file", () => {
  test.each([
    [
      "quoted-printable",
      "Content-Type: text/html; charset=gb2312\nContent-Transfer-Encoding: quoted-printable",
      "<p>=D6=D0=\n=B9=FA=3D</p>",
      "中国=",
    ],
    [
      "base64",
      "content-type: TEXT/HTML\ncontent-transfer-encoding: BASE64",
      btoa(String.fromCharCode(...new TextEncoder().encode("<p>水务</p>"))),
      "水务",
    ],
    [
      "as it is",
      'Content-Type: text/html; charset="utf-8"',
      String.fromCharCode(...new TextEncoder().encode("<p>水务</p>")),
      "水务",
    ],
  ])("%s", (_, heads, body, words) => {
    const document = read(message(part("Content-Type: image/png", "x"), part(heads, body)));
    expect([document.description.kind, document.text.trim()]).toEqual(["mhtml", words]);
  });

  test("a workbook saved as pages: every sheet, none of the frames' own words", () => {
    const sheet = (number: number, words: string): string =>
      part(
        `Content-Location: file:///C:/a.files/sheet00${number}.htm\nContent-Type: text/html; charset="us-ascii"`,
        `<table><tr><td>A<td>${words}</table>`,
      );
    const frames = '<frameset><frame src="a.files/sheet001.htm"><frame src="a.files/sheet002.htm"></frameset>';
    const document = read(
      message(
        part("Content-Location: file:///C:/a.htm\nContent-Type: text/html", frames),
        sheet(1, "B"),
        sheet(2, "C"),
      ),
    );
    expect(document.text).toBe("A\tB\n\nA\tC\n");
    expect(document.views.map((view) => view.kind === "part" && view.name)).toEqual([
      "第 1 页（sheet001.htm）",
      "第 2 页（sheet002.htm）",
    ]);
    expect(document.notes).toEqual([]);
  });

  test("parts within parts, an end that was lost, a boundary that is none", () => {
    const inner =
      'Content-Type: multipart/alternative; boundary="in"\n\n--in\nContent-Type: text/html\n\n<p>--in A</p>';
    expect(read(message(`--=_b\n${inner}\n`)).text.trim()).toBe("--in A");
  });

  test("a message without a page is refused", () => {
    const refused = openDocument({ name: "表.mht", bytes: bytesOf(message(part("Content-Type: text/css", "x"))) }, {});
    expect(!refused.ok && refused.refusal.code).toBe("nothing-inside");
  });
});
