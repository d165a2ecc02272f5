import { describe, expect, test } from "vitest";
import { aDocument } from "../../../../test/support/a-document.ts";
import { aGrid, gridAsText } from "../../../../test/support/a-grid.ts";
import { aPagedGrid } from "../../../../test/support/a-paged-grid.ts";
import { evaluatedForms } from "../../../../test/support/form-cases/evaluated.ts";
import { moreTargetForms } from "../../../../test/support/form-cases/more-targets.ts";
import { otherForms } from "../../../../test/support/form-cases/others.ts";
import { targetForms } from "../../../../test/support/form-cases/targets.ts";
import { formsInWords } from "../../../../test/support/forms-in-words.ts";
import { readDocument } from "../../read-document.ts";
import { readText } from "../../read-source.ts";

const selfEvaluation = String.raw`
项目名称 | 社区养老服务补贴 | < | < | < | < | < | < | <
主管部门 | 云泽区民政局 | < | < | 实施单位 | 云泽区养老中心 | < | < | <
项目资金\n（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | <
^ | 年度资金总额 | 120 | 120 | 118.5 | 10 | 98.75% | 9.88 | <
PAGE-1
^ | 其中：当年财政拨款 | 110 | 110 | 108.5 | — | 98.64% | — | <
年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | < | < | <
^ | 为老人提供助 | < | < | 已完成，服务2.1 | < | < | < | <
CUT-1
^ | 餐服务。 | < | < | 万人次。 | < | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
^ | 产出指标\n（50分） | 数量指标 | 助餐人次 | ≥2万人次 | 2.1万人次 | 20 | 20 |
^ | ^ | 质量指标 | 餐食合格率 | 100% | 99% | 30 | 28 | 个别批次抽检不合
CUT-2
^ | ^ | ^ | | | | | | 格，已更换供应商。
PAGE-2
^ | 效益指标\n（30分） | 社会效益指标 | 老人生活便利程度 | 明显提升 | 明显提升 | 30 | 30 |
^ | 满意度指标\n（10分） | 服务对象满意度指标 | 老人满意度 | ≥95% | 96% | 10 | 10 |
总分 | < | < | < | < | < | 100 | 97.88 |`;
const repeatedHead =
  "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施\n";
const pages = (cut: string, head = ""): string =>
  selfEvaluation
    .replace(/PAGE-1/u, "=")
    .replace(/CUT-\d/gu, cut)
    .replace(/PAGE-2\n/u, `=\n${head}`);
const readOnPages = `
表 self-evaluation，项目支出绩效自评表，2023年（printed），万元
项目 社区养老服务补贴
主管部门 云泽区民政局
单位 云泽区养老中心
目标 为老人提供助餐服务。
完成情况 已完成，服务2.1万人次。
栏目 分值合计＝100
执行 年度资金总额：年初120.00，全年120.00，执行118.50，执行率98.75%，分值10，得分9.88
执行 其中：当年财政拨款：年初110.00，全年110.00，执行108.50，执行率98.64%，分值—，得分—
指标 产出指标（50分）·数量指标·助餐人次；年度 ≥2万人次；分值=20；完成值=2.1万人次；得分=20
指标 产出指标（50分）·质量指标·餐食合格率；年度 100%；分值=30；完成值=99%；得分=28；偏差=个别批次抽检不合格，已更换供应商。
指标 效益指标（30分）·社会效益指标·老人生活便利程度；年度 明显提升；分值=30；完成值=明显提升；得分=30
指标 满意度指标（10分）·服务对象满意度指标·老人满意度；年度 ≥95%；分值=10；完成值=96%；得分=10
总分 97.88`.trim();

