import { type FundingColumn, fundingColumnNames } from "../../domain/funding.ts";
import type { AmountUnit } from "../../domain/money.ts";
import { type AspectCode, allAspects, aspectOfCode } from "../../domain/taxonomy.ts";

/** Sources of money that some tables print apart; they are parts of an official column — 资金来源细项. */
export type FundingPart = "generalBudget" | "governmentFund" | "stateCapital" | "unitMoney";

/** What a column or a labelled field holds — 栏目的角色. */
export type HeadRole = WordRole | AspectRole;

/** A column that holds the indicators of one level 2 — 按二级指标分栏. Its words are those of the classes themselves. */
export type AspectRole = `aspect-${AspectCode}`;

type WordRole =
  | "ordinal"
  | "department"
  | "unit"
  | "code"
  | "project"
  | "category"
  | FundingColumn
  | FundingPart
  | "cycleTotal"
  | "initialBudget"
  | "adjustedBudget"
  | "spent"
  | "expectedSpent"
  | "executionRate"
  | "goal"
  | "cycleGoal"
  | "goalResult"
  | "indicators"
  | "outputs"
  | "benefits"
  | "satisfactions"
  | "costs"
  | "level1"
  | "level2"
  | "name"
  | "nature"
  | "annualTarget"
  | "cycleTarget"
  | "measure"
  | "weight"
  | "definition"
  | "standard"
  | "basis"
  | "source"
  | "soFar"
  | "expected"
  | "likelihood"
  | "actual"
  | "score"
  | "deviation"
  | "remark";

/** What a head that spans others says of them — 合并表头. Under it short words mean more than they do alone. */
export type HeadGroup = "money" | "values" | "indicators" | "goals" | "cycle" | "annual";

/**
 * Words that tables and forms print at the head of a column or beside a field — 表头同义词. The first is the official one.
 * Compared as {@link bareHead} leaves them.
 */
