import type { Comparator } from "./target-value.ts";

/** Comparators before the figure, longest first where one ends in another — 前置比较词. */
export const leadingComparators: readonly (readonly [word: string, comparator: Comparator])[] = longestFirst([
  ...spread(
    ">=",
    "≥ >= ≥= => 大于等于 大于或等于 大于及等于 高于或等于 高于等于 不少于 不低于 不小于 不短于 不弱于 不下于 不亚于",
  ),
  ...spread(
    ">=",
    "不得少于 不得低于 不能少于 不能低于 不应少于 不应低于 不得小于 至少 最少 起码 最低 下限 达到 达 达成 不少於 不低於",
  ),
  ...spread(
    "<=",
    "≤ <= ≤= =< 小于等于 小于或等于 低于或等于 低于等于 不超过 不超 不高于 不大于 不多于 不长于 不得超过 不得高于 不得大于",
  ),
  ...spread(
    "<=",
    "不能超过 不应超过 不会超过 未超过 未超 没有超过 不突破 最多 至多 最高 最长 上限 控制在 控制于 控制至 限于 不得超",
  ),
  ...spread(">", "> 大于 超过 超 超出 高于 多于 突破 逾 优于"),
  ...spread("<", "< 小于 低于 少于 不足 短于 未达到 不到 不满"),
  ...spread("=", "= 等于"),
]);

/** Those that may stand a few words before their figure: 至少召开3次. */
export const reachingComparators = new Set([
  ..."≥ ≤ > < >= <= 不少于 不低于 不小于 不得少于 不得低于 至少 最少 起码 不超过 不高于 不大于 不多于 不得超过 不得高于 最多 至多".split(
    " ",
  ),
]);

/** What may stand between a comparator and its figure and says nothing — 虚词. */
export const fillers = /(?:大?约|为|是|有|在|到|至|:|¥|\$|±|人民币|的|了)$/u;

/** Comparators behind the figure — 后置比较词. */
export const trailingComparator =
  /(?:\uE000{1,40})?(?:(?:含本数|含|及|或|或者|和|与|且|乃至|,)?(?<up>以上|之上)|(?:及|或)?(?<down>以内|之内|以下|之下|内(?![容部外资地涵生需存置销贸科设在])))/uy;

/** Words that say "about", kept as qualifiers — 约数用语. */
export const aboutAfter = /(?:左右|上下|不等)/uy;

/** A state that looks like a comparator: 不超支, 不超期. */
export const comparatorLookAlike =
  /不超(?:支|标|时|期|额|员|编|载|限|范围|概|出|权|速|负荷)?(?=$|[,;。、])|超前|超标|超支|达标|到达|低于成本/uy;

/** What a target can be held against without a number — 参照. */
export const limitHeads =
  /预算|概算|决算|估算|限价|限额|上限|额度|定额|指标|标准|合同|协议|计划|规定|要求|批复|目标|中标价|控制价|市场价|概预算|工期|均值|平均|水平|基准|基数/u;

/** Another time or place to be compared with — 上年、同期、平均水平. */
export const otherTimes =
  /上年|上一年|去年|前年|往年|历年|同期|本年|今年|当年|上季|上月|上期|期初|年初|历史|全国|全省|全市|平均|均值|现状|基期|基准/u;

/** Opens a pointer to something set elsewhere — 按、根据. */
export const pointerOpen = /按照|按|依照|依据|根据|遵照|参照|遵循|对照/uy;
/** 按时, 按质: no pointers — 非指向用语. */
export const pointerLookAlike = /按(?:时|期|质|量|需|钮|揭|摩|劳|比例|实际|序)/uy;

/** Things that set a target elsewhere — 文件、合同、计划. */
export const authorities =
  /要求|规定|合同|协议|约定|计划|规划|文件|通知|方案|办法|标准|指标|任务|名单|批复|安排|制度|部署|分配|下达|时限|期限|节点|进度表|政策|细则|条例|法律|法规|规范|指南|规程|流程|附件|决定|意见|公告|公示|预算|清单|目录|图纸|指示|指令|会议|纪要|承诺/uy;

/** What such a thing may go on to name: 合同约定*时间*. */
export const pointerTail =
  /时间|日期|额度|金额|内容|数量|数额|范围|节点|比例|程序|口径|条款|结果|精神|规模|进度|频次|次数|数/uy;

