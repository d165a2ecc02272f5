import type { FundingColumn } from "../../../domain/funding.ts";
import type { AmountUnit } from "../../../domain/money.ts";
import { amountUnitInHead, bareHead, type FundingPart, headWords, roleOfHead } from "../header-words.ts";

/** A labelled amount of a form — 表单中的资金栏目. */
export type MoneyField = FundingColumn | FundingPart | "cycleTotal";

/** Columns of money planned and spent — 预算执行情况各栏. */
export type ExecutionField = "initialBudget" | "adjustedBudget" | "spent" | "expectedSpent" | "executionRate";

/** What a label of a form announces — 表单栏目. */
export type FormField =
  | "project"
  | "code"
  | "department"
  | "unit"
  | MoneyField
  | ExecutionField
  | "goal" // 年度目标
  | "wholeGoal" // 总体目标: the annual goal, or that of the whole period where an annual one stands beside it
  | "cycleGoal"
  | "goalResult"
  | "totalScore"
  | "moneySection" // 项目资金: spans labels of money
  | "indicatorSection" // 绩效指标: spans the table of indicators
  | "cycleIndicators" // 中期绩效指标
  | "section" // 项目基本情况: spans other labels
  | "particular" // a short value without a place of its own
  | "account"; // a long one

/** Words without which a label of one or two characters would be taken for a value. */
const long = (words: readonly string[]): readonly string[] => words.filter((word) => word.length > 2);

