/** A file that is no table of targets, or a strange one, with the note that reading it must give — 不寻常的文件. */
interface StrangeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly note: "no-known-layout" | "encoding-unknown" | "header-missing" | "column-unknown";
}

const inventory = [
  "云泽市青洲区财政局2024年度资产盘点表",
  "",
  "资产编号\t资产名称\t启用日期\t账面原值\t存放地点",
  "QZ-0001\t办公电脑\t2019年4月\t4,860.00\t二楼大厅",
  "QZ-0002\t复印机\t2021年9月\t18,300.00\t三楼文印室",
  "QZ-0003\t会议桌\t2016年1月\t6,200.00\t五楼会议室",
  "",
  "盘点人：两人以上签字有效",
  "",
];

const projectRow = (name: string, amount: string, goal: string): string =>
  `${name}\t${amount}\t${amount}\t\t\t${goal}\t1、1-产出指标；11-数量指标；完成数量；实施周期指标值：4项；年度指标值：4项。`;

/** Pages from the middle of a table: no title, no head. */
const middlePages = [
  projectRow("库房修缮", "12.00", "库房安全。"),
  projectRow("档案整理", "8.50", "档案齐全。"),
  projectRow("票据印制", "3.20", "票据够用。"),
];

/** A head with a column that no form has. */
const oddColumn = [
  "项目支出绩效目标表",
  "部门名称：云泽市青洲区财政局",
  "项目名称\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标\t分管处室",
  `${projectRow("库房修缮", "12.00", "库房安全。")}\t资产处`,
];

/** The first bytes of a picture (PNG) that somebody gave the name of a text. */
const picture = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 4, 0xd8];

/** Files that belong to no portal: for what reading says of what it cannot read — 读不了的文件. */
export function strangeFiles(): readonly StrangeFile[] {
  return [
    {
      name: "2024-财政局-资产盘点表.txt",
      bytes: new TextEncoder().encode(inventory.join("\n")),
      note: "no-known-layout",
    },
    {
      name: "2024-财政局-续页.txt",
      bytes: new TextEncoder().encode(middlePages.join("\n")),
      note: "header-missing",
    },
    {
      name: "2024-财政局-自定栏目.txt",
      bytes: new TextEncoder().encode(oddColumn.join("\n")),
      note: "column-unknown",
    },
    { name: "2024-财政局-扫描件.txt", bytes: Uint8Array.from(picture), note: "encoding-unknown" },
  ];
}
