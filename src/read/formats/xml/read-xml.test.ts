import { describe, expect, test } from "vitest";
import { limits } from "../../limits.ts";
import { readXml } from "./read-xml.ts";

function heard(xml: string | Uint8Array): { readonly said: string; readonly refused: string | undefined } {
  const said: string[] = [];
  const bytes = typeof xml === "string" ? new TextEncoder().encode(xml) : xml;
  const outcome = readXml(bytes, {
    open(name, attribute) {
      const value = attribute("w:val") ?? attribute("val");
      said.push(`<${name}${value === undefined ? "" : ` ${value}`}>`);
      return name === "skip" ? "skip" : () => said.push(`</${name}>`);
    },
    text: (words) => said.push(words),
  });
  return { said: said.join(""), refused: outcome.ok ? undefined : outcome.refusal.code };
}

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

describe("names", () => {
  test.each([
    ["by their namespace, whatever the prefix", `<x:p xmlns:x="${word}" x:val="1">甲</x:p>`, "<w:p 1>甲</w:p>"],
    ["without prefix", `<p xmlns="${word}" val="1"/>`, "<w:p 1></w:p>"],
    [
      "a prefix that means something else inside",
      `<a:p xmlns:a="${word}"><a:p xmlns:a="other"/></a:p>`,
      "<w:p><p></p></w:p>",
    ],
    ["declared nowhere", '<w:p w:val="1"/>', "<w:p 1></w:p>"],
    ["what is skipped, with all within", "<a><skip><b>甲</b></skip>乙</a>", "<a><skip>乙</a>"],
    [
      "names that objects have",
      '<__proto__ val="1"><constructor/></__proto__>',
      "<__proto__ 1><constructor></constructor></__proto__>",
    ],
  ])("%s", (_, xml, said) => {
    expect(heard(xml).said).toBe(said);
  });
});

describe("damage and malice", () => {
  test.each([
    [
      "entities of XML, and none of the file's own",
      '<!DOCTYPE a [<!ENTITY l "llll"><!ENTITY x SYSTEM "file:///etc/hosts">]><a>&lt;&#x4e2d;&l;&x;</a>',
      "<a><中&l;&x;</a>",
    ],
    ["tags left open and closed for nothing", "<a><b>甲</c></a>乙", "<a><b>甲</b></a>"],
    ["text that is cut off", "<a><b>甲", "<a><b>甲</b></a>"],
    ["raw stretches", "<a><![CDATA[<甲>]]><!-- 乙 --></a>", "<a><甲></a>"],
  ])("%s", (_, xml, said) => {
    expect(heard(xml).said).toBe(said);
  });

  test("depth: at the limit it is read, above refused", () => {
    const nested = (depth: number): string => `${"<a>".repeat(depth)}${"</a>".repeat(depth)}`;
    expect(heard(nested(limits.xmlDepth)).refused).toBeUndefined();
    expect(heard(nested(limits.xmlDepth + 1)).refused).toBe("too-large");
    expect(heard(`<skip>${"<a>".repeat(1_000_000)}`).refused).toBe("too-large");
  });

  test("a hundred thousand namespaces and attributes take no longer than their bytes", () => {
    const many = Array.from({ length: 100_000 }, (_, at) => `xmlns:n${at}="${word}"`).join(" ");
    expect(heard(`<w:a ${many}>${`<w:b xmlns:x="${word}"/>`.repeat(1_000)}</w:a>`).said.length).toBeGreaterThan(1_000);
  });
});

describe("encodings", () => {
  const utf16 = (text: string): Uint8Array =>
    new Uint8Array(Uint16Array.from(`\ufeff${text}`, (one) => one.charCodeAt(0)).buffer);
  test.each([
    ["UTF-16 with its mark", utf16("<a>水务</a>")],
    [
      "GBK as it says",
      Uint8Array.from([
        ...new TextEncoder().encode('<?xml version="1.0" encoding="GBK"?><a>'),
        0xcb,
        0xae,
        0xce,
        0xf1,
        ...new TextEncoder().encode("</a>"),
      ]),
    ],
    ["an encoding that is none", new TextEncoder().encode('<?xml version="1.0" encoding="none"?><a>水务</a>')],
    [
      "a label that lies about its width",
      new TextEncoder().encode('<?xml version="1.0" encoding="UTF-16"?><a>水务</a>'),
    ],
  ])("%s", (_, bytes) => {
    expect(heard(bytes).said).toContain("<a>水务</a>");
  });
});
