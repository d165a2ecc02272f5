import { changing, having, keeping } from "../change-table.ts";
import type { PlantedDefect } from "../planted-defect.ts";
import { planted } from "./planted.ts";

const isCode = (code: string) => (one: { readonly level2: { readonly code: string | undefined } | undefined }) =>
  one.level2?.code?.startsWith(code) ?? false;

/** Something is missing — 完整性缺陷 (C). */
export const completenessDefects: readonly PlantedDefect[] = [
  planted(
    "C01",
    ["工业和信息化局", 2023, "企业经营管理人员研修班"],
    "没有产出指标",
    "no output indicator",
    having(
      ["21", "参训企业利润总额增长率", "≥5%"],
      ["22", "参训企业启动数字化改造的比例", "≥30%"],
      ["24", "企业家互助交流机制", "持续运行"],
      ["31", "参训学员满意度", "≥95%"],
    ),
  ),
  planted(
    "C02",
    ["教育局", 2024, "区级教研课题与质量监测经费"],
    "没有效益指标",
    "no benefit indicator",
    keeping((one) => !isCode("2")(one)),
  ),
  planted(
    "C03",
    ["交通运输局", 2024, "渡口渡船安全管理与更新"],
    "没有满意度指标",
    "no satisfaction indicator",
    keeping((one) => !isCode("3")(one)),
  ),
  planted(
    "C04",
    ["卫生健康局", 2024, "卫生应急物资储备与演练经费"],
    "没有成本指标",
    "no cost indicator",
    keeping((one) => !isCode("4")(one)),
  ),
  planted(
    "C05",
    ["民政局", 2025, "流浪乞讨人员救助经费"],
    "缺少质量指标",
    "no quality indicator",
    keeping((one) => !isCode("12")(one)),
  ),
  planted(
    "C06",
    ["交通运输局", 2023, "客运市场秩序整治经费"],
    "指标只有 3 个",
    "only three indicators",
    keeping((_, index) => index === 0 || index >= 4),
  ),
  planted(
    "C07",
    ["工业和信息化局", 2025, "小微企业园物业与公共设施维护"],
    "量化指标不足一半",
    "less than half of the values are figures",
    having(
      ["11", "维护园区建筑面积", "≥11.6万平方米"],
      ["12", "园区环境卫生", "整洁有序"],
      ["12", "消防设施运行状况", "运转正常"],
      ["13", "报修处理及时性", "及时处理"],
      ["22", "入园企业稳定性", "保持稳定"],
      ["31", "入园企业满意度", "比较满意"],
    ),
  ),
  planted(
    "C08",
    ["农业农村局", 2025, "测土配方施肥与耕地质量监测"],
    "绩效目标为空",
    "the goal is empty",
    (project) => ({ ...project, goal: "" }),
  ),
  planted(
    "C09",
    ["民政局", 2023, "孤弃儿童养育与康复经费"],
    "第 2 个指标没有实施周期指标值",
    "the second indicator has no value for the cycle",
    changing(1, (one) => ({ ...one, cycle: undefined })),
  ),
  planted(
    "C10",
    ["教育局", 2025, "家庭经济困难学生资助"],
    "指标只考核资金拨付",
    "nothing but disbursement is measured",
    having(
      ["11", "资助金拨付学校数", "46所"],
      ["12", "资助金拨付准确率", "100%"],
      ["13", "上级补助资金到位及时率", "100%"],
      ["13", "资助金支付完成时间", "2025年11月底前"],
    ),
  ),
  planted(
    "C11",
    ["文化广电旅游体育局", 2023, "非物质文化遗产传承保护"],
    "满意度指标没有写明对象",
    "satisfaction of whom is not said",
    changing(5, (one) => ({ ...one, name: "满意度" })),
  ),
];
