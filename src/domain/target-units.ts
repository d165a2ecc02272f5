/** Words for time, so that 3个月 can be a period or a deadline — 时间单位. */
const timeUnits = [
  ..."年 月 日 天 周 秒 季度 星期 小时 分钟 工作日 自然日 日历天 学期 学年 个月 个季度 个星期 个小时 个钟头".split(" "),
  ..."个工作日 个自然日 个日历天 个学期 个学年 个年度 个交易日 周年 年度".split(" "),
];

/** Units that targets are counted in, longest wins — 计量单位. A magnitude (万, 亿 …) may stand before any of them. */
const units = [
  ...timeUnits,
  // shares
  ..."% ‰ 百分点 个百分点 倍 成 折".split(" "),
  // counted with 次
  ..."次 人次 家次 场次 车次 船次 艘次 架次 班次 列次 批次 项次 户次 件次 台次 例次 频次 轮次 宗次 趟次 篇次 课次".split(
    " ",
  ),
  ..."人天 人日 人月 工日 台班 人时".split(" "),
  // people, bodies, things
  ..."个 家 名 人 位 户 项 场 件 份 台 套 辆 艘 架 列 班 条 座 栋 幢 间 处 所 支 队 组 批 期 届 轮 种 类 款 篇 册 本 部 张 幅 块 片 株 棵 头 只".split(
    " ",
  ),
  ..."匹 羽 尾 箱 标箱 标准箱 个标准箱 票 单 宗 起 例 点 层 级 星 门 节 课时 学时 个课时 个学时 学分 页 字 行 笔 枚 颗 盏 根 副 双 对 把 瓶 袋 包".split(
    " ",
  ),
  ..."盒 桶 罐 床 床位 张床位 车位 泊位 席 桌 餐 站 回 遍 趟 集 首 团 岁 人份 剂 剂次 针次 卷 柜 道 面 口 眼 轴 段 分".split(
    " ",
  ),
  // money
  ..."元 角 美元 港元 港币 欧元 日元 英镑".split(" "),
  // measures
  ..."亩 公顷 平方米 平方公里 平方千米 平方 平米 平 ㎡ 立方米 立方 方 米 延米 延长米 公里 千米 厘米 毫米 海里 车公里 吨 公斤 千克 克 斤 升 毫升 吨公里".split(
    " ",
  ),
  ..."标准煤 吨标准煤 吨标煤 度 度电 千瓦 千瓦时 兆瓦 兆 分贝 摄氏度 ℃ 微克 毫克 TEU teu kWh kwh KWh kW kw KW MW GW km km² km2 m² m2 m³ m3 mm cm".split(
    " ",
  ),
  ..."kg KG mg μg ml mL dB db GB TB MB PB Gbps Mbps kVA KVA MVA kV Hz kHz MHz Pa kPa MPa kWp MWp W V lx lux ppm ppb μm nm ug h min s m t g L".split(
    " ",
  ),
];

/** Measure words that a Chinese numeral may stand before and still be a count (三次), unlike 一流, 二级, 三期. */
const countedByNumeral = new Set(
  "次 场 个 家 项 份 名 人 位 件 套 台 部 条 篇 本 种 轮 座 处 所 支 户 艘 辆 间 天 年 周 倍 人次 家次 场次 批次 小时 分钟 工作日 季度".split(
    " ",
  ),
);

const unitSet = new Set(units);
const timeSet = new Set(timeUnits);
const longest = Math.max(...units.map((unit) => unit.length));
const magnitude = /[百千]?[万亿]{1,2}|[百千](?=\p{Script=Han})/uy;

/** A unit found in a text — 单位. */
interface UnitFound {
  readonly end: number;
  /** With its magnitude, as printed: 亿元, 万人次. */
  readonly unit: string;
  readonly isTime: boolean;
}

/** The longest unit that stands at `at`, with its magnitude — 识别单位. */
export function unitAt(text: string, at: number): UnitFound | undefined {
  magnitude.lastIndex = at;
  const scale = magnitude.exec(text)?.[0] ?? "";
  const base = baseAt(text, at + scale.length);
  if (scale === "") return base === "" ? undefined : { end: at + base.length, unit: base, isTime: timeSet.has(base) };
  // 百 and 千 are magnitudes only before a unit; 万 and 亿 also stand alone.
  if (base === "" && !/[万亿]/u.test(scale)) return undefined;
  return { end: at + scale.length + base.length, unit: scale + base, isTime: timeSet.has(base) };
}

/** Whether a Chinese numeral before this unit counts something — 可用汉字数字计数的单位. */
export function isCountedByNumeral(unit: string): boolean {
  return countedByNumeral.has(unit) || (timeSet.has(unit) && unit.length > 1);
}

function baseAt(text: string, at: number): string {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length);
    if (!unitSet.has(word)) continue;
    // A Latin unit ends where the Latin word ends: "5G" and "3D" are names.
    if (/[A-Za-z]$/.test(word) && /[A-Za-z0-9]/.test(text.charAt(at + length))) return "";
    return word;
  }
  return "";
}
