import { goodText, type HostileFile, noTable, read, utf8 } from "./hostile-file.ts";

const lines = goodText.split("\n");
const header = lines[4]!;

/** What real publications do to their tables — 公开表中见过的损伤. */
export const publishedDamage: readonly HostileFile[] = [
  {
    name: "rows of 4, 5, 6 and 7 cells in one table",
    bytes: () =>
      utf8(
        [
          ...lines,
          "渠道清淤\t8.00\t8.00\t渠道畅通。",
          "泵站维护\t9.00\t9.00\t\t运行正常。",
          "水质监测\t7.00\t7.00\t\t\t按月监测。",
        ].join("\n"),
      ),
    outcome: read(5, "row-repaired"),
  },
  {
    name: "eleven headers in one table",
    bytes: () =>
      utf8(
        [...lines, ...Array.from({ length: 10 }, (_, n) => `\n${header}\n第${n}项工程\t1.00\t1.00\t\t\t完成。\t`)].join(
          "\n",
        ),
      ),
    outcome: read(12, "header-repeated"),
  },
  {
    name: "“;;” between indicators and “;” within values",
    bytes: () =>
      utf8(goodText.replace("2、3-满意度", "；；2、3-满意度").replace("不少于4次", "不少于4次；其中汛期2次")),
    outcome: read(2),
  },
  {
    name: "a sentence that breaks off",
    bytes: () => utf8(goodText.replace("堤防安全。", "保障堤防安全，确保汛")),
    outcome: read(2),
  },
  {
    name: "an OCR slip in the header: 拉 for 总计",
    bytes: () => utf8(goodText.replace("\t总计\t", "\t拉\t")),
    outcome: read(2, "header-damaged"),
  },
  {
    name: "a class code that is none: 21 as level 1",
    bytes: () => utf8(goodText.replace("1-产出指标", "21-产出指标")),
    outcome: read(2),
  },
  {
    name: "a name that the page breaks in two",
    bytes: () => utf8(goodText.replace("堤防加固\t", "堤防\n\n加固\t")),
    outcome: read(2),
  },
  {
    name: "≥ without a figure, and 95 without a unit",
    bytes: () => utf8(goodText.replace("≥90%；年度", "≥；年度").replace("≥90%。", "95。")),
    outcome: read(2),
  },
  {
    name: "totals that do not add up",
    bytes: () => utf8(goodText.replace("合计\t30.00", "合计\t99.00")),
    outcome: read(2),
  },
  { name: "the same table twice in one file", bytes: () => utf8(`${goodText}\n\n${goodText}`), outcome: read(4) },
  {
    name: "a table without its header",
    bytes: () => utf8(lines.filter((line) => line !== header).join("\n")),
    outcome: noTable(),
  },
];
