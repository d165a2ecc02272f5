import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Funding, fundingColumns } from "../domain/funding.ts";
import { plainWanYuan } from "../domain/money.ts";
import { wordsAt } from "../domain/place.ts";
import type { Reading } from "../domain/reading.ts";
import { readText } from "./read-source.ts";

const read = (text: string, year?: number): Reading =>
  readText({ name: "表.txt", bytes: new TextEncoder().encode(text), ...(year === undefined ? {} : { year }) });

const head7 = "项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标";
const list = (n: number, name = "巡查次数"): string =>
  `${n}、1-产出指标；11-数量指标；${name}；实施周期指标值：12次；年度指标值：12次。`;
const table = (...rows: string[]): string =>
  ["项目支出绩效目标表", "部门名称：云泽市青洲区水务局", "单位：万元", "", head7, ...rows].join("\n");

/** Money as a person reads it: `总计/财政拨款/专户/其他`. */
function money(funding: Funding | undefined): string {
  if (!funding) return "无";
  return fundingColumns
    .map((column) => {
      const amount = funding[column];
      return amount.kind === "read" ? plainWanYuan(amount.fen) : amount.kind === "empty" ? "" : `?${amount.text}`;
    })
    .join("/");
}
const projectsOf = (reading: Reading): string[] =>
  reading.tables.flatMap((one) =>
    one.declarations.map((d) => `${d.unit ?? "–"} · ${d.project.name} · ${money(d.funding)}`),
  );
const codes = (reading: Reading): string[] => reading.notes.map((note) => note.code);

describe("a whole table", () => {
  test("title, department, unit of money, totals, units and projects are told apart", () => {
    const reading = read(
      table(
        "合计\t30.00\t28.00\t\t2.00\t\t",
        "青洲区水务局\t10.00\t10.00\t\t\t\t",
        `河道巡查\t10.00\t10.00\t\t\t保持河道畅通。\t${list(1)}`,
        "青洲区堤防管理所\t20.00\t18.00\t\t2.00\t\t",
        `堤防加固\t20.00\t18.00\t\t2.00\t堤防安全。\t${list(1)}`,
      ),
    );
    const [only] = reading.tables;
    expect([only?.title, only?.department, only?.amountUnit, only?.layout]).toEqual([
      "项目支出绩效目标表",
      "云泽市青洲区水务局",
      "万元",
      "packed-D",
    ]);
    expect(money(only?.total)).toBe("30.00/28.00//2.00");
    expect(only?.units.map((unit) => `${unit.name} ${money(unit.funding)}`)).toEqual([
      "青洲区水务局 10.00/10.00//",
      "青洲区堤防管理所 20.00/18.00//2.00",
    ]);
    expect(projectsOf(reading)).toEqual([
      "青洲区水务局 · 河道巡查 · 10.00/10.00//",
      "青洲区堤防管理所 · 堤防加固 · 20.00/18.00//2.00",
    ]);
    expect(reading.sums.every((sum) => sum.difference === 0)).toBe(true);
    expect(reading.notes).toEqual([]);
  });

  test("five columns without money name department and unit in every row", () => {
    const reading = read(
      [
        "主管部门\t预算单位\t项目名称\t绩效目标\t绩效指标",
        "青洲区水务局\t青洲区堤防管理所\t堤防加固\t堤防安全。\t1、产出指标：加固长度，年度指标值：≥3公里。",
      ].join("\n"),
    );
    expect(projectsOf(reading)).toEqual(["青洲区堤防管理所 · 堤防加固 · 无"]);
    expect(reading.tables[0]?.layout).toBe("packed-A");
    expect(reading.tables[0]?.department).toBe("青洲区水务局");
  });

  test("a damaged head is known by its place, and a proposal is made", () => {
    const reading = read(table(`河道巡查\t1.00\t1.00\t\t\t畅通。\t${list(1)}`).replace("\t总计\t", "\t拉\t"));
    expect(projectsOf(reading)).toEqual(["– · 河道巡查 · 1.00/1.00//"]);
    expect(reading.notes.map(({ code, facts, proposal }) => [code, facts.printed, proposal])).toEqual([
      ["header-damaged", "拉", "总计"],
    ]);
  });

  test("a head repeated on every page is no row, with or without its title", () => {
    const first = `河道巡查\t1.00\t1.00\t\t\t畅通。\t${list(1)}`;
    const second = `水质监测\t2.00\t2.00\t\t\t达标。\t${list(1)}`;
    for (const again of [`\n\n${head7}\n`, `\n\n项目支出绩效目标表\n部门名称：云泽市青洲区水务局\n${head7}\n`]) {
      const reading = read(table(first) + again + second);
      expect(reading.tables).toHaveLength(1);
      expect(projectsOf(reading)).toEqual(["– · 河道巡查 · 1.00/1.00//", "– · 水质监测 · 2.00/2.00//"]);
      expect(codes(reading)).toEqual(["header-repeated"]);
      expect(reading.conservation.unplaced).toEqual([]);
    }
  });

  test("another title is another table", () => {
    const one = table(`河道巡查\t1.00\t1.00\t\t\t畅通。\t${list(1)}`);
    const other = table(`校舍修缮\t2.00\t2.00\t\t\t安全。\t${list(1)}`).replace("水务局", "教育局");
    const reading = read(`${one}\n\n${other}`);
    expect(reading.tables.map((each) => [each.department, each.declarations.length])).toEqual([
      ["云泽市青洲区水务局", 1],
      ["云泽市青洲区教育局", 1],
    ]);
  });

  test("the year is printed, given, inferred and marked so, or not known", () => {
    const row = `河道巡查\t1.00\t1.00\t\t\t畅通。\t${list(1)}`;
    const years = [
      read(table(row).replace("项目支出", "2024年项目支出")),
      read(table(row), 2025),
      read(table(`防汛\t1.00\t1.00\t\t\t2023年汛期前完成，2023年底前验收。\t${list(1)}`)),
      read(table(row)),
    ].map((reading) => reading.tables[0]?.year);
    expect(years).toEqual([
      { basis: "printed", year: 2024 },
      { basis: "given", year: 2025 },
      { basis: "inferred", year: 2023 },
      { basis: "unknown" },
    ]);
  });

  test("amounts in 元 are read as 元", () => {
    const reading = read(table(`河道巡查\t12,345.67\t12,345.67\t\t\t畅通。\t${list(1)}`).replace("万元", "元"));
    expect(projectsOf(reading)).toEqual(["– · 河道巡查 · 1.234567/1.234567//"]);
  });
});