export const headWords: Readonly<Record<WordRole, readonly string[]>> = {
  ordinal: ["序号", "编号", "行次"],
  department: ["主管部门", "主管部门名称", "预算部门", "部门名称", "部门", "一级预算部门", "一级预算单位"],
  unit: [
    "预算单位",
    "预算单位名称",
    "资金使用单位",
    "项目单位",
    "项目单位名称",
    "项目实施单位",
    "实施单位",
    "实施单位名称",
    "申报单位",
    "填报单位",
    "承担单位",
    "用款单位",
    "基层预算单位",
    "二级预算单位",
    "单位名称",
    "单位",
  ],
  code: [
    "项目代码",
    "项目编码",
    "项目编号",
    "单位编码（项目编码）",
    "单位代码（项目代码）",
    "单位编码（项目代码）",
    "单位代码（项目编码）",
  ],
  project: [
    "项目名称（资金使用单位）",
    "项目名称",
    "项目",
    "支出项目",
    "支出项目名称",
    "项目（政策）名称",
    "政策（项目）名称",
    "项目或政策名称",
    "预算项目",
    "预算项目名称",
    "二级项目名称",
    "专项名称",
    "专项资金名称",
    "单位（项目）名称",
    "单位/项目名称",
    "单位名称（项目名称）",
    "项目单位（项目名称）",
    "预算单位（项目名称）",
    "单位（项目名称）",
    "单位名称、项目名称",
    "单位名称及项目名称",
    "单位、项目名称",
  ],
  category: ["项目类别", "项目类型", "项目属性", "项目分类", "支出类别", "项目级次", "资金性质", "预算类别"],
  total: [
    fundingColumnNames.total,
    "合计",
    "小计",
    "金额",
    "总额",
    "预算金额",
    "预算数",
    "预算安排",
    "预算安排金额",
    "预算资金",
    "预算总额",
    "年度预算",
    "年度预算数",
    "年度预算金额",
    "年度预算安排",
    "年度金额",
    "项目预算",
    "项目预算金额",
    "项目金额",
    "项目总额",
    "项目资金",
    "资金总额",
    "资金金额",
    "安排金额",
    "申报金额",
    "年度资金",
    "年度资金总额",
    "本年预算",
    "当年预算",
    "当年预算金额",
  ],
  appropriation: [
    fundingColumnNames.appropriation,
    "财政资金",
    "财政拨款资金",
    "财政拨款收入",
    "财政性资金",
    "年度财政拨款",
    "当年财政拨款",
    "本年财政拨款",
    "本级财政拨款",
    "财政安排资金",
    "财政拨款小计",
  ],
  specialAccount: [
    fundingColumnNames.specialAccount,
    "财政专户管理资金",
    "财政专户资金",
    "财政专户",
    "专户资金",
    "财政专户核拨资金",
    "教育收费（专户）",
  ],
  other: [fundingColumnNames.other, "其他", "其他来源", "其他来源资金", "其它资金", "其它"],
  generalBudget: [
    "一般公共预算",
    "一般公共预算拨款",
    "一般公共预算资金",
    "一般公共预算财政拨款",
    "一般公共预算财政拨款资金",
  ],
  governmentFund: [
    "政府性基金",
    "政府性基金预算",
    "政府性基金拨款",
    "政府性基金预算拨款",
    "政府性基金预算财政拨款",
    "政府性基金预算资金",
    "政府性基金财政拨款",
  ],
  stateCapital: [
    "国有资本经营",
    "国有资本经营预算",
    "国有资本经营预算拨款",
    "国有资本经营拨款",
    "国有资本经营预算财政拨款",
    "国有资本经营预算资金",
    "国有资本经营财政拨款",
  ],
  unitMoney: ["单位资金", "单位自有资金", "自有资金", "自筹资金", "单位自筹", "事业收入", "非财政拨款"],
  cycleTotal: ["中期资金总额", "实施期资金总额", "项目期资金总额", "项目总投资", "总投资"],
  initialBudget: ["年初预算数", "年初预算", "年初预算金额"],
  adjustedBudget: ["全年预算数", "全年预算", "调整后预算数", "全年预算金额", "预算调整数", "调整后预算", "调整预算数"],
  spent: [
    "全年执行数",
    "执行数",
    "实际执行数",
    "全年支出数",
    "实际支出",
    "支出数",
    "执行金额",
    "月执行数",
    "预算执行数",
    "全年实际支出数",
    "实际支出数",
  ],
  expectedSpent: ["全年预计执行数", "预计执行数", "全年预计支出"],
  executionRate: ["执行率", "预算执行率", "月执行率", "支出进度"],
  goal: [
    "绩效目标",
    "项目绩效目标",
    "总体绩效目标",
    "年度绩效目标",
    "总体目标",
    "年度总体目标",
    "年度总体绩效目标",
    "年度目标",
    "项目总体绩效目标",
    "绩效总目标",
    "绩效总体目标",
    "项目目标",
    "项目总体目标",
    "当年绩效目标",
    "预期目标",
    "年初设定目标",
    "绩效目标内容",
    "年度绩效总目标",
    "项目年度绩效目标",
    "目标",
  ],
  cycleGoal: [
    "中期目标",
    "中期绩效目标",
    "中长期目标",
    "中长期绩效目标",
    "长期目标",
    "实施期目标",
    "实施期绩效目标",
    "实施期总目标",
    "实施周期目标",
    "实施周期绩效目标",
    "项目期目标",
    "项目期绩效目标",
    "周期目标",
  ],
  goalResult: ["实际完成情况", "目标实际完成情况", "总体目标完成情况", "全年实际完成情况", "年度总体目标完成情况"],
  indicators: [
    "绩效指标",
    "项目绩效指标",
    "年度绩效指标",
    "绩效指标及指标值",
    "具体绩效指标",
    "绩效指标内容",
    "绩效指标及目标值",
    "指标",
  ],
  outputs: ["产出指标", "产出", "项目产出", "产出绩效指标"],
  benefits: ["效益指标", "效益", "效果指标", "项目效益", "项目效果", "效益绩效指标"],
  satisfactions: ["满意度指标", "满意度", "服务对象满意度", "服务对象满意度指标", "满意度绩效指标"],
  costs: ["成本指标", "成本"],
  level1: ["一级指标", "一级绩效指标", "一级指标名称", "一级", "指标类别", "指标类型"],
  level2: ["二级指标", "二级绩效指标", "二级指标名称", "二级", "指标分类"],
  name: [
    "三级指标",
    "三级绩效指标",
    "三级指标名称",
    "三级",
    "指标名称",
    "绩效指标名称",
    "指标内容",
    "具体指标",
    "指标描述",
    "四级指标",
  ],
  nature: [
    "指标性质",
    "绩效指标性质",
    "性质",
    "指标方向",
    "指标值类型",
    "指标值性质",
    "指标符号",
    "运算符号",
    "计算符号",
    "比较符",
    "符号",
  ],
  annualTarget: [
    "年度指标值",
    "指标值",
    "目标值",
    "年度目标值",
    "绩效目标值",
    "绩效指标值",
    "年度绩效指标值",
    "当年指标值",
    "当年目标值",
    "本年指标值",
    "本年目标值",
    "全年指标值",
    "全年目标值",
    "计划值",
    "计划指标值",
    "计划完成值",
    "预期指标值",
    "预期值",
    "预期目标值",
    "三级指标值",
    "设定指标值",
    "指标目标值",
    "标杆值",
    "指标值及单位",
    "目标值及单位",
    "指标值（含单位）",
    "本年绩效指标",
    "预计当年实现",
    "本年计划值",
    "当年计划值",
  ],
  cycleTarget: [
    "实施周期指标值",
    "实施周期目标值",
    "中期指标值",
    "中期目标值",
    "周期指标值",
    "实施期指标值",
    "实施期目标值",
    "项目期指标值",
    "项目周期指标值",
    "总体指标值",
    "总体目标值",
    "中长期指标值",
  ],
  measure: ["计量单位", "度量单位", "指标单位", "计算单位", "绩效度量单位", "绩效指标度量单位", "指标值单位"],
  weight: [
    "权重",
    "分值",
    "指标权重",
    "三级权重",
    "三级指标权重",
    "三级指标分值",
    "指标分值",
    "分值权重",
    "权重分值",
    "标准分",
    "标准分值",
    "分值（权重）",
    "权重（分值）",
  ],
  definition: [
    "指标解释",
    "指标说明",
    "指标含义",
    "指标释义",
    "指标内涵",
    "指标解释及计算方法",
    "计算公式",
    "指标定义",
    "绩效指标描述",
    "绩效指标解释",
  ],
  standard: [
    "评分标准",
    "评（扣）分标准",
    "评扣分标准",
    "评价标准",
    "评价要点",
    "扣分标准",
    "评分规则",
    "评分细则",
    "赋分规则",
    "打分标准",
    "评价指标及标准",
    "评分说明",
    "评分办法",
    "计分标准",
    "评价要点及评分标准",
  ],
  basis: [
    "指标值设定依据",
    "设定依据",
    "指标设定依据",
    "指标值来源",
    "目标值设定依据",
    "指标依据",
    "指标标准",
    "指标值确定依据",
    "确定依据",
  ],
  source: [
    "数据来源",
    "取数方式",
    "指标数据来源",
    "佐证资料",
    "评价依据",
    "证明材料",
    "数据来源及取数方式",
    "取值方式",
  ],
  soFar: ["月执行情况", "月完成情况", "月完成值", "月实际完成值", "月实际完成情况", "完成情况"],
  expected: ["全年预计完成情况", "预计完成情况", "全年预计完成值", "预计完成值", "全年预计"],
  likelihood: ["完成目标可能性", "目标完成可能性", "完成可能性"],
  actual: [
    "实际完成值",
    "全年实际值",
    "全年完成值",
    "全年实际完成值",
    "实际值",
    "完成值",
    "实际完成指标值",
    "自评完成值",
  ],
  score: ["得分", "自评得分", "评价得分", "实际得分", "自评分"],
  deviation: [
    "偏差原因分析及改进措施",
    "偏差原因分析及改进",
    "偏差原因分析",
    "偏差原因",
    "未完成原因分析",
    "未完成原因和改进措施",
    "未完成原因分析与改进措施",
    "扣分原因",
    "扣分原因及说明",
    "原因分析",
    "完成值偏离原因分析",
    "未完成原因及拟采取的改进措施",
    "偏差原因及改进措施",
    "未完成原因及改进措施",
    "未完成原因",
    "原因",
  ],
  remark: ["备注", "说明", "备注说明", "其他说明", "其他说明的问题"],
};

