import { escaped } from "../support/word-markup.ts";
import { utf16le } from "./encodings.ts";
import {
  goodRows,
  goodText,
  type HostileFile,
  noTable,
  read,
  readWithout,
  refused,
  trap,
  utf8,
} from "./hostile-file.ts";

const rows = goodRows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`).join("\n");
const table = `<table border="1">${rows}</table>`;
const page = (body: string, head = '<meta charset="utf-8">'): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const good = page(table);

/** Web pages that go too deep, reach out, or say what is not so — 网页. */
export const htmlFiles: readonly HostileFile[] = [
  {
    name: "100,000 elements deep",
    bytes: () => utf8(page("<div>".repeat(100_000) + table)),
    outcome: refused("too-large"),
  },
  { name: "500 elements deep", bytes: () => utf8(page("<div>".repeat(500) + table)), outcome: read(2) },
  {
    name: "1,000 tables in each other",
    bytes: () => utf8(page("<table><tr><td>".repeat(1_000))),
    outcome: refused("too-large"),
  },
  {
    name: "colspan of a thousand million",
    bytes: () => utf8(good.replace("<td>", '<td colspan="1000000000">')),
    outcome: read(0, "column-unknown"),
  },
  {
    name: "rowspan of a thousand million",
    bytes: () => utf8(page(`${table}<table><tr><td rowspan="1000000000">x</td><td>y</td></tr></table>`)),
    outcome: read(2),
  },
  {
    name: "1,000 cells of 1,000 columns each in a row",
    bytes: () => utf8(page(`${table}<table><tr>${'<td colspan="1000">x</td>'.repeat(1_000)}</tr></table>`)),
    outcome: read(3),
  },
  {
    name: "rows and columns that all overlap",
    bytes: () => utf8(page(`${table}<table>${'<tr><td rowspan="900" colspan="900">x</td></tr>'.repeat(200)}</table>`)),
    outcome: read(2),
  },
  {
    name: "negative, empty and fractional spans",
    bytes: () => utf8(good.replace("<td>", '<td colspan="-5" rowspan="">').replace("<td>", '<td colspan="1.5e9">')),
    outcome: read(2),
  },
  {
    name: "a page that sends its reader elsewhere",
    bytes: () =>
      utf8(
        page(
          table,
          `<meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${trap}/refresh"><base href="${trap}/base/">`,
        ),
      ),
    outcome: read(2),
  },
  {
    name: "pictures, frames, styles and scripts from elsewhere",
    bytes: () =>
      utf8(
        page(
          `<img src="${trap}/a.png"><iframe src="${trap}/f"></iframe><script src="${trap}/s.js"></script><link rel="stylesheet" href="${trap}/s.css"><object data="${trap}/o"></object>${table}`,
        ),
      ),
    outcome: read(2),
  },
  {
    name: "a script with a table in it",
    bytes: () =>
      utf8(page(`<script>document.write("${"<table><tr><td>项目名称</td></tr></table>"}")</script>${table}`)),
    outcome: readWithout(2, "document.write"),
  },
  {
    name: "a style with words in it",
    bytes: () => utf8(page(`<style>td::after { content: "秘密内容" }</style>${table}`)),
    outcome: readWithout(2, "秘密内容"),
  },
  {
    name: "a drawing with a script",
    bytes: () => utf8(page(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert("图")</script></svg>${table}`)),
    outcome: readWithout(2, "alert"),
  },
  {
    name: "words that nobody sees",
    bytes: () => utf8(page(`<p style="display:none">看不见的话</p>${table}`)),
    outcome: readWithout(2, "看不见的话"),
  },
  {
    name: "an entity that is made of itself",
    bytes: () => utf8(`<!DOCTYPE html [<!ENTITY a "&a;&a;">]>${good.slice(15).replace("堤防加固", "&a;")}`),
    outcome: read(2),
  },
  {
    name: "100,000 character references",
    bytes: () => utf8(page(`<p>${"&#x7ee9;".repeat(100_000)}</p>${table}`)),
    outcome: read(2),
  },
  {
    name: "character references out of range",
    bytes: () => utf8(good.replace("堤防加固", "堤&#x110000;&#0;&#xd800;防")),
    outcome: read(2),
  },
  {
    name: "a label that says GBK over UTF-8",
    bytes: () => utf8(page(table, '<meta charset="gbk">')),
    outcome: read(2, "encoding-contradicted"),
  },
  { name: "a label that says UTF-7", bytes: () => utf8(page(table, '<meta charset="utf-7">')), outcome: read(2) },
  { name: "UTF-16 that says UTF-8", bytes: () => utf16le(`\ufeff${good}`), outcome: read(2) },
  { name: "no end tag at all", bytes: () => utf8(good.replace(/<\/[^>]+>/g, "")), outcome: read(2) },
  { name: "only end tags, 100,000", bytes: () => utf8(page("</td></tr></table>".repeat(100_000))), outcome: noTable() },
  {
    name: "an attribute of 5 MB",
    bytes: () => utf8(good.replace("<td>", `<td title="${"长".repeat((5 * 1024 * 1024) / 3)}">`)),
    outcome: read(2),
  },
  {
    name: "100,000 attributes of one element",
    bytes: () => utf8(good.replace("<td>", `<td ${Array.from({ length: 100_000 }, (_, n) => `a${n}=1`).join(" ")}>`)),
    outcome: read(2),
  },
  { name: "a tag that never ends", bytes: () => utf8(`${good}<td ${"x".repeat(500_000)}`), outcome: read(2) },
  { name: "a comment that never ends", bytes: () => utf8(`${good}<!--${"-".repeat(500_000)}`), outcome: read(2) },
  {
    name: "200,000 empty tables",
    bytes: () => utf8(page("<table></table>".repeat(200_000) + table)),
    outcome: read(2),
  },
  {
    name: "a page named .txt, of text in a frame for text",
    bytes: () => utf8(page(`<pre>${escaped(goodText)}</pre>`)),
    outcome: noTable(),
  },
  {
    name: "MHTML whose parts are in each other",
    bytes: () =>
      utf8(
        `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n${'--b\nContent-Type: multipart/related; boundary="b"\n\n'.repeat(5_000)}`,
      ),
    outcome: refused("nothing-inside"),
  },
  {
    name: "MHTML that fetches its parts elsewhere",
    bytes: () =>
      utf8(
        `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset="utf-8"\nContent-Location: ${trap}/page\n\n${good}\n--b--\n`,
      ),
    outcome: read(2),
  },
];