describe("rows that lost cells", () => {
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    ["empties dropped", `河道巡查\t3.00\t3.00\t畅通。\t${list(1)}`, "3.00/3.00//", ["row-repaired"]],
    ["one empty left", `河道巡查\t3.00\t3.00\t\t畅通。\t${list(1)}`, "3.00/3.00//", ["row-repaired"]],
    ["goal lost", `河道巡查\t3.00\t3.00\t\t\t${list(1)}`, "3.00/3.00//", ["row-repaired"]],
    ["three sources", `河道巡查\t6.00\t3.00\t1.00\t2.00\t畅通。\t${list(1)}`, "6.00/3.00/1.00/2.00", []],
    ["two sources that add up", `河道巡查\t5.00\t3.00\t2.00\t畅通。\t${list(1)}`, "5.00/3.00//2.00", ["row-repaired"]],
    ["goal and list in one cell", `河道巡查\t3.00\t3.00\t保持畅通。 ${list(1)}`, "3.00/3.00//", ["cells-glued"]],
  ];
  for (const [name, row, funding, notes] of cases)
    test(name, () => {
      const reading = read(table(row));
      expect(projectsOf(reading)).toEqual([`– · 河道巡查 · ${funding}`]);
      expect(reading.tables[0]?.declarations[0]?.indicators).toHaveLength(1);
      expect(codes(reading)).toEqual(notes);
    });

  test("where no cell is lost, place wins over looks", () => {
    const reading = read(table(`培训\t20.00\t20.00\t\t\t提高能力。\t按方案分解如下：${list(1)}`));
    expect(projectsOf(reading)).toEqual(["– · 培训 · 20.00/20.00//"]);
    expect(reading.tables[0]?.declarations[0]?.goal).toBe("提高能力。");
    expect(codes(reading)).toEqual(["item-unread"]);
    expect(reading.conservation.unplaced.map(({ start, end }) => reading.text.slice(start, end))).toEqual([
      "按方案分解如下：",
    ]);
  });

  test("figures too large to be true are read, and no sum is made of them", () => {
    const row = (name: string) => `${name}\t9,007,199,254.00\t9,007,199,254.00\t\t\t畅通。\t${list(1)}`;
    const reading = read(table("合计\t1.00\t1.00\t\t\t\t", row("甲"), row("乙")));
    expect(projectsOf(reading)).toHaveLength(2);
    expect(reading.sums.map(({ kind }) => kind)).toEqual(["row", "row", "row"]);
  });

  test("an amount that cannot be read keeps its words and is noted", () => {
    const reading = read(table(`河道巡查\t3.O0\t3.00\t\t\t畅通。\t${list(1)}`));
    expect(projectsOf(reading)).toEqual(["– · 河道巡查 · ?3.O0/3.00//"]);
    expect(codes(reading)).toEqual(["amount-unreadable"]);
  });
});