/** Heads that span others — 合并表头用词; words of {@link headWords} may span as well. */
const groupWords: Readonly<Record<HeadGroup, readonly string[]>> = {
  money: [
    "项目金额",
    "项目资金",
    "项目资金来源",
    "资金来源",
    "预算资金来源",
    "预算金额",
    "预算资金",
    "预算安排",
    "预算数",
    "预算",
    "项目预算",
    "项目预算金额",
    "年度预算",
    "年度预算金额",
    "资金",
    "资金情况",
    "资金安排",
    "资金总额",
    "年度资金",
    "年度资金总额",
    "金额",
    "年度金额",
    "总额",
    "资金金额",
    "财政拨款",
    "财政资金",
    "资金预算",
    "资金构成",
    "年度预算安排",
  ],
  values: [
    "指标值",
    "目标值",
    "绩效指标值",
    "绩效目标值",
    "指标值设定",
    "三级指标值",
    "年度指标值",
    "年度目标值",
    "指标目标值",
  ],
  indicators: [
    "绩效指标",
    "项目绩效指标",
    "年度绩效指标",
    "绩效指标设置",
    "绩效指标设定",
    "绩效指标内容",
    "指标",
    "指标内容",
    "绩效目标及指标",
    "绩效目标指标",
    "绩效衡量指标",
    "绩效目标",
    "项目绩效目标",
    "绩效指标及目标值",
    "绩效指标及指标值",
    "具体绩效指标",
  ],
  goals: ["绩效目标", "项目绩效目标", "总体目标", "总体绩效目标", "目标", "绩效总目标", "项目目标"],
  cycle: ["中期", "中期指标", "中期目标", "实施周期", "实施期", "实施期指标", "项目期", "中长期", "中期绩效指标"],
  annual: ["年度", "年度指标", "年度目标", "当年", "本年", "年度绩效", "本年度", "年度绩效目标"],
};

