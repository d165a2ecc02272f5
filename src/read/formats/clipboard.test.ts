import { describe, expect, test } from "vitest";
import { readDocument } from "../read-document.ts";
import { documentOfClipboard, type Pasted } from "./clipboard.ts";

/** The head that Windows puts before a page on the clipboard; programs do not look at its numbers closely. */
const windowsHead = [
  "Version:1.0",
  "StartHTML:0000000165",
  "EndHTML:0000004000",
  "StartFragment:0000000700",
  "EndFragment:0000003960",
  "SourceURL:file:///C:/%E8%A1%A8.xlsx",
  "",
].join("\r\n");

const list = "1、1-产出指标；11-数量指标；巡查次数；实施周期指标值：≥12次；年度指标值：≥12次。";

/** What a program puts on the clipboard for one table with a merged title, in the shape in which it does. */
const recorded: Readonly<Record<string, Pasted>> = {
  "Excel 365": {
    html: `${windowsHead}
<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet>
<style><!--table {mso-displayed-decimal-separator:"\\.";} td {padding-top:1px; mso-number-format:General; white-space:nowrap;} .xl65 {mso-number-format:"\\#\\,\\#\\#0\\.00";} ruby{} rt{display:none;}--></style></head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=640 style='border-collapse:collapse;width:480pt'>
<!--StartFragment-->
 <col width=120 style='mso-width-source:userset;mso-width-alt:3840'><col width=64 span=4>
 <tr height=19><td colspan=5 height=19 class=xl63>项目支出绩效目标表</td></tr>
 <tr height=19><td height=19>项目名称</td><td>总计</td><td>财政拨款</td><td>绩效目标</td><td>绩效指标</td></tr>
 <tr height=38><td height=38 width=120>河道<span style='mso-spacerun:yes'>&nbsp; </span>巡查</td><td class=xl65 align=right>1,200.00</td><td class=xl65 align=right>1,200.00</td><td width=64>保持畅通；<br>
    水清岸绿。</td><td>${list.replaceAll("≥", "&#8805;")}</td></tr>
<!--EndFragment-->
</table></body></html>`,
    text: `项目支出绩效目标表\t\t\t\t\r\n项目名称\t总计\t财政拨款\t绩效目标\t绩效指标\r\n河道  巡查\t1,200.00 \t1,200.00 \t"保持畅通；\n水清岸绿。"\t${list}\r\n`,
  },
  "WPS 表格": {
    html: `${windowsHead}<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"/><meta name=Generator content="WPS Office ET"/><style><!-- @font-face{font-family:"宋体";} .et2{mso-number-format:"\\#\\,\\#\\#0\\.00";} --></style></head><body><!--StartFragment--><table width="480" border="0" cellpadding="0" cellspacing="0" style='border-collapse:collapse;'><col width="72" style='width:54.00pt;'/>
   <tr height="24"><td class="et3" height="24" colspan="5" style='border-right:none;border-bottom:none;' x:str>项目支出绩效目标表</td></tr>
   <tr><td x:str>项目名称</td><td x:str>总计</td><td x:str>财政拨款</td><td x:str>绩效目标</td><td x:str>绩效指标</td></tr>
   <tr><td x:str>河道&nbsp;巡查</td><td class="et2" x:num="1200">1,200.00 </td><td class="et2" x:num="1200">1,200.00 </td><td x:str>保持畅通；<br/>水清岸绿。</td><td x:str>${list}</td></tr></table><!--EndFragment--></body></html>`,
    text: `项目支出绩效目标表\t\t\t\t\r\n项目名称\t总计\t财政拨款\t绩效目标\t绩效指标\r\n河道 巡查\t1,200.00\t1,200.00\t"保持畅通；\n水清岸绿。"\t${list}\r\n`,
  },
  Word: {
    html: `${windowsHead}<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta name=ProgId content=Word.Document><style><!-- p.MsoNormal {margin:0cm;} --></style><!--[if gte mso 10]><style>table.MsoTableGrid{}</style><![endif]--></head><body lang=ZH-CN>
<!--StartFragment--><table class=MsoTableGrid border=1 cellspacing=0><tr style='mso-yfti-irow:0'><td colspan=5><p class=MsoNormal align=center><span>项目支出绩效目标表<span lang=EN-US><o:p></o:p></span></span></p></td></tr>
<tr><td><p class=MsoNormal>项目名称<o:p></o:p></p></td><td><p class=MsoNormal>总计</p></td><td><p class=MsoNormal>财政拨款</p></td><td><p class=MsoNormal>绩效目标</p></td><td><p class=MsoNormal>绩效指标</p></td></tr>
<tr><td><p class=MsoNormal>河道 巡查</p></td><td><p class=MsoNormal><span lang=EN-US>1,200.00</span></p></td><td><p class=MsoNormal><span lang=EN-US>1,200.00</span></p></td><td><p class=MsoNormal>保持畅通；</p><p class=MsoNormal>水清岸绿。</p></td><td><p class=MsoNormal>${list}</p></td></tr></table><!--EndFragment--></body></html>`,
    text: "项目支出绩效目标表\r\n项目名称\t总计\t…",
  },
  Chrome: {
    html: `<meta charset='utf-8'><table border="1" style="color: rgb(0, 0, 0); font-style: normal; orphans: 2; text-decoration-color: initial;"><tbody><tr><th colspan="5">项目支出绩效目标表</th></tr><tr><td>项目名称</td><td>总计</td><td>财政拨款</td><td>绩效目标</td><td>绩效指标</td></tr><tr><td>河道 巡查</td><td>1,200.00</td><td>1,200.00</td><td>保持畅通；<br>水清岸绿。</td><td>${list}</td></tr></tbody></table><br class="Apple-interchange-newline">`,
    text: `项目支出绩效目标表\n项目名称\t总计\t财政拨款\t绩效目标\t绩效指标\n河道 巡查\t1,200.00\t1,200.00\t保持畅通；\n水清岸绿。\t${list}\n`,
  },
  "Excel, text only": {
    text: `项目支出绩效目标表\t\t\t\t\r\n项目名称\t总计\t财政拨款\t绩效目标\t绩效指标\r\n河道 巡查\t1,200.00 \t1,200.00 \t"保持畅通；\n水清岸绿。"\t${list}\r\n`,
  },
};