describe("a row cut by a page break", () => {
  const unit = "合计\t50.00\t50.00\t\t\t\t\n青洲区水务局\t50.00\t50.00\t\t\t\t";

  test("is one project: name, goal and list joined through the cut word, money chosen by the subtotal", () => {
    const whole = list(1) + list(2, "清淤长度");
    const cut = whole.indexOf("清淤") + 1;
    const reading = read(
      table(
        unit,
        `河道综合\t10.00\t10.00\t\t\t保持河道畅\t${whole.slice(0, cut)}`,
        "",
        `整治工程\t49.00\t49.00\t\t\t通，水清岸绿。\t${whole.slice(cut)}`,
        `水质监测\t1.00\t1.00\t\t\t达标。\t${list(1)}`,
      ),
    );
    const [first] = reading.tables[0]?.declarations ?? [];
    expect(projectsOf(reading)).toEqual([
      "青洲区水务局 · 河道综合整治工程 · 49.00/49.00//",
      "青洲区水务局 · 水质监测 · 1.00/1.00//",
    ]);
    expect(first?.goal).toBe("保持河道畅通，水清岸绿。");
    expect(first?.indicators.map((one) => one.name)).toEqual(["巡查次数", "清淤长度"]);
    expect(
      reading.competing.map(({ because, options }) => [
        because,
        ...options.map((o) => `${o.text}${o.taken ? "✓" : ""}`),
      ]),
    ).toEqual([
      ["sum", "10.00", "49.00✓"],
      ["sum", "10.00", "49.00✓"],
    ]);
    expect(reading.conservation.unplaced).toEqual([]);
  });

  test("a line printed on both sides is read once, also where one copy is damaged", () => {
    const reading = read(
      table(
        `河道巡查\t10.00\t10.00\t\t\t畅通。\t1、1-产出指标；11-数量指标；巡查次数；实施周期指标值：十二次以上；年度指标值：十二次以上。2、1-产出指标；12-质量指标；水质达`,
        "",
        `\t\t\t\t\t\t十二次以上；年度指标值:十二次以上。 2、1-产出指标； 12-质量指标； 水贡达标率；实施周期指标值：100%；年度指标值：100%。`,
      ),
    );
    const indicators = reading.tables[0]?.declarations[0]?.indicators ?? [];
    expect(indicators.map((one) => [one.number, one.name, one.cycleTarget?.text, one.annualTarget?.text])).toEqual([
      ["1", "巡查次数", "十二次以上", "十二次以上"],
      ["2", "水质达标率", "100%", "100%"],
    ]);
    expect(codes(reading)).toContain("printed-twice");
    expect(reading.conservation.unplaced).toEqual([]);
  });

  test("a new project on a new page stays a project of its own", () => {
    const rows = [`甲\t1.00\t1.00\t\t\t一。\t${list(1)}`, "", `乙\t2.00\t2.00\t\t\t二。\t${list(1)}`];
    expect(projectsOf(read(table(...rows)))).toEqual(["– · 甲 · 1.00/1.00//", "– · 乙 · 2.00/2.00//"]);
  });
});