/** What short words mean under a head that spans them — 合并表头之下的用词. */
const wordsUnder: Readonly<Record<HeadGroup, Readonly<Partial<Record<WordRole, readonly string[]>>>>> = {
  money: {
    total: ["总计", "合计", "小计", "总额", "金额", "预算数", "资金总额", "年度", "当年"],
    other: ["其他", "其它"],
    cycleTotal: ["中期", "实施期", "实施周期", "项目期", "总投资"],
  },
  values: {
    annualTarget: [
      "年度",
      "当年",
      "本年",
      "本年度",
      "年度值",
      "数值",
      "值",
      "指标值",
      "目标值",
      "内容",
      "具体值",
      "年度目标",
      "当年目标",
      "本年目标",
      "预计当年实现",
    ],
    cycleTarget: [
      ..."实施周期 中期 周期 实施期 项目期 中长期 总体 实施期目标 实施期总目标 实施周期目标".split(" "),
      ..."中期目标 总目标 总体目标 长期目标 项目期目标".split(" "),
    ],
    nature: ["性质", "符号"],
    measure: ["单位"],
  },
  indicators: {
    name: ["名称", "内容", "指标"],
    measure: ["单位"],
    annualTarget: ["年度", "数值", "值", "目标"],
    cycleTarget: ["实施周期", "中期"],
    nature: ["性质", "符号"],
    weight: ["权重", "分值"],
  },
  goals: {
    goal: ["年度", "年度目标", "当年", "本年", "本年度", "总体目标"],
    cycleGoal: ["中期", "实施周期", "实施期", "项目期", "中长期", "长期", "总体"],
  },
  cycle: {
    cycleTarget: ["指标值", "目标值", "值", "数值"],
    cycleGoal: ["目标", "绩效目标", "总体目标", "总体绩效目标"],
    cycleTotal: ["金额", "资金总额", "总额", "合计", "预算金额"],
  },
  annual: {
    annualTarget: ["指标值", "目标值", "值", "数值"],
    goal: ["目标", "绩效目标", "总体目标", "总体绩效目标"],
    total: ["金额", "资金总额", "总额", "合计", "预算金额"],
  },
};

/** Heads longer than this are sentences. */
const longestHead = 40;

/** What {@link bareHead} may take away; asked first, because every cell of a document is. */
const dressed = /[\s()（）*＊★:：、]|20\d\d|^(?:其中|截至|\d|[一二三四五六七八九十]至)/u;
const wide = /[\u4e00-\u9fff]/u;
const unitInHead = /[（(](?:金额)?(?:单位[:：])?(?:人民币)?(万元|亿元|元)[)）]/u;

/**
 * A printed head as the table of words has it — 表头归一: without blanks, the unit of money, 其中, year, months, numbering and
 * required marks; brackets full width. "" where it is too long to be a head.
 */
export function bareHead(text: string): string {
  if (text.length > longestHead || !wide.test(text)) return "";
  if (!dressed.test(text)) return text;
  return text
    .replace(/\s+/gu, "")
    .replace(/\(/gu, "（")
    .replace(/\)/gu, "）")
    .replace(unitInHead, "")
    .replace(/^[*＊★]|[*＊★:：]$/gu, "")
    .replace(/^(?:其中)[:：]?/u, "")
    .replace(/^(?:[一二三四五六七八九十]、|（[一二三四五六七八九十]）|\d{1,2}[.．、])/u, "")
    .replace(/20\d\d年度?/u, "年度")
    .replace(/^年度年度/u, "年度")
    .replace(
      /^(?:\d{1,2}[-－—–~～至](?:\d{1,2}|[nN×Xx])|[一二三四五六七八九十]至[一二三四五六七八九十]{1,2}|截至\d{1,2})月份?/u,
      "月",
    );
}

