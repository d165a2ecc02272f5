import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aCorrection } from "../../../test/support/a-correction.ts";
import { type Correction, fieldClass } from "../../domain/correction.ts";
import { fieldAt, fieldsOf } from "../../domain/field-at.ts";
import type { Reading } from "../../domain/reading.ts";
import { readText } from "../read-source.ts";
import { applyCorrections } from "./apply-corrections.ts";

const table = `项目支出绩效目标表

部门名称：青禾区文化局
单位：万元

项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标
合计\t156.50\t156.50\t\t
青禾区文化馆\t156.50\t156.50\t\t
20202710000600027-文化馆免费开放\t120.50\t120.50\t\t\t保障数据输人及时。\t1、1-产出指标,11-数量指标,开放天数;实施周期指标值:≥300天,年度指标值:≥300天;2、1-产出指标,12-质量指标,数据输人率;实施周期指标值:≥90%,年度指标值:≥90%;
展厅维修\t30.00\t30.00\t\t\t\t1、1-产出指标,12-质量指标,验收合格率;实施周期指标值:100%,年度指标值:100%;
备查\t见附表二
`;
const read = (text: string): Reading => readText({ name: "表.txt", bytes: Buffer.from(text) });
const machine = read(table);
const at = (d: number, rest: string): string => `tables/0/declarations/${d}/${rest}`;
const stateOf = (reading: Reading, correction: Correction) =>
  applyCorrections(reading, [correction]).states.get(correction.id);
const holding = (reading: Reading, ...corrections: Correction[]): Reading =>
  applyCorrections(reading, corrections).reading;

describe("a correction", () => {
  test("of words replaces them, and nothing else; the machine's reading is not touched", () => {
    const before = JSON.stringify(machine);
    const corrected = holding(machine, aCorrection(machine, at(0, "goal"), "保障数据输入及时。"));
    expect(corrected.tables[0]!.declarations[0]!.goal).toBe("保障数据输入及时。");
    expect(corrected.places).toEqual(machine.places);
    expect(corrected.tables[0]!.declarations[1]).toEqual(machine.tables[0]!.declarations[1]);
    expect(JSON.stringify(machine)).toBe(before);
  });

  test("of an amount is reckoned with in every sum", () => {
    expect(machine.sums.filter(({ difference }) => difference !== 0).length).toBeGreaterThan(0);
    const corrected = holding(
      machine,
      aCorrection(machine, at(1, "funding/total"), "36"),
      aCorrection(machine, at(1, "funding/appropriation"), "36.00"),
    );
    expect(corrected.sums).toHaveLength(machine.sums.length);
    expect(corrected.sums.filter(({ difference }) => difference !== 0)).toEqual([]);
  });

  test("of a value is parsed anew, of a level classes anew, of a name takes its code along", () => {
    const corrected = holding(
      machine,
      aCorrection(machine, at(0, "indicators/0/annualTarget"), "不少于310天"),
      aCorrection(machine, at(0, "indicators/0/level1"), "2-效益指标"),
      aCorrection(machine, at(0, "indicators/0/level2"), "22-社会效益"),
      aCorrection(machine, at(0, "project/name"), "20202710000600028-文化馆开放"),
    );
    const [declaration] = corrected.tables[0]!.declarations;
    expect(declaration!.indicators[0]).toMatchObject({
      annualTarget: { kind: "quantity", comparator: ">=", number: 310, unit: "天" },
      dimension: { value: "benefit", basis: "printed" },
      aspect: { value: "22", basis: "printed" },
    });
    expect(declaration!.project).toEqual({
      name: "20202710000600028-文化馆开放",
      code: "20202710000600028",
      title: "文化馆开放",
    });
  });

  test("that empties a value leaves none", () => {
    const corrected = holding(
      machine,
      aCorrection(machine, at(0, "indicators/0/cycleTarget"), ""),
      aCorrection(machine, at(1, "funding/total"), ""),
    );
    expect(corrected.tables[0]!.declarations[0]!.indicators[0]!.cycleTarget).toBeUndefined();
    expect(corrected.tables[0]!.declarations[1]!.funding!.total).toEqual({ kind: "empty" });
  });

  test("that says a project is withheld withholds it, and the other way round", () => {
    const withheld = holding(machine, aCorrection(machine, at(1, "goal"), "涉密项目，不予公开"));
    expect(withheld.tables[0]!.declarations[1]!.disclosure.kind).toBe("withheld");
    const secret = read(table.replace("保障数据输人及时。", "涉密项目"));
    const open = holding(secret, aCorrection(secret, at(0, "goal"), "保障展陈项目"));
    expect(open.tables[0]!.declarations[0]!.disclosure.kind).toBe("public");
  });

  test("settles what was noted of its words, and only that", () => {
    const slips = (reading: Reading) => reading.notes.filter(({ code }) => code === "lookalike-characters");
    expect(slips(machine)).toHaveLength(2);
    expect(slips(holding(machine, aCorrection(machine, at(0, "goal"), "保障数据输入及时。")))).toHaveLength(1);
    expect(slips(holding(machine, aCorrection(machine, at(0, "goal"), "保障数据输人准确。")))).toHaveLength(2);
  });

  test("that was taken back holds no more; of two the later one holds", () => {
    const undone = { who: "王", why: "看错", at: "2026-04-02T08:00:00.000Z" };
    const first = aCorrection(machine, at(1, "goal"), "维修展厅。");
    const second = aCorrection(machine, at(1, "goal"), "维修两个展厅。");
    const both = applyCorrections(machine, [first, second]);
    expect(both.reading.tables[0]!.declarations[1]!.goal).toBe("维修两个展厅。");
    expect(both.states.get(first.id)).toMatchObject({ kind: "replaced", by: second.id });
    const again = applyCorrections(machine, [first, { ...second, undone }]);
    expect(again.reading.tables[0]!.declarations[1]!.goal).toBe("维修展厅。");
    expect(again.states.get(second.id)).toEqual({ kind: "undone" });
  });
});