describe("what stands in the cells", () => {
  test("a code glued to the name, a code alone, and a withheld project", () => {
    const reading = read(
      table(
        `20231234560000012-泵站改造\t1.00\t1.00\t\t\t按期。\t${list(1)}`,
        `SWXX2023-AB-01\t2.00\t2.00\t\t\t本项目为涉密项目，不予公开。\t1、3-满意度指标；31-服务对象满意度；满意度；实施周期指标值：不公开；年度指标值：不公开。`,
      ),
    );
    const [coded, withheld] = reading.tables[0]?.declarations ?? [];
    expect([coded?.project.code, coded?.project.title, coded?.disclosure.kind]).toEqual([
      "20231234560000012",
      "泵站改造",
      "public",
    ]);
    expect([withheld?.project.code, withheld?.disclosure]).toEqual([
      "SWXX2023-AB-01",
      { kind: "withheld", reason: "本项目为涉密项目，不予公开。" },
    ]);
  });

  test("levels are kept as printed, and a level that we conclude says so", () => {
    const [coded] = read(
      table(`甲\t1.00\t1.00\t\t\t一。\t1、1-产出指标；22-社会效益；覆盖面；实施周期指标值：广；年度指标值：广。`),
    ).tables;
    const [plain] = read(table(`甲\t1.00\t1.00\t\t\t一。\t1、产出指标：发放及时率，年度指标值：100%。`)).tables;
    expect(coded?.declarations[0]?.indicators[0]).toMatchObject({
      level1: { code: "1", name: "产出指标" },
      level2: { code: "22", name: "社会效益" },
      dimension: { value: "output", basis: "printed" },
      aspect: { value: "22", basis: "printed" },
    });
    expect(plain?.declarations[0]?.indicators[0]).toMatchObject({
      level2: undefined,
      dimension: { value: "output", basis: "printed" },
      aspect: { value: "13", basis: "inferred" },
    });
  });

  test("numbering that starts again, a separator inside a value and a clipped goal are noted, not mended", () => {
    const reading = read(
      table(
        `甲\t1.00\t1.00\t\t\t，完成清淤，\t${list(1)}${list(1)}3、1-产出指标；12-质量指标；套数比；实施周期指标值：1；2；年度指标值：1；2。`,
      ),
    );
    expect(codes(reading).sort()).toEqual([
      "cell-truncated",
      "delimiter-inside-value",
      "delimiter-inside-value",
      "numbering-break",
      "numbering-break",
    ]);
    expect(reading.tables[0]?.declarations[0]?.goal).toBe("，完成清淤，");
  });

  test("an item of no known shape is listed as not placed, not swallowed by the value before it", () => {
    const reading = read(table(`甲\t1.00\t1.00\t\t\t一。\t${list(1)}2、其他工作按要求完成。${list(3, "清淤长度")}`));
    const indicators = reading.tables[0]?.declarations[0]?.indicators ?? [];
    expect(indicators.map((one) => [one.number, one.name, one.annualTarget?.text])).toEqual([
      ["1", "巡查次数", "12次"],
      ["3", "清淤长度", "12次"],
    ]);
    expect(codes(reading)).toEqual(["item-unread"]);
    expect(reading.conservation.unplaced.map(({ start, end }) => reading.text.slice(start, end))).toEqual([
      "2、其他工作按要求完成。",
    ]);
  });

  test("look-alike characters are proposed at the value that holds them, and stay as printed", () => {
    const reading = read(table(`農贸市场改造\t1.00\t1.00\t\t\t出台—系列措施。\t${list(1)}`));
    expect(reading.notes.map(({ subject, facts, proposal }) => [subject, facts.printed, proposal])).toEqual([
      ["tables/0/declarations/0/project/name", "農", "农"],
      ["tables/0/declarations/0/goal", "—系列", "一系列"],
    ]);
    expect(reading.tables[0]?.declarations[0]?.project.name).toBe("農贸市场改造");
  });

  test("page numbers are furniture and footnotes are kept", () => {
    const reading = read(
      `${table(`甲\t1.00\t1.00\t\t\t一。\t${list(1)}`)}\n第 1 页 共 2 页\n\n注：按预算编报时情况设定。`,
    );
    expect(reading.tables[0]?.footnotes).toEqual(["注：按预算编报时情况设定。"]);
    expect(reading.conservation.unplaced).toEqual([]);
  });
});