function read(pasted: Pasted) {
  const found = documentOfClipboard(pasted);
  if (!found.ok) throw new Error(found.refusal.message.zh);
  return found.value;
}

describe("what is pasted", () => {
  test.each(Object.entries(recorded))("from %s gives the same project", (_, pasted) => {
    const reading = readDocument(read(pasted));
    const [table] = reading.tables;
    const project = table?.declarations[0];
    expect([table?.title, table?.declarations.length, project?.project.name.replace(/\s+/gu, "")]).toEqual([
      "项目支出绩效目标表",
      1,
      "河道巡查",
    ]);
    expect(project?.funding?.total).toEqual({ kind: "read", fen: 12_000_000_00 });
    expect(project?.goal?.replace(/\s+/gu, "")).toBe("保持畅通；水清岸绿。");
    expect(project?.indicators.map(({ name, annualTarget }) => [name, annualTarget?.text])).toEqual([
      ["巡查次数", "≥12次"],
    ]);
    expect(reading.conservation.unplaced).toEqual([]);
  });

  test("quotes that a cell of one line holds stay as they are", () => {
    const { lines } = read({ text: '项目\t"一网通办"率\n"甲"\t1\n' });
    expect(lines.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([
      ["项目", '"一网通办"率'],
      ['"甲"', "1"],
    ]);
  });

  test("text without tabs is text", () => {
    expect(read({ text: "绩效目标\n甲" }).lines).toHaveLength(2);
  });

  test("nothing is refused", () => {
    const nothing = documentOfClipboard({ html: "", text: " " });
    expect(!nothing.ok && nothing.refusal.code).toBe("empty-file");
  });
});