/** Words that forms print beside their fields — 表单栏目同义词. Compared as {@link bareLabel} leaves them. */
const fieldWords: Readonly<Record<FormField, readonly string[]>> = {
  project: [
    ...long(headWords.project).filter((word) => !/单位/u.test(bareLabel(word))),
    ..."专项资金项目名称 专项（项目）名称 转移支付（项目）名称 转移支付名称 一级项目名称 项目（专项）名称".split(" "),
    ..."政策名称 评价项目名称 被评价项目名称 自评项目名称 补助资金名称 资金名称 专项资金（项目）名称".split(" "),
  ],
  code: [
    ...long(headWords.code).filter((word) => !/单位/u.test(bareLabel(word))),
    "预算项目代码",
    "预算项目编码",
    "项目编码（代码）",
  ],
  department: [
    ...long(headWords.department),
    ..."主管部门及代码 主管部门及编码 主管部门（单位） 主管预算部门 主管单位 市级主管部门 省级主管部门".split(" "),
    ..."中央主管部门 区级主管部门 县级主管部门 项目主管部门 预算主管部门 业务主管部门 地方主管部门".split(" "),
    "主管预算单位",
  ],
  unit: [
    ...long(headWords.unit),
    ..."实施单位及代码 实施（使用）单位 项目承担单位 具体实施单位 项目责任单位 责任单位 部门（单位）名称".split(" "),
    ..."填报部门 编制单位 预算单位及代码 使用单位 资金管理单位 被评价单位 自评单位 填报单位（部门）".split(" "),
    ..."单位（部门）名称 部门（单位） 申报部门 项目申报单位 预算部门（单位）名称 项目执行单位 执行单位 购买主体".split(
      " ",
    ),
  ],
  total: [
    ..."年度资金总额 资金总额 项目资金总额 项目总额 当年资金总额 本年资金总额 年度预算总额 预算总额".split(" "),
    ..."年度预算 年度预算金额 年度预算数 预算数 预算金额 项目预算金额 年度金额 项目当年预算 当年预算 项目年度预算".split(
      " ",
    ),
    ..."年度预算申请 部门预算总额 年度部门预算总额 年度支出预算 支出预算总额 预算资金总额 申请资金总额".split(" "),
    ..."年度资金 年度总金额 本年预算 项目预算 项目申请预算 本次申请资金总额 安排资金总额 总额 金额合计".split(" "),
    ..."年度预算安排 总金额 资金总金额 预算总金额 预算资金总额 项目年度资金总额".split(" "),
  ],
  appropriation: [
    ...long(headWords.appropriation),
    ..."财政拨款 申请财政资金 本级财政资金 当年财政拨款资金 财政预算拨款 中央财政资金总额".split(" "),
  ],
  specialAccount: [...long(headWords.specialAccount), "纳入财政专户管理的收入", "财政专户管理资金收入"],
  other: [...long(headWords.other), "其他自筹资金", "其他收入", "社会投入资金", "其他来源收入"],
  generalBudget: headWords.generalBudget,
  governmentFund: headWords.governmentFund,
  stateCapital: headWords.stateCapital,
  unitMoney: [...long(headWords.unitMoney), "单位自筹资金", "自筹"],
  cycleTotal: [
    ...headWords.cycleTotal,
    ..."中期资金 实施期总额 项目总预算 项目总金额 总预算 实施周期资金总额 项目资金总需求".split(" "),
    ..."实施期金额 实施周期金额 中期金额 项目期金额 实施期总金额 三年资金总额".split(" "),
  ],
  initialBudget: headWords.initialBudget,
  adjustedBudget: headWords.adjustedBudget,
  spent: [...long(headWords.spent), "预算执行数", "全年执行金额", "实际执行金额"],
  expectedSpent: headWords.expectedSpent,
  executionRate: long(headWords.executionRate),
  goal: [
    ...long(headWords.goal).filter((word) => !/总体(?:绩效)?目标|总目标/u.test(word)),
    ..."年度总体目标 年度总体绩效目标 年度总目标 本年度目标 本年度绩效目标 当年目标 年度绩效总目标".split(" "),
    ..."阶段性目标 阶段目标 阶段性绩效目标 年度阶段性目标 年度实施目标".split(" "),
    ..."项目年度目标 整体绩效目标 部门整体绩效目标 年度绩效目标描述 项目支出绩效目标 年度目标任务".split(" "),
    ..."政策目标 项目年度绩效目标 预期绩效目标 预期总体目标 年初绩效目标 年初目标 整体支出绩效目标 部门年度目标 绩效目标描述".split(
      " ",
    ),
  ],
  wholeGoal: [
    ..."总体目标 项目总体目标 项目总目标 总目标 绩效总目标 总体绩效目标 项目总体绩效目标 整体目标".split(" "),
    ..."绩效总体目标 部门整体目标 项目绩效总目标 部门总体目标".split(" "),
  ],
  cycleGoal: [
    ...headWords.cycleGoal,
    "中期目标任务",
    "项目中期目标",
    "项目长期目标",
    "长期绩效目标",
    "项目期总目标",
    ..."实施周期总体目标 实施周期总目标 实施期总体目标 中期总体目标 中长期总体目标 三年目标 项目实施周期目标".split(
      " ",
    ),
  ],
  goalResult: [
    ...headWords.goalResult,
    ..."年度目标完成情况 目标完成情况 实际完成目标 年度总体目标完成情况综述 绩效目标完成情况".split(" "),
    ..."绩效目标实际完成情况 全年目标实际完成情况 年度绩效目标完成情况 实际完成 全年完成情况".split(" "),
  ],
  totalScore: "总分 合计得分 自评总分 评价总分 总得分 自评得分 综合得分 评价得分 最终得分 绩效自评得分".split(" "),
  moneySection: [
    ..."项目资金 资金情况 项目资金情况 项目资金申请 预算资金情况 资金来源 资金来源情况 资金安排情况".split(" "),
    ..."预算情况 预算安排情况 年度资金总额及构成 部门总体资金情况 部门资金情况 资金构成 年度资金情况".split(" "),
    ..."预算执行情况 项目预算执行情况 预算资金执行情况 资金执行情况 预算资金 项目预算情况 预算执行".split(" "),
    ..."年度资金安排 资金投入情况 整体资金情况 资金投入和使用情况 项目资金来源 部门预算情况".split(" "),
    ..."资金 资金投入 项目资金投入 资金金额 资金预算情况 收入预算 支出预算 收支预算 年度资金投入".split(" "),
    ..."按收入性质分 按支出性质分 按资金来源分 按支出结构分 预算申请 当年预算情况".split(" "),
  ],
  indicatorSection: [
    ..."绩效指标 年度绩效指标 绩效指标设置 项目绩效指标 年度指标 绩效指标完成情况 绩效指标情况".split(" "),
    ..."年度绩效指标完成情况 绩效指标体系 分解目标 项目年度绩效目标衡量指标 绩效衡量指标 绩效目标指标".split(" "),
    ..."整体绩效指标 部门整体绩效指标 本年度绩效指标 具体绩效指标 指标完成情况 指标分解".split(" "),
    ..."年度绩效目标表 年度绩效指标表 年度目标表 项目年度绩效目标表".split(" "),
  ],
  cycleIndicators: [
    ..."中期绩效指标 长期绩效指标 实施期绩效指标 中长期绩效指标 总目标绩效指标 实施周期绩效指标".split(" "),
    ..."总体绩效指标 中期指标 长期指标 项目期绩效指标".split(" "),
    ..."长期绩效目标表 中期绩效目标表 长期绩效指标表 项目长期绩效目标表".split(" "),
  ],
  section: [
    ..."项目基本情况 项目基本信息 基本情况 基本信息 项目立项情况 立项情况 年度主要任务 主要任务 年度重点工作任务".split(
      " ",
    ),
    ..."部门基本信息 部门概况 年度工作任务 年度主要工作任务 项目信息 绩效目标情况 绩效自评情况 项目绩效情况".split(" "),
    ..."部门基本情况 单位基本情况 任务目标 绩效目标与指标 项目绩效信息 审核意见 年度履职目标 部门整体情况".split(" "),
    ..."部门支出情况 年度重点任务 项目年度目标完成情况 绩效目标及指标 主要工作任务".split(" "),
  ],
  particular: [
    ...headWords.category,
    ..."项目期 项目周期 项目实施期 实施期限 实施期 项目实施期限 项目起止时间 项目起止年限 起止时间 起止年限".split(" "),
    ..."开始日期 结束日期 完成日期 计划开始日期 计划完成日期 项目开始时间 项目结束时间 项目实施周期 实施时间".split(
      " ",
    ),
    ..."项目负责人 负责人 项目负责人及电话 项目负责人及联系电话 负责人及电话 项目联系人 联系人 联系电话".split(" "),
    ..."电话 联系方式 联系人及电话 联系人及联系电话 主管部门编码 主管部门代码 单位代码 单位编码 部门代码".split(" "),
    ..."部门编码 预算编码 支出功能科目 功能科目 功能分类科目 是否新增项目 是否重点项目 是否重大项目 存续状态".split(
      " ",
    ),
    ..."填报人 填表人 填报日期 填表日期 填写日期 填报时间 填表时间 审核人 单位负责人 财务负责人 分管领导 经办人 制表人".split(
      " ",
    ),
    ..."单位负责人签字 评价人 评价人员 自评等级 绩效等级 评价等级 自评结果 评价结果 项目等级 密级 填报人及联系电话".split(
      " ",
    ),
    ..."基本支出 项目支出 上年结转 上年结转资金 上年结转结余 上年结余收入 结转资金 年初结转 银行贷款 社会资本".split(
      " ",
    ),
    ..."上级补助 上级财政资金 本级财政 中央资金 省级资金 市级资金 区级资金 县级资金 中央补助 省级补助".split(" "),
    ..."中央财政资金 省级财政资金 市级财政资金 区级财政资金 县级财政资金 地方财政资金 地方资金 债券资金".split(" "),
    ..."纳入预算管理的非税收入拨款 债务资金 上级转移支付 转移支付资金 编制人数 实有人数 人员情况 报表编号".split(" "),
    ..."经营性收入 事业单位经营收入 上级资金 本级资金 预算年度 评价年度 项目年度 执行率未达标原因".split(" "),
  ],
  account: [
    ..."立项依据 项目立项依据 项目立项的依据 立项必要性 项目立项必要性 项目设立的必要性 项目申报的必要性".split(" "),
    ..."项目申报的可行性 项目可行性 可行性 必要性 项目概况 项目内容 项目主要内容 项目简介 项目概述 主要内容".split(" "),
    ..."单位职能概述 部门职能概述 部门职能 部门职责 部门主要职责 主要职责 项目实施进度计划 项目实施计划".split(" "),
    ..."实施计划 实施方案 进度计划 项目进度计划 保证项目实施的制度、措施 保障措施 项目管理制度 项目设立依据".split(" "),
    ..."资金测算依据 测算依据 预算测算依据 支出测算依据 资金用途 资金使用方向 资金管理情况 项目实施内容".split(" "),
    ..."项目实施内容及过程概述 其他说明 其他说明的问题 其他需要说明的问题 需要说明的问题 评价结论 自评结论".split(" "),
    ..."存在问题 存在的问题 存在的主要问题 主要问题 改进措施 下一步改进措施 整改措施 有关建议 意见建议".split(" "),
    ..."单位意见 单位审核意见 项目单位意见 申报单位意见 部门意见 部门审核意见 财政意见 专家评审意见".split(" "),
    ..."主管部门审核意见 财政部门审核意见 第三方机构审核意见 主管部门意见 财政部门意见 专家意见 评审意见".split(" "),
    ..."项目实施情况 项目组织实施情况 资金使用情况 备注 说明 主要成效 主要经验 偏差原因及改进措施".split(" "),
    ..."绩效完成分析 未完成原因及改进措施 项目总体评价 预算调整情况 年度履职任务 部门年度重点工作".split(" "),
  ],
};

