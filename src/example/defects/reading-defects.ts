import { changeProject, changing, keeping, withSums } from "../change-table.ts";
import {
  cutByPageBreak,
  gluing,
  losingEmptyCells,
  losingRow,
  numberingPages,
  rewritingList,
  spoilingHead,
  strayRowBelow,
  truncating,
  wrappingCells,
} from "../damage-sheet.ts";
import type { ExampleTable } from "../example-table.ts";
import type { PlantedDefect } from "../planted-defect.ts";

const without = (table: ExampleTable, title: string): ExampleTable => ({
  ...table,
  units: table.units.map((unit) => ({ ...unit, projects: unit.projects.filter((one) => one.title !== title) })),
});

/** The data is right, what came out of the file is not — 读取缺陷 (S). */
export const readingDefects: readonly PlantedDefect[] = [
  {
    notes: ["header-repeated"],
    department: "教育局",
    year: 2024,
    project: "",
    what: { zh: "每页重复表头（版式丁都如此）", en: "the heads on every page (as in all of layout D)" },
  },
  {
    notes: ["header-damaged"],
    rules: ["S01"],
    department: "农业农村局",
    year: 2024,
    project: "",
    what: { zh: "表头“总计”破损为“拉”", en: "the head 总计 came out as 拉" },
    damage: spoilingHead("总计", "拉"),
  },
  {
    notes: ["row-repaired"],
    rules: ["S04"],
    department: "农业农村局",
    year: 2024,
    project: "种粮农户耕地地力保护补贴",
    what: { zh: "空格丢失，7 格剩 5 格", en: "empty cells are lost: 5 of 7 are left" },
    damage: losingEmptyCells("种粮农户耕地地力保护补贴", "水稻病虫害绿色防控示范", "重大动物疫病强制免疫"),
  },
  {
    notes: ["row-repaired"],
    department: "交通运输局",
    year: 2023,
    project: "县道日常养护经费",
    what: { zh: "空格丢失", en: "empty cells are lost" },
    damage: losingEmptyCells("县道日常养护经费", "城乡公交一体化运营补贴"),
  },
  {
    notes: ["cells-glued"],
    rules: ["S04"],
    department: "农业农村局",
    year: 2023,
    project: "高素质农民培育经费",
    what: { zh: "绩效目标与绩效指标粘连在一格", en: "goal and indicators in one cell" },
    damage: gluing("高素质农民培育经费"),
  },
  {
    notes: ["row-joined"],
    rules: ["S02"],
    department: "卫生健康局",
    year: 2023,
    project: "基层医疗卫生机构实施基本药物制度补助",
    what: { zh: "一行被分页切断，断在词中", en: "a row cut by a page break, in the middle of words" },
    damage: cutByPageBreak("基层医疗卫生机构实施基本药物制度补助", {
      name: "基层医疗卫生机构实施基本药",
      goal: "保证基层用",
      list: "门诊次均药费",
    }),
  },
  {
    notes: ["row-joined", "competing-amounts"],
    rules: ["S02"],
    department: "民政局",
    year: 2023,
    project: "居家和社区养老服务提升行动",
    what: { zh: "断行两侧金额不同，按小计应取前一页", en: "two figures at the break; the subtotal takes the first" },
    damage: cutByPageBreak("居家和社区养老服务提升行动", {
      name: "居家和社区养老服务",
      goal: "经济困难失能老年",
      list: "老年食堂运营主体留",
      amounts: ["752.30", "752.30", "", ""],
    }),
  },
  {
    notes: ["row-joined", "competing-amounts"],
    rules: ["S02"],
    department: "工业和信息化局",
    year: 2024,
    project: "制造业技术改造奖补资金",
    what: { zh: "断行两侧金额不同，按小计应取后一页", en: "two figures at the break; the subtotal takes the second" },
    damage: cutByPageBreak("制造业技术改造奖补资金", {
      name: "制造业技术改造",
      goal: "推动轴承、纺织、食品三个传",
      list: "带动企业设备投",
      amountsBefore: ["2,000.00", "2,000.00", "", ""],
      amounts: "right",
    }),
  },
  {
    notes: ["row-joined", "printed-twice"],
    rules: ["S02"],
    department: "工业和信息化局",
    year: 2025,
    project: "政务云平台租赁服务",
    what: { zh: "跨页处一行文字在两页各印一次", en: "a line of text printed on both sides of the break" },
    damage: cutByPageBreak("政务云平台租赁服务", {
      goal: "计算、存储和安全服务",
      list: "云平台可",
      goalAgain: 18,
    }),
  },
  {
    notes: ["cell-truncated"],
    rules: ["S03"],
    department: "生态环境局",
    year: 2024,
    project: "环保科普与志愿服务",
    what: { zh: "末格被截断，最后一个指标不全", en: "the last cell is cut off in its last indicator" },
    damage: truncating("环保科普与志愿服务", "满意度指标:参与公众"),
    afterDamage: (table) =>
      changeProject(
        table,
        "环保科普与志愿服务",
        changing(5, (one) => ({ ...one, name: "参与公众", annual: undefined })),
      ),
  },
  {
    notes: ["numbering-break"],
    rules: ["S05"],
    department: "农业农村局",
    year: 2025,
    project: "和美乡村示范创建奖补",
    what: { zh: "指标序号从中间重新编为 1", en: "the numbering starts again in the middle of the list" },
    content: (table) =>
      changeProject(table, "和美乡村示范创建奖补", (project) => ({
        ...project,
        indicators: project.indicators.map((one, index) => ({ ...one, number: String((index % 3) + 1) })),
      })),
  },
  {
    notes: ["delimiter-inside-value"],
    rules: ["S06"],
    department: "交通运输局",
    year: 2024,
    project: "危旧桥梁改造",
    what: { zh: "指标值内含分隔符“；”", en: "the separator ； inside a value" },
    content: (table) =>
      changeProject(
        table,
        "危旧桥梁改造",
        changing(0, (one) => ({ ...one, cycle: "四类桥4座；五类桥2座", annual: "四类桥4座；五类桥2座" })),
      ),
  },
  {
    notes: ["item-unread"],
    department: "卫生健康局",
    year: 2024,
    project: "托育服务与儿童早期发展项目",
    what: { zh: "指标栏只有一句话，没有指标", en: "a sentence where the indicators should be" },
    content: (table) =>
      changeProject(
        table,
        "托育服务与儿童早期发展项目",
        keeping(() => false),
      ),
    damage: rewritingList("托育服务与儿童早期发展项目", "", "绩效指标待任务分解后另行下达。"),
  },
  {
    notes: ["lookalike-characters"],
    rules: ["S07"],
    department: "农业农村局",
    year: 2023,
    project: "农村集体经济帮扶项目（石桥镇、竹岭镇）",
    what: { zh: "“茶叶加工车间”印作“茶葉加工車间”", en: "traditional characters among simplified ones" },
    content: (table) =>
      changeProject(table, "农村集体经济帮扶项目（石桥镇、竹岭镇）", (project) => ({
        ...project,
        goal: project.goal.replace("茶叶加工车间", "茶葉加工車间"),
      })),
  },
  {
    notes: ["row-unplaced"],
    department: "民政局",
    year: 2023,
    project: "",
    what: { zh: "表中夹有一行不属于任何项目的文字", en: "a row in the table that belongs to no project" },
    damage: strayRowBelow("特困人员救助供养", ["备查", "见附表二"]),
  },
  {
    rules: ["M02"],
    department: "卫生健康局",
    year: 2024,
    project: "",
    what: {
      zh: "漏印“饮用水与食品安全风险监测”一行，单位小计大于项目之和",
      en: "a project's row is lost, so that its unit's subtotal is more than its projects",
    },
    damage: losingRow("饮用水与食品安全风险监测"),
    afterDamage: (table) => without(table, "饮用水与食品安全风险监测"),
  },
  {
    department: "交通运输局",
    year: 2023,
    project: "农村公路提档升级工程",
    what: { zh: "窄栏折行留下空格（不改动内容，读取时去除）", en: "blanks from wrapped lines in narrow columns" },
    damage: wrappingCells(7, 25),
  },
  {
    department: "农业农村局",
    year: 2024,
    project: "",
    what: { zh: "表尾附注", en: "a footnote" },
    content: (table) => ({ ...table, footnotes: ["注:上述项目的目标和指标以年初批复预算为准。"] }),
  },
  {
    department: "文化广电旅游体育局",
    year: 2025,
    project: "",
    what: { zh: "每页有页码", en: "page numbers" },
    damage: numberingPages,
  },
  {
    department: "工业和信息化局",
    year: 2024,
    project: "QZGX2024-ZX-N-A-0417",
    what: { zh: "不公开的项目：只有金额", en: "a project that is not disclosed: money only" },
    content: withSums,
  },
];
