import type { Dated } from "./dated.ts";

type WordList = readonly [Dated<readonly string[]>, ...Dated<readonly string[]>[]];

const customary = (value: readonly string[]): WordList => [
  { from: "2015-05-21", source: "公开目标表与评审意见中的常见写法", certainty: "medium", value },
];

/** 满意度用语. */
export const satisfactionWords = customary(["满意"]);

/** Names that are nothing but the word satisfaction — 没有写明对象的满意度. */
export const bareSatisfactionNames = customary(["满意度", "满意率", "满意", "满意度指标"]);

/** 比率用语. */
export const ratioWords = customary(["率", "比例", "占比", "百分比"]);

/** Words with 率 in them that are no ratio. */
export const notRatioWords = customary(["效率", "频率", "速率", "率先", "表率", "率领", "功率", "汇率"]);

/** 时效用语. */
export const timelinessWords = customary(["及时", "时限", "按期", "按时", "准时", "时效"]);

/** 成本用语. */
export const costNameWords = customary(["成本", "超支", "节约"]);

/** Costs of others that a project lowers are its benefit, and saving water or power is ecology — 不属于项目成本的用语. */
export const othersCostWords = customary([
  "企业",
  "社会成本",
  "群众",
  "市民",
  "居民",
  "农户",
  "商户",
  "用户",
  "物流",
  "交易",
  "节约用水",
  "节约用电",
  "节约能源",
  "节约资源",
  "节约型",
  "节约意识",
]);

/** 生态用语. */
export const ecologyWords = customary([
  "环",
  "绿",
  "碳",
  "节能",
  "能耗",
  "能源",
  "节水",
  "节约",
  "污",
  "生态",
  "排放",
  "减排",
  "垃圾",
  "废",
  "扬尘",
  "噪",
  "空气",
  "水质",
  "水体",
  "土壤",
  "植被",
  "森林",
  "林木",
  "湿地",
  "河",
  "清洁",
  "卫生",
  "资源",
]);

/** 活动用语. */
export const activityWords = customary(["次数", "场次", "报道", "会议", "协调会", "座谈会", "推介会"]);

/** Counting bad things that should not happen is a benefit, not an activity — 负面事件用语. */
export const badThingWords = customary([
  "事故",
  "事件",
  "投诉",
  "信访",
  "上访",
  "案件",
  "发案",
  "火灾",
  "违规",
  "违法",
  "违纪",
  "故障",
  "中断",
  "差错",
  "处罚",
  "举报",
  "纠纷",
]);

/** 资金用语. */
export const moneyWords = customary(["资金", "经费", "款项", "补助", "补贴", "奖补"]);

/** 资金支付过程用语. */
export const paymentWords = customary(["到位", "到达", "拨付", "支付", "划拨", "拨款", "下达", "兑付"]);

/** Everything by which an indicator measures only that money was handed out — 拨付类指标用语. */
export const disbursementWords = customary([
  "拨付",
  "支付",
  "付款",
  "划拨",
  "拨款",
  "资金到位",
  "经费到位",
  "款项到位",
  "兑付",
  "缴付",
  "上缴",
  "资金下达",
  "预算执行",
  "支出进度",
]);

/** Words of a project whose content is not open — 不公开用语. */
export const withheldWords = customary(["涉密项目", "涉密", "不予公开", "不宜公开", "不公开"]);