describe("files that are no table", () => {
  test("text of no known layout invents nothing and loses nothing", () => {
    const reading = read("关于召开会议的通知\n\n请各单位准时参加。");
    expect(reading.tables).toEqual([]);
    expect(reading.notes.map(({ code, at }) => [code, at.line])).toEqual([["no-known-layout", 1]]);
    expect(reading.conservation.unplacedCharacters).toBe("关于召开会议的通知请各单位准时参加。".length);
  });

  test("bytes that are no text are said to be none", () => {
    const reading = readText({
      name: "图.bin",
      bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0, 0, 0x10, 0x4a, 0, 0, 0xff, 0x81),
    });
    expect(reading.tables).toEqual([]);
    expect(codes(reading)).toEqual(["encoding-unknown"]);
  });

  test("GB18030, UTF-8 with a mark and UTF-16 are the same table", () => {
    const text = table(`河道巡查\t1.00\t1.00\t\t\t畅通。\t${list(1)}`);
    const expected = projectsOf(read(text));
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer),
    ]);
    for (const bytes of [utf16, new TextEncoder().encode(`\uFEFF${text}`)])
      expect(projectsOf(readText({ name: "表.txt", bytes }))).toEqual(expected);
    const unmarked = readText({ name: "表.txt", bytes: utf16.subarray(2) });
    expect([unmarked.source.encoding, projectsOf(unmarked)]).toEqual(["utf-16le", expected]);
    const gb = Uint8Array.of(0xcf, 0xee, 0xc4, 0xbf); // 项目
    expect(readText({ name: "表.txt", bytes: gb }).source.encoding).toBe("gb18030");
  });
});

/** Values are the words at their places; the books balance. True of any text. */
function holdsItsLaws(reading: Reading): void {
  const { characters, placed, decoration, unplacedCharacters } = reading.conservation;
  expect(placed + decoration + unplacedCharacters).toBe(characters);
  expect(characters).toBe(reading.text.length);
  const bare = (text: string): string => text.replace(/\s+/gu, "");
  reading.tables.forEach((one, t) => {
    one.declarations.forEach((declaration, d) => {
      const at = (field: string): string => {
        const place = reading.places[`tables/${t}/declarations/${d}/${field}`];
        return place ? bare(wordsAt(reading.text, place)) : "";
      };
      expect(at("project/name")).toBe(bare(declaration.project.name));
      expect(at("goal")).toBe(bare(declaration.goal));
      declaration.indicators.forEach((indicator, i) => {
        expect(at(`indicators/${i}/name`)).toBe(bare(indicator.name));
        expect(at(`indicators/${i}/annualTarget`)).toBe(bare(indicator.annualTarget?.text ?? ""));
        expect(at(`indicators/${i}/cycleTarget`)).toBe(bare(indicator.cycleTarget?.text ?? ""));
      });
    });
  });
}

describe("laws", () => {
  const page = table(
    "合计\t30.00\t28.00\t\t2.00\t\t",
    "青洲区水务局\t30.00\t28.00\t\t2.00\t\t",
    `河道巡查\t10.00\t10.00\t\t\t保持河道畅通。\t${list(1)}${list(2)}`,
    "",
    head7,
    `堤防加固\t20.00\t18.00\t2.00\t堤防 安全。${list(1)}`,
    "注：说明。",
  );

  test("any text is read without throwing, and every character is accounted for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => holdsItsLaws(read(text))),
      { numRuns: 300 },
    );
  });

  test("any bytes are read without throwing", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => holdsItsLaws(readText({ name: "x", bytes }))),
      { numRuns: 300 },
    );
  });

  test("a table cut anywhere keeps its laws", () => {
    fc.assert(
      fc.property(fc.nat({ max: page.length }), (end) => holdsItsLaws(read(page.slice(0, end)))),
      { numRuns: 300 },
    );
  });

  test("a table with pieces moved, doubled or lost keeps its laws", () => {
    const pieces = page.split(/(?<=[\t\n；。、：])/u);
    const shuffled = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom("\t", "\n", " ")), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(shuffled, (some) => holdsItsLaws(read(`${head7}\n${some.join("")}`))),
      { numRuns: 500 },
    );
  });

  test("the same bytes give the same reading", () => {
    expect(read(page)).toEqual(read(page));
  });
});
