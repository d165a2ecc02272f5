/** A file that is no table of targets, with the note that reading it must give — 不是绩效目标表的文件. */
export interface StrangeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly note: "no-known-layout" | "encoding-unknown";
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
    { name: "2024-财政局-扫描件.txt", bytes: Uint8Array.from(picture), note: "encoding-unknown" },
  ];
}
