import type { Declaration, ExecutionRow, FormContent, TargetTable } from "../../domain/declaration.ts";
import { type Amount, emptyAmount, type Funding, noFunding } from "../../domain/funding.ts";
import type { Indicator } from "../../domain/indicator.ts";
import { type AmountUnit, fenFromText } from "../../domain/money.ts";
import { parseTargetValue } from "../../domain/parse-target-value.ts";
import type { FieldPath } from "../../domain/place.ts";
import { disclosureOf } from "../layouts/disclosure.ts";
import { aspectOf, dimensionPrinted, levelOf } from "../layouts/printed-classes.ts";
import { projectNamed } from "../layouts/project-code.ts";

type Tables = readonly TargetTable[];

/**
 * The tables with another text at one path, and everything that follows from it: a value is parsed anew, a class comes
 * from the new level, a code from the new name — 更正一个字段. The path leads to a field: see fieldAt.
 */
export function withField(tables: Tables, path: FieldPath, text: string): Tables {
  const [, t, ...rest] = path.split("/");
  return replaced(tables, Number(t), (table) => tableWith(table, rest, text));
}

/** The tables with one more indicator, of which nothing but the name is known — 新增指标. */
export function withIndicator(tables: Tables, declaration: FieldPath, name: string): Tables {
  const [, t, , d] = declaration.split("/");
  const nothing = {
    number: undefined,
    level1: undefined,
    level2: undefined,
    dimension: undefined,
    aspect: undefined,
    cycleTarget: undefined,
    annualTarget: undefined,
  };
  return replaced(tables, Number(t), (table) => ({
    ...table,
    declarations: replaced(table.declarations, Number(d), (one) => ({
      ...one,
      indicators: [...one.indicators, { ...nothing, name }],
    })),
  }));
}

function replaced<T>(list: readonly T[], at: number, change: (one: T) => T): readonly T[] {
  return list.map((one, n) => (n === at ? change(one) : one));
}

const orNothing = (text: string): string | undefined => (text === "" ? undefined : text);

function amountOf(text: string, unit: AmountUnit): Amount {
  if (text === "") return emptyAmount;
  const fen = fenFromText(text, unit);
  return fen === undefined ? { kind: "unreadable", text } : { kind: "read", fen };
}

const fundingWith = (funding: Funding | undefined, column: string, text: string, unit: AmountUnit): Funding => ({
  ...(funding ?? noFunding),
  [column]: amountOf(text, unit),
});

function tableWith(table: TargetTable, rest: readonly string[], text: string): TargetTable {
  const [field, n = "", ...more] = rest;
  const unit = table.amountUnit;
  switch (field) {
    case "title":
    case "department":
      return { ...table, [field]: orNothing(text) };
    case "total":
      return { ...table, total: fundingWith(table.total, n, text, unit) };
    case "footnotes":
      return { ...table, footnotes: replaced(table.footnotes, Number(n), () => text) };
    case "units":
      return {
        ...table,
        units: replaced(table.units, Number(n), (one) =>
          more[0] === "name"
            ? { ...one, name: text }
            : { ...one, funding: fundingWith(one.funding, more[1] ?? "", text, unit) },
        ),
      };
    case "declarations":
      return {
        ...table,
        declarations: replaced(table.declarations, Number(n), (one) => declarationWith(one, more, text, unit)),
      };
    default:
      return table;
  }
}

function declarationWith(
  declaration: Declaration,
  rest: readonly string[],
  text: string,
  unit: AmountUnit,
): Declaration {
  const [field, n = "", ...more] = rest;
  switch (field) {
    case "department":
    case "unit":
      return { ...declaration, [field]: orNothing(text) };
    case "goal":
      return disclosed({ ...declaration, goal: text });
    case "project": {
      const { name, code, title } = declaration.project;
      if (n === "code") return { ...declaration, project: { name, code: orNothing(text), title } };
      // a code of a column of its own stays; one that stood in the name goes with the name
      const own = code !== undefined && !name.includes(code) ? code : undefined;
      return { ...declaration, project: projectNamed(text, own) };
    }
    case "funding":
      return { ...declaration, funding: fundingWith(declaration.funding, n, text, unit) };
    case "indicators":
      return disclosed({
        ...declaration,
        indicators: replaced(declaration.indicators, Number(n), (one) => indicatorWith(one, more, text)),
      });
    case "form":
      return declaration.form
        ? { ...declaration, form: formWith(declaration.form, [n, ...more], text, unit) }
        : declaration;
    default:
      return declaration;
  }
}

/** What is withheld says so in its words: other words, another standing. */
function disclosed(declaration: Declaration): Declaration {
  const values = declaration.indicators.map(({ annualTarget }) => annualTarget?.text ?? "");
  return { ...declaration, disclosure: disclosureOf(declaration.goal, values) };
}

function indicatorWith(indicator: Indicator, rest: readonly string[], text: string): Indicator {
  const [field = "", own] = rest;
  switch (field) {
    case "number":
      return { ...indicator, number: orNothing(text) };
    case "name":
      return renamed(indicator, text);
    case "level1":
    case "level2":
      return classed({ ...indicator, [field]: levelOf(orNothing(text)) });
    case "cycleTarget":
    case "annualTarget":
      return { ...indicator, [field]: text === "" ? undefined : parseTargetValue(text) };
    default:
      return own === undefined ? indicator : { ...indicator, printed: { ...indicator.printed, [own]: text } };
  }
}

/** Only a class that was concluded from the old name is concluded anew. */
function renamed(indicator: Indicator, name: string): Indicator {
  if (indicator.aspect?.basis !== "inferred") return { ...indicator, name };
  return { ...indicator, name, aspect: aspectOf(undefined, undefined, indicator.dimension?.value, name) };
}

function classed(indicator: Indicator): Indicator {
  const { level1, level2, name } = indicator;
  const printed = level1 ?? level2;
  const dimension = printed && dimensionPrinted(printed);
  return { ...indicator, dimension, aspect: aspectOf(level1, level2, dimension?.value, name) };
}

function formWith(form: FormContent, rest: readonly string[], text: string, unit: AmountUnit): FormContent {
  const [field = "", n = "", own = ""] = rest;
  switch (field) {
    case "particulars":
      return { ...form, particulars: replaced(form.particulars, Number(n), (one) => ({ ...one, text })) };
    case "cycleFunding":
      return { ...form, cycleFunding: fundingWith(form.cycleFunding, n, text, unit) };
    case "execution":
      return { ...form, execution: replaced(form.execution, Number(n), (row) => executionWith(row, own, text, unit)) };
    default:
      return { ...form, [field]: orNothing(text) };
  }
}

function executionWith(row: ExecutionRow, field: string, text: string, unit: AmountUnit): ExecutionRow {
  const isAmount = field === "initial" || field === "adjusted" || field === "spent" || field === "expected";
  if (field === "label") return { ...row, label: text };
  return { ...row, [field]: isAmount ? amountOf(text, unit) : orNothing(text) };
}