/** The unit of the amounts that the head of a column prints: 预算金额（元） — 表头所印金额单位. */
export function amountUnitInHead(text: string): AmountUnit | undefined {
  const found = text.length > longestHead ? undefined : unitInHead.exec(text.replace(/\s+/gu, ""))?.[1];
  return found as AmountUnit | undefined; // the pattern names no other
}

const rolesOf = (words: Readonly<Partial<Record<WordRole, readonly string[]>>>): ReadonlyMap<string, WordRole> =>
  new Map(
    Object.entries(words).flatMap(
      ([role, list]) => list.map((word) => [word, role as WordRole] as const), // the keys of the record
    ),
  );
const roleOfWord = rolesOf(headWords);
const roleUnder: Readonly<Record<HeadGroup, ReadonlyMap<string, WordRole>>> = {
  money: rolesOf(wordsUnder.money),
  values: rolesOf(wordsUnder.values),
  indicators: rolesOf(wordsUnder.indicators),
  goals: rolesOf(wordsUnder.goals),
  cycle: rolesOf(wordsUnder.cycle),
  annual: rolesOf(wordsUnder.annual),
};

/** Words that a recipe adds for one file: bare head → role — 方案所加的表头用词. */
export type MoreWords = ReadonlyMap<string, HeadRole>;

/**
 * What a printed head names — 识别表头用词; `under` are the heads that span it, the nearest last. A remark in brackets
 * behind a known word does not change it: 指标值（包含数字及文字描述）.
 */
export function roleOfHead(text: string, under: readonly string[] = [], more?: MoreWords): HeadRole | undefined {
  const bare = bareHead(text);
  const unbracketed = withoutRemark(bare);
  const groups = under.flatMap(groupsOfHead).reverse();
  for (const word of bare === unbracketed ? [bare] : [bare, unbracketed]) {
    if (word === "") continue;
    const spanned = groups.map((group) => roleUnder[group].get(word)).find((role) => role !== undefined);
    const role: HeadRole | undefined =
      roleGiven(word, under, more) ?? spanned ?? roleOfWord.get(word) ?? roleOfWord.get(word.replace(/^年度/u, ""));
    if (role) return role;
    const aspect = aspectOfWord.get(word);
    if (aspect) return aspect;
  }
  return undefined;
}

/** What a recipe says of a head: of the word under just these heads, else of the word wherever it stands. */
export function roleGiven(text: string, under: readonly string[], more: MoreWords | undefined): HeadRole | undefined {
  return more && (more.get(headPath([...under, text])) ?? more.get(bareHead(text)));
}

/** A head with the heads that span it, outermost first, as recipes name it — 表头路径: `资金/总计`. */
export function headPath(heads: readonly string[]): string {
  return heads.map(bareHead).join("/");
}

/** What a head that spans others says of them; one word may say several things. */
export function groupsOfHead(text: string): readonly HeadGroup[] {
  return groupsOfWord.get(withoutRemark(bareHead(text))) ?? [];
}

function withoutRemark(bare: string): string {
  return bare.endsWith("）") ? bare.replace(/（[^（）]*）$/u, "") : bare;
}

const aspectOfWord: ReadonlyMap<string, AspectRole> = new Map(
  allAspects.flatMap(({ code, name, aliases }) =>
    [name, ...aliases].map((word): [string, AspectRole] => [word, `aspect-${code}`]),
  ),
);
const groupsOfWord: ReadonlyMap<string, readonly HeadGroup[]> = new Map(
  Object.values(groupWords)
    .flat()
    .map((word) => [
      word,
      (Object.keys(groupWords) as HeadGroup[]).filter((group) => groupWords[group].includes(word)), // its own keys
    ]),
);

/** Official head of a column — 官方表头, to propose where one is damaged. */
export function officialHead(role: HeadRole): string {
  return isAspectRole(role) ? aspectOfCode(role.slice("aspect-".length))!.name : headWords[role][0]!;
}

/** A role for each level 2 — 各二级指标列. */
export const aspectRoles: readonly AspectRole[] = allAspects.map(({ code }): AspectRole => `aspect-${code}`);

/** Whether a column holds the indicators of one level 2. */
export function isAspectRole(role: HeadRole): role is AspectRole {
  return role.startsWith("aspect-");
}