describe("words without a place", () => {
  const unplaced = machine.conservation.unplaced.find(
    ({ start, end }) => machine.text.slice(start, end) === "见附表二",
  )!;
  const placed = { text: "见附表二", spans: [{ start: unplaced.start, end: unplaced.end }] };

  test("that are given to a value stand there, and the books still close", () => {
    const corrected = holding(machine, aCorrection(machine, at(1, "goal"), "见附表二", { placed }));
    expect(corrected.tables[0]!.declarations[1]!.goal).toBe("见附表二");
    expect(corrected.places[at(1, "goal")]!.spans).toEqual(placed.spans);
    const { characters, placed: filed, decoration, unplacedCharacters } = corrected.conservation;
    expect(filed + decoration + unplacedCharacters).toBe(characters);
    expect(unplacedCharacters).toBe(machine.conservation.unplacedCharacters - 4);
  });

  test("become an indicator, which can be corrected in its turn", () => {
    const added = aCorrection(machine, at(1, "indicators/+"), "见附表二", { placed });
    const { base } = applyCorrections(machine, [added]);
    const value = aCorrection({ ...machine, tables: base }, at(1, "indicators/1/annualTarget"), "≥3项");
    const { reading, states } = applyCorrections(machine, [added, value]);
    expect(reading.tables[0]!.declarations[1]!.indicators[1]).toMatchObject({
      name: "见附表二",
      annualTarget: { number: 3 },
    });
    expect(states.get(added.id)).toEqual({ kind: "applied", path: at(1, "indicators/1/name") });
    expect(reading.places[at(1, "indicators/1/name")]!.spans).toEqual(placed.spans);
  });
});