/** Times set elsewhere — 规定时间、合同期. */
export const timeSetElsewhere =
  /(?:规定|要求|约定|合同|协议|计划|指定|法定|承诺|文件|通知|批复|限定|既定|预定)[^,;。、]{0,8}?(?:时间|日期|期限|时限|节点|工期|期|周期|日)(?:以|之|范围)?[内前]/u;

/** Orders that are simply to be carried out: 完成上级下达任务. */
export const orderCarriedOut =
  /^(?:足额|按时|按期|按质|按量|及时|全面|全部|认真|严格)*(?:完成|落实|履行|执行)(?<what>[^,;。]{0,20}?(?:(?:下达|交办|布置|安排|分配|批复|约定|规定|要求)(?:的|任务|指标|目标|工作|计划|数|内容|事项)|(?:合同|协议)(?:约定|内容|规定|条款|任务|要求))[^,;。]{0,20})$/u;

/** Elsewhere in plain words: 详见附件, 另行通知, 以实际下达为准. */
export const elsewhere =
  /(?:详见|参见|另见|见)(?<see>附件|附表|[^,;。]{0,20}(?:文件|方案|合同|通知|计划|名单|清单|表))|另行(?:通知|规定|确定|下达|安排)/u;
/** 以…为准. */
export const takenFrom = /以(?<what>[^,;。以]{1,30})为准/u;

/** Not disclosed — 不公开、涉密. */
export const notDisclosed =
  /不予公开|不宜公开|不便公开|暂不公开|不对外公开|不公开(?!招标|选拔|招聘|透明)|^(?:因|由于)?(?:本项目|该项目|项目|内容|信息|指标|属于|属|涉及)*(?:涉密|涉及国家秘密|国家秘密|工作秘密|秘密|机密|绝密|保密)(?:项目|内容|信息|事项|指标)*$/u;

/** Acts that close a deadline or a period: 6月底前*完成*. */
export const finishing =
  /完成|竣工|完工|建成|办结|办理|结束|拨付|发放|支付|划拨|兑现|交付|投入|启用|上线|开工|启动|实施|申请|提交|报送|上报|印发|验收|到位|落实|实现|开展|达到|举办|开业|投产|通车|通过|下达|缴纳|清算|结算|公布|发布|出具|编制|签订|配套|送达|更新|执行|开放|全部|基本|全面|应|按|如期|组织|召开|形成|交工|进场|制定|出台|补助|补贴|付清|付款|用完|归还/uy;

/** Verbs that only carry the figure and are no qualifier: 完成5次. */
export const lightWords = new Set(
  "完成 达到 达 为 是 共 实现 数量 有 共计 合计 在 于 自 至 截至 截止 不晚于 不迟于 不早于 ≤".split(" "),
);

/** Before a figure at the head of its clause these leave it the head — 句首词. */
export const headWord =
  /完成|开展|举办|组织|召开|建设|建立|建成|新建|新增|培育|引进|打造|支持|扶持|奖励|补助|发放|发布|编制|制定|签订|签约|落地|实现|达到|确保|力争|累计|共计|合计|总计|总体|共|预计|计划|其中|每年|每季度|每季|每月|每周|每日|每天|每个|每次|全年|全市|全区|年度|年均|人均|平均|各|均|每|至少|按时|及时|拟|将|一次性|本年度|当年|参与|参加|举行|进行|约|近|大约|在|的|了/uy;

/** What a promise of nothing is about — 零投诉, 0事故. */
const neverWanted =
  "投诉|事故|发生|差错|延误|违规|违纪|违法|伤亡|死亡|上访|信访|失误|风险|泄漏|泄露|泄密|超支|逾期|拖欠|缺陷|增长|感染|舆情|案件|火灾|溺亡|隐患|遗漏|误差|返贫|排放|污染|新增|积压|中断|故障|报告|举报|复发|输入|纠纷|就业";
/** One of those words — 负面事件. */
export const neverWantedWord = new RegExp(neverWanted, "uy");

/** 零 as a promise, before such a word or as a figure of its own (事故率为零). */
export const zeroPromise = new RegExp(`(?<=[为是])零(?=$|[,;。、])|^零$|零(?=${neverWanted})`, "u");

function spread(comparator: Comparator, words: string): readonly (readonly [string, Comparator])[] {
  return words.split(" ").map((word) => [word, comparator]);
}

function longestFirst<Entry extends readonly [string, Comparator]>(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => b[0].length - a[0].length);
}
