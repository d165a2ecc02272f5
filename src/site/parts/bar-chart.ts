import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

let ready = false;

/** One bar: its name, its length, the words at its end and the colour (a CSS variable) it is drawn in. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly colour?: string;
}

const rowHeight = 36;

const kept = 300;
const drawn = new Map<string, string>();

/** Lying bars from a zero line, drawn on the server — 条形图（SVG）. The same bars are drawn once. */
export function barChartSvg(bars: readonly Bar[], width: number): string {
  const key = JSON.stringify([width, bars.map(({ label, value, text, colour }) => [label, value, text, colour])]);
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const svg = draw(bars, width);
  if (drawn.size >= kept) drawn.clear();
  drawn.set(key, svg);
  return svg;
}

function draw(bars: readonly Bar[], width: number): string {
  if (!ready) {
    use([BarChart, GridComponent, SVGRenderer]);
    ready = true;
  }
  const height = bars.length * rowHeight + 8;
  const labelWidth = Math.round(width * 0.36);
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption({
    animation: false,
    grid: { left: labelWidth + 8, right: 92, top: 4, bottom: 4, outerBoundsMode: "none" },
    xAxis: { type: "value", show: false, min: 0 },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: "var(--line)" } },
      axisLabel: {
        color: "var(--ink)",
        fontSize: 13,
        width: labelWidth,
        overflow: "break",
        lineHeight: 15,
        height: 30,
        lineOverflow: "truncate",
      },
    },
    series: [
      {
        type: "bar",
        silent: true,
        barWidth: 16,
        data: bars.map(({ value, colour }) => ({ value, itemStyle: { color: colour ?? "var(--bar)" } })),
        label: {
          show: true,
          position: "right",
          color: "var(--ink)",
          fontSize: 13,
          formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.text ?? "",
        },
      },
    ],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
