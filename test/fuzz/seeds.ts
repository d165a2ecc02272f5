import { strToU8, unzipSync, zipSync } from "fflate";
import { onePage } from "../hostile/a-pdf.ts";
import { aBiff, biffRecord, double, wideText, word } from "../support/a-biff.ts";
import { aZip } from "../support/a-zip.ts";
import { anXlsx, sheetData } from "../support/an-xlsx.ts";
import { docOf, oleOf } from "../support/doc-file.ts";
import { docxOf, escaped, htmlOf, odtOf, rtfOf } from "../support/word-markup.ts";
import type { Chance } from "./chance.ts";
import { mutated } from "./mutate.ts";

/** A format to be fuzzed: how many inputs it gets, and how one is made. */
export interface FuzzedFormat {
  readonly name: string;
  /** Of a thousand inputs of a build. */
  readonly share: number;
  make(dice: Chance): Uint8Array;
}

const rows: readonly (readonly string[])[] = [
  ["项目名称", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标"],
  ["水务局", "3.00", "3.00", "", "", "", ""],
  [
    "巡查",
    "3.00",
    "3.00",
    "",
    "",
    "畅通。",
    "1、1-产出指标；11-数量指标；次数；实施周期指标值：4次；年度指标值：≥4次。",
  ],
];
const text = ["部门名称：水务局", "单位：万元", "", ...rows.map((row) => row.join("\t"))].join("\n");
const form = [
  "项目名称\t巡查\t主管部门\t水务局",
  "年度资金总额\t3.00\t其中：财政拨款\t3.00",
  "年度目标\t畅通。",
  "一级指标\t二级指标\t三级指标\t指标值",
  "产出指标\t数量指标\t次数\t≥4次",
].join("\n");
const parts = [{ rows }] as const;

const bytesOf = (...words: readonly string[]): readonly Uint8Array[] => words.map((one) => strToU8(one));
const fieldWords = bytesOf(
  "\t",
  "\n",
  "\n\n",
  "；",
  "、",
  "：",
  "1、",
  "绩效指标",
  "年度指标值：",
  "合计",
  "万元",
  "≥",
  "%",
  "\f",
  "\u3000",
  "（",
  "0.00",
  "项目名称",
  "一级指标",
  "年度目标",
  "\u2028",
  '"',
  "-",
);
const tags = bytesOf(
  "<table>",
  "</table>",
  "<tr>",
  "</td>",
  '<td colspan="9">',
  '<td rowspan="0">',
  "<!--",
  "]]>",
  "&#x0;",
  "&amp;",
  "<script>",
  "<br>",
  "<w:tbl>",
  '<w:vMerge w:val="restart"/>',
  '<w:gridSpan w:val="99"/>',
  '<c t="s"><v>9</v></c>',
  "<row>",
  'r="XFD9"',
  '<mergeCell ref="A1:B9"/>',
  "<text:p>",
  'table:number-columns-repeated="99999"',
  "<!DOCTYPE x [",
  "<?xml ?>",
  '"',
  ">",
);
const controls = bytesOf(
  "\\trowd",
  "\\cell ",
  "\\row ",
  "\\'b0",
  "\\u-1?",
  "{",
  "}",
  "\\bin9 ",
  "\\par ",
  "\\*",
  "\\ansicpg936",
);
const pdfWords = bytesOf(
  " obj\n",
  "endobj\n",
  "stream\n",
  "endstream",
  "<<",
  ">>",
  "[",
  "]",
  " 0 R",
  " Tj ",
  " Td ",
  "BT ",
  "ET ",
  "(x)",
  "<00>",
  " re f ",
  " cm ",
  " Tf ",
  "q ",
  "Q ",
  "/Length 9",
  "startxref",
  "trailer",
);
const numbers = [
  Uint8Array.of(0xff),
  Uint8Array.of(0, 0),
  Uint8Array.of(9, 8),
  Uint8Array.of(0x50, 0x4b, 3, 4),
  Uint8Array.of(0x50, 0x4b, 1, 2),
];

const plain = (
  name: string,
  share: number,
  seeds: readonly Uint8Array[],
  words: readonly Uint8Array[],
): FuzzedFormat => ({
  name,
  share,
  make: (dice) => mutated(dice.one(seeds), words, dice),
});

/** Of a packed format the parts are damaged and packed again, so that the damage is met within; now and then the package. */
const packed = (name: string, share: number, file: Uint8Array, words: readonly Uint8Array[]): FuzzedFormat => {
  const inside = unzipSync(file);
  const names = Object.keys(inside);
  return {
    name,
    share,
    make(dice) {
      if (dice.below(8) === 0) return mutated(file, numbers, dice);
      const part = dice.one(names);
      return zipSync({ ...inside, [part]: mutated(inside[part]!, words, dice) }, { level: 0 });
    },
  };
};

/** Texts put together from the words of the field: nearer to a table than damaged bytes ever come. */
const composed: FuzzedFormat = {
  name: "composed text",
  share: 250,
  make(dice) {
    const pieces = text.split(/(?<=[\t\n；：])/u);
    const some = Array.from({ length: 5 + dice.below(40) }, () =>
      dice.below(3) === 0 ? Buffer.from(dice.one(fieldWords)).toString() : dice.one(pieces),
    );
    return strToU8(dice.below(2) === 0 ? some.join("") : `${rows[0]!.join("\t")}\n${some.join("")}`);
  },
};

const sheet = sheetData(rows.map((row) => row.map(escaped)));
const html = strToU8(htmlOf(...parts));
const records = rows.flatMap((row, r) =>
  row.map((cell, c) => biffRecord(0x204, word(r), word(c), word(0), wideText(cell))),
);
const csv = rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n");
const repeatOf = (name: string) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
const ods = aZip([
  { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet", method: 0 },
  {
    name: "content.xml",
    content: `<office:document-content ${["office", "table", "text"].map(repeatOf).join(" ")}><office:body><office:spreadsheet><table:table table:name="a">${rows
      .map(
        (row) =>
          `<table:table-row>${row.map((cell) => `<table:table-cell><text:p>${escaped(cell)}</text:p></table:table-cell>`).join("")}</table:table-row>`,
      )
      .join("")}</table:table></office:spreadsheet></office:body></office:document-content>`,
  },
]);
const spreadsheetml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${rows
  .map(
    (row) => `<Row>${row.map((cell) => `<Cell><Data ss:Type="String">${escaped(cell)}</Data></Cell>`).join("")}</Row>`,
  )
  .join("")}</Table></Worksheet></Workbook>`;
const pdf = onePage(
  `0 0 m 600 0 l S 0 50 m 600 50 l S 0 0 m 0 50 l S 300 0 m 300 50 l S BT /F 12 Tf 20 20 Td (Name) Tj 300 0 Td (12.50) Tj ET`,
);

/** Formats that are text, tagged or not. */
export const texts: readonly FuzzedFormat[] = [
  composed,
  plain("text", 250, [strToU8(text), strToU8(form), Buffer.from(text, "utf16le")], fieldWords),
  plain("csv", 90, [strToU8(csv)], [...fieldWords, ...bytesOf(",", '""', ";", "\r\n")]),
  plain("html", 110, [html], [...tags, ...fieldWords]),
  plain(
    "mhtml",
    20,
    [
      strToU8(
        `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n${htmlOf(...parts)}\n--b--\n`,
      ),
    ],
    tags,
  ),
  plain("rtf", 60, [rtfOf(parts)], controls),
];

/** Formats of containers and records. */
export const officeFiles: readonly FuzzedFormat[] = [
  packed("docx", 40, docxOf(...parts), tags),
  packed("odt", 25, odtOf(...parts), tags),
  packed("xlsx", 40, anXlsx({ sheets: [{ name: "a", xml: sheet }], strings: "<si><t>x</t></si>" }), tags),
  packed("ods", 25, ods, tags),
  plain("spreadsheetml", 20, [strToU8(spreadsheetml)], tags),
  plain(
    "xls",
    25,
    [
      aBiff(8, [], [{ name: "a", records: [...records, biffRecord(0x203, word(3), word(0), word(0), double(1))] }]),
      oleOf({ Workbook: aBiff(8, [], [{ name: "a", records }]) }),
    ],
    numbers,
  ),
  plain("doc", 15, [docOf(...parts)], numbers),
  plain("zip", 20, [aZip([{ name: "表.txt", content: text }])], numbers),
  plain("pdf", 10, [pdf], pdfWords),
];

/** Every format that is read, with its share of a thousand inputs — 模糊测试的格式. */
export const fuzzedFormats: readonly FuzzedFormat[] = [...texts, ...officeFiles];
