import type { AspectCode } from "../domain/taxonomy.ts";

/** What many districts spend money on — 对象. */
export const subjects: readonly string[] = (
  "校舍维修 教学设备 学生营养餐 校车运行 校园安防 课后服务 教师培训 学前教育 职业实训 图书采购 " +
  "疫苗接种 健康体检 慢病管理 急救站点 家庭医生 妇幼保健 医疗设备 中医馆 献血服务 病媒防制 " +
  "农田水利 高标准农田 病虫防治 畜禽免疫 种子繁育 渔业增殖 乡村道路 农村厕所 村庄绿化 农机购置 " +
  "公交运营 县道养护 桥梁加固 客运站场 治超执法 渡口安全 航道疏浚 停车泊位 交通信号 路灯照明 " +
  "旅游推介 文物修缮 图书借阅 群众演出 非遗展示 体育场馆 全民健身 电影放映 广播终端 博物馆开放 " +
  "技改项目 中小企业 园区配套 数字平台 政务云 网络安全 数据共享 专利转化 人才引进 招商活动 " +
  "低保救助 养老床位 残疾人康复 儿童福利 社区食堂 殡葬服务 流浪救助 社工站点 慈善项目 地名标志 " +
  "污水管网 大气监测 河道清淤 垃圾分类 土壤修复 噪声治理 湿地保护 森林防火 消防器材 应急物资 " +
  "普法宣传 人民调解 法律援助 社区矫正 信访接待 档案整理 统计调查 审计项目 资产管理 物业服务"
).split(" ");

/** Words that stand in few names: a search must find them too — 生僻词. */
export const rareWords: readonly string[] = (
  "皮影 古琴 蚕桑 龙舟 竹编 盐井 茶马古道 雪莲 麋鹿 丹霞 傩戏 苗绣 漆器 石窟 候鸟 鲟鱼 " +
  "冻土 沙棘 梯田 溶洞 碑刻 船闸 灯塔 牧道 驿站 雷达 浮标 菌种 标本 星空"
).split(" ");

/** How an indicator of a class is called and what it promises; `{}` is a number — 指标名与指标值. */
export interface Measure {
  readonly aspect: AspectCode;
  readonly ending: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

const measure = (aspect: AspectCode, ending: string, value: string, from = 0, to = 0): Measure => ({
  aspect,
  ending,
  value,
  from,
  to,
});

/** Weighted by how often they are listed: about one in ten speaks of 满意, more than one in three of a 率. */
export const measures: readonly Measure[] = [
  measure("11", "完成数量", "≥{}个", 3, 240),
  measure("11", "服务人次", "≥{}人次", 200, 48000),
  measure("11", "覆盖村（社区）数", "不少于{}个", 4, 160),
  measure("11", "开展次数", "{}次", 2, 60),
  measure("11", "实施面积", "{}平方米以上", 500, 36000),
  measure("11", "购置数量", "{}台（套）", 1, 90),
  measure("11", "培训人数", "≥{}人", 30, 2600),
  measure("12", "验收合格率", "100%"),
  measure("12", "质量达标率", "≥{}%", 85, 99),
  measure("12", "任务完成率", "≥{}%", 90, 100),
  measure("12", "设施完好率", "不低于{}%", 90, 99),
  measure("12", "对象认定准确率", "≥{}%", 95, 100),
  measure("12", "政策覆盖率", "{}%以上", 60, 98),
  measure("13", "资金拨付及时率", "100%"),
  measure("13", "按期完成率", "≥{}%", 92, 100),
  measure("13", "完成时间", "12月底前"),
  measure("13", "响应时间", "≤{}小时", 1, 48),
  measure("13", "工作任务办理时限", "{}个工作日内", 2, 20),
  measure("21", "带动增收", "≥{}元", 200, 6000),
  measure("21", "带动投资增长率", "≥{}%", 2, 15),
  measure("22", "群众知晓程度", "明显提高"),
  measure("22", "安全责任事故", "0起"),
  measure("22", "公共服务水平", "有所提升"),
  measure("22", "受益人数", "≥{}人", 100, 90000),
  measure("23", "绿色环保达标率", "≥{}%", 80, 100),
  measure("24", "长效管护机制", "持续运行"),
  measure("24", "设备使用年限", "5-8年"),
  measure("31", "服务对象满意度", "≥{}%", 80, 98),
  measure("31", "群众满意度", "{}%以上", 80, 96),
  measure("31", "受益群体满意率", "≥{}%", 85, 98),
  measure("41", "成本控制率", "≤100%"),
  measure("41", "单位成本", "≤{}元", 20, 4800),
];

/** Departments that every district has — 部门. */
export const manyDepartments: readonly string[] =
  "教育局 卫生健康局 农业农村局 交通运输局 文化广电旅游体育局 工业和信息化局 民政局 住房和城乡建设局".split(" ");

/** First and second characters of invented district names — 区名用字. */
export const nameStarts: readonly string[] = [..."青白云柳松竹石沙东西南北长永安平和兴"];
/** Second characters of invented district names — 区名用字. */
export const nameEnds: readonly string[] = [..."洲溪湖岭山桥川原泉湾"];
