import { describe, expect, test } from "vitest";
import { openDocument } from "../open-document.ts";

function textOf(xml: string): string {
  const document = openDocument({ name: "表.doc", bytes: new TextEncoder().encode(xml) }, {});
  if (!document.ok) throw new Error(document.refusal.message.zh);
  return document.value.text.trimEnd().replace(/\u2028/gu, "⏎");
}

describe("a Word document as one XML file", () => {
  test("of Word 2003: merges, numbers written down, deletions, hidden styles, no headers", () => {
    const cell = (words: string, properties = ""): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`;
    const xml = `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core">
<w:styles><w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>
<w:body><wx:sect><w:tbl>
<w:tr>${cell("甲", '<w:vmerge w:val="restart"/>')}${cell("乙")}</w:tr><w:tr>${cell("", "<w:vmerge/>")}${cell("丙")}</w:tr></w:tbl>
<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="1、"/></w:listPr></w:pPr><w:r><w:t>丁</w:t></w:r><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>删</w:delText></w:r></aml:content></aml:annotation><w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>藏</w:t></w:r></w:p>
<w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr></w:sectPr></wx:sect></w:body></w:wordDocument>`;
    expect(textOf(xml)).toBe("甲\t乙\n\t丙\n1、丁");
  });

  test("the parts of a .docx in a row, with their lists", () => {
    const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const part = (name: string, content: string): string =>
      `<pkg:part pkg:name="${name}"><pkg:xmlData>${content}</pkg:xmlData></pkg:part>`;
    const relations = (list: string): string =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
    const item = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
    const xml = `<?xml version="1.0" encoding="UTF-8"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${part("/_rels/.rels", relations(`<Relationship Id="a" Type="${relation}/officeDocument" Target="word/document.xml"/>`))}${part("/word/_rels/document.xml.rels", relations(`<Relationship Id="b" Type="${relation}/numbering" Target="numbering.xml"/><Relationship Id="c" Type="${relation}/footnotes" Target="footnotes.xml"/>`))}${part("/word/document.xml", `<w:document ${w}><w:body><w:p>${item}<w:r><w:t>甲</w:t></w:r></w:p><w:p>${item}<w:r><w:t>乙</w:t></w:r></w:p></w:body></w:document>`)}${part("/word/numbering.xml", `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`)}${part("/word/footnotes.xml", `<w:footnotes ${w}><w:footnote w:type="separator"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote><w:footnote><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:footnotes>`)}</pkg:package>`;
    expect(textOf(xml)).toBe("1、甲\n2、乙\n\n注");
  });
});
