import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";

const font = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
);

const places = ["青禾", "云栖", "星河", "临江", "望海", "松岭", "南屏", "白鹭"];
const works = ["社区养老服务补助", "农村公路养护", "文化馆免费开放", "河道清淤整治", "中小学校舍维修", "食品安全抽检"];
const measures = [
  ["数量指标", "服务覆盖人数", "≥3200人"],
  ["质量指标", "验收合格率", "≥98%"],
  ["时效指标", "资金拨付及时率", "100%"],
  ["社会效益", "群众知晓率", "不低于85%"],
  ["生态效益", "水质达标天数", "≥330天"],
  ["服务对象满意度", "受益群众满意度", "≥90%"],
] as const;

/** A table of invented projects, set in Noto Sans SC, as the bytes of a PDF of one page — 虚构项目表. */
export function inventedTable(seed: number): Promise<Uint8Array> {
  const document = new PDFDocument({ size: "A4", layout: "landscape", margin: 30 });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Uint8Array>((finish) => {
    document.on("end", () => finish(new Uint8Array(Buffer.concat(chunks))));
  });
  document.font(readFileSync(font) as unknown as string); // pdfkit takes the bytes of a font; its types name paths only
  document.fontSize(16).text("项目支出绩效目标表", { align: "center" });
  document.fontSize(9).text("单位：万元", { align: "right" });
  const widths = [110, 62, 62, 62, 62, 150, 272];
  let top = document.y + 4;
  const drawRow = (cells: readonly string[]): void => {
    document.fontSize(8.5);
    const height = Math.max(...cells.map((cell, at) => document.heightOfString(cell, { width: widths[at]! - 6 }))) + 6;
    let left = 30;
    cells.forEach((cell, at) => {
      const width = widths[at]!;
      document.rect(left, top, width, height).lineWidth(0.6).stroke();
      const isAmount = at >= 1 && at <= 4 && /^[\d,.]+$/.test(cell);
      document.text(cell, left + 3, top + 3, { width: width - 6, align: isAmount ? "right" : "left" });
      left += width;
    });
    top += height;
  };
  const projects = Array.from({ length: 5 }, (_, n) => projectOf(seed * 5 + n));
  const sum = amount(projects.reduce((all, { cents }) => all + cents, 0));
  drawRow(["项目名称（资金使用单位）", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标"]);
  drawRow(["合计", sum, sum, "", "", "", ""]);
  for (const { name, cents, goal, list } of projects) drawRow([name, amount(cents), amount(cents), "", "", goal, list]);
  document.end();
  return done;
}

function projectOf(number: number) {
  const place = places[number % places.length]!;
  const work = works[number % works.length]!;
  const items = Array.from({ length: 4 }, (_, n) => {
    const [level, name, value] = measures[(number + n) % measures.length]!;
    const group = level === "服务对象满意度" ? "3-满意度指标" : level.endsWith("效益") ? "2-效益指标" : "1-产出指标";
    return `${n + 1}、${group}；${level}；${name}；实施周期指标值：${value}；年度指标值：${value}。`;
  });
  return {
    name: `${place}区${work}（${2021 + (number % 4)}年）`,
    cents: ((number * 7_919 + 1_037) % 990_000) * 13 + 245,
    goal: `完成${place}区${work}工作，按时足额拨付资金，提高公共服务水平，群众得到实惠。`,
    list: items.join(""),
  };
}

function amount(cents: number): string {
  return (cents / 100).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
