import { adding, changing } from "../change-table.ts";
import type { PlantedDefect } from "../planted-defect.ts";
import { planted } from "./planted.ts";

/** An indicator stands in the wrong class — 归类缺陷 (T). */
export const taxonomyDefects: readonly PlantedDefect[] = [
  planted(
    "T01",
    ["教育局", 2024, "普惠性民办幼儿园奖补资金"],
    "一级指标代码 1 与名称“效益指标”不符",
    "level-1 code 1 is printed with the name of benefits",
    changing(1, (one) => ({ ...one, level1: { code: "1", name: "效益指标" } })),
  ),
  planted(
    "T02",
    ["民政局", 2023, "困难残疾人生活补贴和重度残疾人护理补贴"],
    "社会效益挂在产出指标之下",
    "a social benefit is filed under output",
    changing(3, (one) => ({ ...one, level1: { code: "1", name: "产出指标" } })),
  ),
  planted(
    "T03",
    ["交通运输局", 2025, "县道日常养护经费"],
    "一级指标处印了二级指标代码 22",
    "a level-2 code stands in the place of level 1",
    changing(4, (one) => ({ ...one, level1: { code: "22", name: "社会效益" } })),
  ),
  planted(
    "T04",
    ["卫生健康局", 2023, "重点传染病监测与防控经费"],
    "2023 年仍把成本列为产出的二级指标 14",
    "cost as 14 under output in a year when it is a class of its own",
    changing(6, (one) => ({
      ...one,
      level1: { code: "1", name: "产出指标" },
      level2: { code: "14", name: "成本指标" },
    })),
  ),
  planted(
    "T05",
    ["工业和信息化局", 2023, "中小企业公共服务平台运营经费"],
    "满意度列在社会效益",
    "satisfaction under social benefit",
    adding("22", "受服务企业对平台的满意度", "≥85%"),
  ),
  planted(
    "T06",
    ["教育局", 2025, "教师全员培训经费"],
    "覆盖率列为数量指标",
    "a rate as quantity",
    adding("11", "农村教师参训覆盖率", "≥90%"),
  ),
  planted(
    "T07",
    ["交通运输局", 2024, "城乡公交一体化运营补贴"],
    "及时率列为质量指标",
    "timeliness as quality",
    adding("12", "乘客投诉处理及时率", "≥98%"),
  ),
  planted(
    "T08",
    ["交通运输局", 2025, "货车超限超载治理经费"],
    "成本指标列在经济效益",
    "cost under economic benefit",
    adding("21", "检测设备采购成本控制率", "≤100%"),
  ),
  planted(
    "T09",
    ["文化广电旅游体育局", 2025, "全域旅游宣传推广经费"],
    "生态效益与生态无关",
    "an ecological benefit without ecology",
    adding("23", "游客平均停留时间", "≥1.6天"),
  ),
  planted(
    "T10",
    ["文化广电旅游体育局", 2023, "青洲半程马拉松赛事经费"],
    "报道次数列为效益",
    "the number of press reports as a benefit",
    adding("22", "主流媒体报道次数", "≥20次"),
  ),
  planted(
    "T11",
    ["民政局", 2023, "村级公益性公墓建设补助"],
    "资金拨付列为社会效益",
    "disbursement as a social benefit",
    adding("22", "补助资金拨付到位率", "100%"),
  ),
  planted(
    "T12",
    ["农业农村局", 2025, "高素质农民培育经费"],
    "指标库代码以 11 开头，却列在效益",
    "a library code of output under benefit",
    adding("22", "111020315-田间课堂学员人数", "≥320人"),
  ),
];