/** A printed label without what stands in brackets, numbering and colon — 栏目名归一. */
export function bareLabel(text: string): string {
  return bareHead(text)
    .replace(/[（【[][^（）【】[\]]{0,30}[）】\]]/gu, "")
    .replace(/[:：、]+$/u, "");
}

const fieldOfWord: ReadonlyMap<string, FormField> = new Map(
  Object.entries(fieldWords)
    .flatMap(
      ([field, words]) => words.map((word) => [bareLabel(word), field as FormField] as const), // the keys of the record
    )
    .reverse(), // the first of two fields that share a word keeps it
);

/** Labels longer than this are sentences. */
const longestLabel = 40;

/** Words that are labels only where a value stands beside them — 简短的栏目名. */
export function shortFieldOf(text: string): FormField | undefined {
  const bare = bareLabel(text);
  return bare === "单位" ? "unit" : bare === "部门" ? "department" : undefined;
}

/** What a printed label announces — 识别栏目名; `undefined` where it is none that we know. */
export function fieldOf(text: string): FormField | undefined {
  if (text.length > longestLabel) return undefined;
  const bare = bareLabel(text);
  return fieldOfWord.get(bare) ?? (bare.endsWith("名称") ? namedField(bare.slice(0, -2)) : numberedGoal(bare));
}