describe("a form over pages", () => {
  const above = ["项目支出绩效自评表", "（2023年度）"];
  const cases: readonly (readonly [string, string])[] = [
    ["rows cut and not, as the borders tell", pages("+")],
    ["rows cut without a word of the borders", pages("=")],
    ["the head of the table printed again", pages("+", repeatedHead)],
    ["title and year printed again", pages("+", `项目支出绩效自评表${" | <".repeat(8)}\n${repeatedHead}`)],
  ];
  for (const [name, drawing] of cases)
    test(name, () => {
      expect(formsInWords(readDocument(aPagedGrid(drawing, above)))).toBe(readOnPages);
    });

  test("as tabbed text with empty lines between its pages", () => {
    const text = gridAsText(pages("+").replace(/^[=+]$/gmu, ""), "kept");
    const reading = readText({ name: "表.txt", bytes: new TextEncoder().encode([...above, text].join("\n")) });
    expect(formsInWords(reading)).toBe(readOnPages);
  });

  test("a name and a value that are cut go on, a new row does not", () => {
    const drawing = `
项目名称 | 湿地巡护 | < | < | <
主管部门 | 青禾市林业局 | < | < | <
年度目标 | 完成巡护。 | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
^ | 产出指标 | 数量指标 | 重点区域巡护 | ≥120
+
^ | ^ | ^ | 人次 | 人次
^ | ^ | ^ | 巡护里程 | ≥800公里
=
^ | ^ | ^ | 监测点位 | 36个
^ | 满意度指标 | 服务对象 | 群众满意度 | ≥90%
+
^ | ^ | 满意度指标 | |`;
    expect(
      formsInWords(readDocument(aPagedGrid(drawing, ["项目支出绩效目标表"])))
        .split("\n")
        .slice(3),
    ).toEqual([
      "目标 完成巡护。",
      "指标 产出指标·数量指标·重点区域巡护人次；年度 ≥120人次",
      "指标 产出指标·数量指标·巡护里程；年度 ≥800公里",
      "指标 产出指标·数量指标·监测点位；年度 36个",
      "指标 满意度指标·服务对象满意度指标·群众满意度；年度 ≥90%",
    ]);
  });
});

const says = (...forms: readonly { readonly says: string }[]): string =>
  forms.map((form) => form.says.trim()).join("\n");
const drawn = (form: (typeof targetForms)[number]) => [...form.above, aGrid(form.grid), ...(form.below ?? [])];

describe("several forms in one file", () => {
  const chosen = [targetForms[1]!, evaluatedForms[0]!, otherForms[0]!, targetForms[2]!, evaluatedForms[4]!];

  test("one after the other, each with its title", () => {
    expect(formsInWords(readDocument(aDocument(...chosen.flatMap(drawn))))).toBe(says(...chosen));
  });

  test("a page each, with its number", () => {
    const parts = chosen.flatMap((form, at) => ["page break" as const, ...drawn(form), `第 ${at + 1} 页`]);
    expect(formsInWords(readDocument(aDocument(...parts)))).toBe(says(...chosen));
  });

  test("as tabbed text", () => {
    const text = [targetForms[1]!, evaluatedForms[2]!, targetForms[3]!]
      .flatMap(({ above, grid }) => [...above, gridAsText(grid, "dropped"), ""])
      .join("\n");
    const reading = readText({ name: "表.txt", bytes: new TextEncoder().encode(text) });
    expect(formsInWords(reading)).toBe(says(targetForms[1]!, evaluatedForms[2]!, targetForms[3]!));
  });

  const every = [...targetForms, ...moreTargetForms, ...evaluatedForms, ...otherForms];
  const projects = every.map(({ says: words }) => /项目 (.*)/u.exec(words)![1]); // each says its project

  test("forms of every shape, twice one after the other, are told apart", () => {
    const twice = [...every, ...every];
    const asGrids = readDocument(aDocument(...twice.flatMap(drawn)));
    const text = twice.flatMap(({ above, grid }) => [...above, gridAsText(grid, "dropped"), ""]).join("\n");
    const asText = readText({ name: "表.txt", bytes: new TextEncoder().encode(text) });
    for (const { tables } of [asGrids, asText])
      expect(tables.map(({ declarations }) => declarations[0]!.project.title)).toEqual([...projects, ...projects]);
  });

  test("what stands above 项目名称 is of the form that begins there", () => {
    const stacked = ["湿地站", "巡护队"].map(
      (unit) => `
主管部门 | 青禾市林业局 | 实施单位 | ${unit}
项目代码 | ${unit === "湿地站" ? "A-01" : "A-02"} | 项目名称 | ${unit}运维
年度资金总额 | 10.00 | 其他资金 | 0
年度目标 | 正常运转。 | < | <
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 巡护里程 | ≥800公里
填报人： | 何晴 | 填报日期： | 2024年3月`,
    );
    const { tables } = readDocument(aDocument(aGrid(stacked.join("").trim())));
    expect(
      tables.map(({ declarations: [one] }) => [
        one!.project.title,
        one!.project.code,
        one!.unit,
        one!.form?.particulars.length,
      ]),
    ).toEqual([
      ["湿地站运维", "A-01", "湿地站", 2],
      ["巡护队运维", "A-02", "巡护队", 2],
    ]);
  });

  const stack = (title: string) => `
${title}项目名称 | 湿地巡护 | 主管部门 | 青禾市林业局
年度资金总额 | 100000 | 财政拨款 | 100000
年度目标 | 完成巡护。 | < | <
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 巡护里程 | ≥800公里
${title}项目名称 | 古树保护 | 主管部门 | 青禾市林业局
年度资金总额 | 200000 | 财政拨款 | 200000
年度目标 | 保护古树。 | < | <
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 保护株数 | ≥80株`;
  const stacked = ["湿地巡护 10.00 完成巡护。 巡护里程", "古树保护 20.00 保护古树。 保护株数"];
  const titles = "项目支出绩效目标表 | < | < | <\n（2024年度） | < | < | <\n单位：元 | < | < | <\n";
  const briefly = (words: string): string[] =>
    words
      .split("\n表 ")
      .map((form) =>
        [/项目 (.*)/u, /总计([\d.]*)/u, /目标 (.*)/u, /·([^·；]*)；年度/u].map((one) => one.exec(form)?.[1]).join(" "),
      );

  test("stacked in one table, each with its title", () => {
    const words = formsInWords(readDocument(aDocument(aGrid(stack(titles)))));
    expect(briefly(words)).toEqual(stacked);
    expect(words.match(/项目支出绩效目标表，2024年（printed），元/gu)).toHaveLength(2);
  });

  test("stacked in one table under one title, which is that of each", () => {
    const words = formsInWords(readDocument(aDocument("2024年项目支出绩效目标表", "单位：元", aGrid(stack("")))));
    expect(briefly(words)).toEqual(stacked);
    expect(words.match(/2024年项目支出绩效目标表，2024年（printed），元/gu)).toHaveLength(2);
  });
});