describe("after the file is read anew", () => {
  const goal = aCorrection(machine, at(1, "goal"), "维修展厅。");

  test("it holds where rows have moved", () => {
    const moved = read(
      table.replace(
        "20202710000600027-文化馆免费开放\t120.50",
        "新项目\t6.00\t6.00\t\t\t甲。\t1、1-产出指标,11-数量指标,次数;年度指标值:3次;\n20202710000600027-文化馆免费开放\t120.50",
      ),
    );
    expect(stateOf(moved, goal)).toEqual({ kind: "applied", path: at(2, "goal") });
    expect(holding(moved, goal).tables[0]!.declarations[2]!.goal).toBe("维修展厅。");
  });

  test("it agrees where the machine now reads what the person said", () => {
    const better = read(table.replace("展厅维修\t30.00\t30.00\t\t\t\t", "展厅维修\t30.00\t30.00\t\t\t维修展厅。\t"));
    expect(stateOf(better, goal)).toEqual({ kind: "agreed", path: at(1, "goal") });
  });

  test("it is told, and not applied, where the machine reads something else", () => {
    const other = read(table.replace("展厅维修\t30.00\t30.00\t\t\t\t", "展厅维修\t30.00\t30.00\t\t\t修缮。\t"));
    expect(stateOf(other, goal)).toEqual({ kind: "unfit", path: at(1, "goal"), now: "修缮。" });
    expect(holding(other, goal)).toEqual(other);
  });

  test("it is told where its project is gone", () => {
    const gone = read(table.replace(/展厅维修.*\n/u, ""));
    expect(stateOf(gone, goal)).toEqual({ kind: "unfit", path: undefined, now: undefined });
  });

  test("a corrected name is found where the machine now reads it so", () => {
    const name = aCorrection(machine, at(0, "indicators/1/name"), "数据输入率");
    const better = read(table.replace("数据输人率", "数据输入率"));
    expect(stateOf(better, name)).toEqual({ kind: "agreed", path: at(0, "indicators/1/name") });
  });

  test("blanks of line wrapping and the way an amount is printed make no difference", () => {
    const amount = aCorrection(machine, at(0, "funding/total"), "121");
    const name = aCorrection(machine, at(1, "project/name"), "展厅大修");
    const wrapped = read(table.replace("120.50\t120.50", "120.5\t120.50").replace("展厅维修", "展厅 维修"));
    for (const correction of [amount, name]) expect(stateOf(wrapped, correction)?.kind).toBe("applied");
  });
});

describe("laws", () => {
  const paths = machine.tables[0]!.declarations.flatMap((one, n) => fieldsOf(one, `tables/0/declarations/${n}`));
  const texts = fc.oneof(
    fc.constantFrom("12", "≥95%", "", "甲、乙；丙", "1-产出指标"),
    fc.string({ unit: "grapheme", maxLength: 20 }),
  );
  const chosen = fc.array(fc.tuple(fc.constantFrom(...paths), texts), { maxLength: 8 });

  test("every text can be put anywhere: what is applied is there, and each correction has a state", () => {
    fc.assert(
      fc.property(chosen, (pairs) => {
        const corrections = pairs.map(([path, text]) => aCorrection(machine, path, text));
        const { reading, states } = applyCorrections(machine, corrections);
        for (const { id, corrected } of corrections) {
          const state = states.get(id);
          expect(state).toBeDefined();
          if (state?.kind !== "applied") continue;
          const field = fieldAt(reading.tables, state.path)!;
          // levels drop blanks between their characters, amounts are told in the way of tables
          if (field.kind === "words" || field.kind === "name" || field.kind === "target")
            expect(field.text).toBe(corrected);
        }
        const touched = new Set(corrections.map(({ path }) => path));
        for (const path of paths)
          if (!touched.has(path) && !/project\/(?:name|code)$/u.test(path))
            expect(fieldAt(reading.tables, path)).toEqual(fieldAt(machine.tables, path));
      }),
      { numRuns: 200 },
    );
  });

  test("taking all of them back gives the machine's reading", () => {
    const undone = { who: "王", why: "看错", at: "2026-04-02T08:00:00.000Z" };
    fc.assert(
      fc.property(chosen, (pairs) => {
        const corrections = pairs.map(([path, text]) => aCorrection(machine, path, text, { undone }));
        expect(applyCorrections(machine, corrections).reading).toBe(machine);
      }),
      { numRuns: 50 },
    );
  });

  test("paths of one kind of field have one class", () => {
    expect(fieldClass(at(3, "indicators/12/annualTarget"))).toBe(fieldClass(at(0, "indicators/0/annualTarget")));
    expect(fieldClass(at(3, "goal"))).not.toBe(fieldClass(at(3, "project/name")));
  });
});
