import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Chart } from "./chart.tsx";

const chart = (values: readonly number[]) =>
  renderToStaticMarkup(
    <Chart
      title="各单位资金：甲最多"
      unit="万元"
      source="试验表"
      labelHead="单位"
      valueHead="总计"
      bars={values.map((value, n) => ({ label: `第${n}`, value, text: String(value), href: undefined }))}
      language="zh"
    />,
  );
const lengths = (values: readonly number[]) =>
  [...chart(values).matchAll(/width="([^"]*)"/g)].map(([, width]) => width);

test("bars begin at zero and are as long as what they count", () => {
  expect(lengths([200, 100, 50])).toEqual(["100.0%", "50.0%", "25.0%"]);
});

test("what is little is seen, what is nothing is not drawn", () => {
  expect(lengths([1_000_000, 1, 0])).toEqual(["100.0%", "0.5%", "0"]);
  expect(lengths([0, 0])).toEqual(["0", "0"]);
});

test("a chart says what it shows, its unit, its source, and every number", () => {
  const html = chart([12.5, 3]);
  for (const words of ["各单位资金：甲最多", "单位：万元", "来源：试验表", "12.5", "第1"])
    expect(html).toContain(words);
});

test("without bars there is no chart", () => {
  expect(chart([])).toBe("");
});