describe("forms among other things", () => {
  const [form] = evaluatedForms;
  const { grid, below = [] } = form!;

  test("prose before and behind is no part of a form", () => {
    const reading = readDocument(
      aDocument(
        "2023年度部门决算公开",
        "目录",
        "二、项目支出绩效自评表",
        "主要职责：负责全区养老服务。",
        "本部门2023年度自评项目2个。",
        aGrid(grid),
        ...below,
        "第五部分 名词解释",
        "财政拨款收入：指单位从同级财政部门取得的财政预算资金。",
      ),
    );
    const words = formsInWords(reading).split("\n");
    expect(words.filter((line) => !line.startsWith("未归位")).join("\n")).toBe(form!.says.trim());
    expect(words.filter((line) => line.startsWith("未归位"))).toHaveLength(7);
  });

  test("another table behind a form is no part of it, with or without its heading", () => {
    const other = aGrid(
      "收入 | 金额 | 支出 | 金额\n一、财政拨款收入 | 100.00 | 一、教育支出 | 90.00\n合计 | 100.00 | 合计 | 90.00",
    );
    for (const between of [[], ["表2 收入支出决算总表"], ["page break", "表2 收入支出决算总表"]] as const) {
      const reading = readDocument(aDocument(aGrid(grid), ...below, ...between, other));
      const words = formsInWords(reading).split("\n");
      expect(words.filter((line) => !/^(?:未归位|说明)/u.test(line)).join("\n")).toBe(form!.says.trim());
    }
  });

  test("a packed table before a form, and one behind it, are read as what they are", () => {
    const packed = aGrid(`
项目名称（资金使用单位） | 总计 | 财政拨款 | 财政专户拨款 | 其他资金 | 绩效目标 | 绩效指标
河道巡查 | 10.00 | 10.00 | | | 保持畅通。 | 1、1-产出指标；11-数量指标；巡查次数；实施周期指标值：12次；年度指标值：4次。`);
    const title = ["项目支出绩效目标表", "部门名称：云泽市青洲区水务局", "单位：万元"];
    const reading = readDocument(aDocument(...title, packed, ...drawn(targetForms[1]!), ...title, packed));
    expect(reading.tables.map(({ layout, declarations }) => [layout, declarations[0]!.project.title])).toEqual([
      ["packed-D", "河道巡查"],
      ["form", "城区道路积水点改造"],
      ["packed-D", "河道巡查"],
    ]);
    expect(reading.conservation.unplacedCharacters).toBe(0);
  });

  test("a listing of indicators is no form", () => {
    const listing = aGrid(`
项目名称 | 预算金额 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
河道巡查 | 10.00 | 保持畅通。 | 产出指标 | 数量指标 | 巡查次数 | 4次
^ | ^ | ^ | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90%`);
    const reading = readDocument(aDocument("项目支出绩效目标表", "单位：万元", listing));
    expect(reading.tables.map(({ layout }) => layout)).not.toContain("form");
  });

  test("labels in lines of their own above a table", () => {
    const reading = readDocument(
      aDocument(
        "项目支出绩效目标表",
        "项目名称：湿地巡护",
        "主管部门：青禾市林业局    实施单位：青禾市湿地站",
        "项目资金：100.00万元",
        "年度目标：完成巡护，监测水鸟：两次。",
        aGrid("一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 巡护里程 | ≥800公里"),
      ),
    );
    expect(formsInWords(reading)).toBe(
      [
        "表 targets，项目支出绩效目标表，年度不明，万元",
        "项目 湿地巡护",
        "主管部门 青禾市林业局",
        "单位 青禾市湿地站",
        "资金 总计100.00",
        "目标 完成巡护，监测水鸟：两次。",
        "指标 产出指标·数量指标·巡护里程；年度 ≥800公里",
      ].join("\n"),
    );
  });

  test("goals numbered in cells of their own, opinions and signatures behind the table", () => {
    const grid = String.raw`
项目名称 | 湿地巡护 | 单位 | 青禾市湿地站
总体绩效目标 | 实施周期总体目标 | 三年巡护2400公里。 | <
^ | 年度绩效目标 | 目标1 | 完成巡护。
^ | ^ | 目标2 | 监测水鸟。
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 1.巡护里程 | ≥800公里
初审小组意见 | 同意申报。 | < | <
主管部门审核意见 | 同意。\n（公章）2024年3月1日 | < | <
财政部门意见： | | < | <`;
    const below = ["填表人：何晴    联系电话：0100-1    填写时间：2024年3月1日"];
    const reading = readDocument(aDocument("项目支出绩效目标申报表", aGrid(grid), ...below));
    expect(formsInWords(reading).split("\n").slice(1)).toEqual([
      "项目 湿地巡护",
      "单位 青禾市湿地站",
      "目标 目标1完成巡护。 / 目标2监测水鸟。",
      "中期目标 三年巡护2400公里。",
      "栏目 初审小组意见＝同意申报。",
      "栏目 主管部门审核意见＝同意。 / （公章）2024年3月1日",
      "栏目 填表人＝何晴",
      "栏目 联系电话＝0100-1",
      "栏目 填写时间＝2024年3月1日",
      "指标 1.产出指标·数量指标·巡护里程；年度 ≥800公里",
    ]);
  });

  test("a note that a page printed into the cell of the last row is a note", () => {
    const grid = `
项目名称 | 湿地巡护 | < | < | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 得分
产出指标 | 数量指标 | 巡护里程 | ≥800公里 | 98
总分注：1.得分不超过分值。 | < | < | < | 98`;
    const reading = readDocument(aDocument("项目支出绩效自评表", aGrid(grid), "2.原因应说明。"));
    expect(formsInWords(reading).split("\n").slice(1)).toEqual([
      "项目 湿地巡护",
      "指标 产出指标·数量指标·巡护里程；年度 ≥800公里；得分=98",
      "总分 98",
      "注 注：1.得分不超过分值。",
      "注 2.原因应说明。",
    ]);
  });

  test("two forms beside each other on a sheet are two", () => {
    const grid = `
项目支出绩效目标表 | < | < | < | | 项目支出绩效目标表 | < | < | <
项目名称 | 河湖巡查 | < | < | | 项目名称 | 水库除险 | < | <
年度资金总额（万元） | 20 | < | < | | 年度资金总额（万元） | 90 | < | <
年度目标 | 巡查河湖。 | < | < | | 年度目标 | 加固水库。 | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | | 一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 巡查次数 | ≥12次 | | 产出指标 | 数量指标 | 加固水库 | 2座
^ | 质量指标 | 问题整改率 | ≥95% | | ^ | 质量指标 | 验收合格率 | 100%`;
    expect(formsInWords(readDocument(aDocument(aGrid(grid)))).split("\n")).toEqual([
      "表 targets，项目支出绩效目标表，年度不明，万元",
      "项目 河湖巡查",
      "资金 总计20.00",
      "目标 巡查河湖。",
      "指标 产出指标·数量指标·巡查次数；年度 ≥12次",
      "指标 产出指标·质量指标·问题整改率；年度 ≥95%",
      "表 targets，项目支出绩效目标表，年度不明，万元",
      "项目 水库除险",
      "资金 总计90.00",
      "目标 加固水库。",
      "指标 产出指标·数量指标·加固水库；年度 2座",
      "指标 产出指标·质量指标·验收合格率；年度 100%",
    ]);
  });

  test("an empty template is no table", () => {
    const template =
      "项目名称 | < | <\n主管部门 | | 实施单位\n年度目标 | < | <\n一级指标 | 二级指标 | 指标值\n产出指标 | 数量指标 |";
    expect(readDocument(aDocument("项目支出绩效目标表", aGrid(template))).tables).toEqual([]);
  });
});