/** 年度绩效目标1, 长期绩效目标2. */
function numberedGoal(bare: string): FormField | undefined {
  const field = /\d$/u.test(bare) ? fieldOfWord.get(bare.replace(/\d{1,2}$/u, "")) : undefined;
  return isGoalField(field) ? field : undefined;
}

/** 申报单位名称 says no more than 申报单位. */
function namedField(bare: string): FormField | undefined {
  const field = fieldOfWord.get(bare);
  return field === "unit" || field === "department" ? field : undefined;
}

const moneyFields: ReadonlySet<FormField> = new Set<FormField>([
  "total",
  "appropriation",
  "specialAccount",
  "other",
  "generalBudget",
  "governmentFund",
  "stateCapital",
  "unitMoney",
  "cycleTotal",
]);

/** Whether a field is an amount — 是否资金栏目. */
export function isMoneyField(field: FormField | undefined): field is MoneyField {
  return field !== undefined && moneyFields.has(field);
}

/** The amount that a short word names under 项目资金: 其他, 合计 — 资金栏目中的简称. */
export function moneyFieldOf(text: string): MoneyField | undefined {
  const role = roleOfHead(text, ["项目资金"]);
  return role !== undefined && isMoneyField(role as FormField) ? (role as MoneyField) : undefined; // one of the set's own
}

const goalFields: ReadonlySet<FormField> = new Set<FormField>(["goal", "wholeGoal", "cycleGoal", "goalResult"]);

/** Whether a field is a goal or what came of it — 是否目标栏目. */
export function isGoalField(field: FormField | undefined): boolean {
  return field !== undefined && goalFields.has(field);
}

const sections: ReadonlySet<FormField> = new Set<FormField>([
  "moneySection",
  "indicatorSection",
  "cycleIndicators",
  "section",
]);

/** Whether a label spans other labels — 是否合并栏目. */
export function isSection(field: FormField | undefined): boolean {
  return field !== undefined && sections.has(field);
}

/** Whether the value of a field may be long, run over lines and hold colons of its own. */
export function isLong(field: FormField): boolean {
  return isGoalField(field) || field === "account";
}

/** The unit of money that a label prints — 栏目所印金额单位. */
export function amountUnitOf(label: string): AmountUnit | undefined {
  return amountUnitInHead(label) as AmountUnit | undefined; // its pattern names no other
}

/** Words with which the last line of a table of indicators begins — 合计行. */
export function isTotalWord(text: string): boolean {
  return /^(?:总分|合计|总计|合计得分|总得分|自评总分|评价总分|综合得分|总评分|得分合计|分值合计|自评得分)$/u.test(
    bareLabel(text),
  );
}
