import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { barChartSvg } from "./bar-chart.ts";
import { svgElements } from "./svg-elements.ts";

const markup = (svg: string) => renderToStaticMarkup(svgElements(svg));

describe("a drawing as elements", () => {
  test("keeps shapes and words, turns inline styles into attributes, drops what runs or hides", () => {
    const drawn = markup(
      `<svg viewBox="0 0 9 9" onload="x()"><style>a{}</style><script>y()</script><g class="c"><path d="M0 0" fill="var(--bar)" style="color:red"></path>` +
        `<text style="font-size:13px;font-family:x;" onclick="z()">甲 &amp; &lt;乙&gt;</text></g><rect width="1" height="2"/></svg>`,
    );
    expect(drawn).toBe(
      '<svg viewBox="0 0 9 9"><g><path d="M0 0" fill="var(--bar)"></path>' +
        '<text font-size="13px">甲 &amp; &lt;乙&gt;</text></g><rect width="1" height="2"></rect></svg>',
    );
  });

  test("a chart of bars has its words, a zero line, and no style of its own", () => {
    const drawn = markup(
      barChartSvg(
        [
          { label: "道路养护中心", value: 30, text: "30.00" },
          { label: "<公交>", value: 0, text: "0.00" },
        ],
        460,
      ),
    );
    expect(drawn).toContain("道路养护中心");
    expect(drawn).toContain("&lt;公交&gt;");
    expect(drawn).toContain("30.00");
    expect(drawn).not.toMatch(/style=|<style|class=|NaN|undefined/);
  });
});
