import type { Project, TableKind } from "../../../domain/declaration.ts";
import { nameOf } from "../../record/wrapped-text.ts";
import { projectNamed } from "../project-code.ts";
import { type Filing, fieldsOf, labelOf, wordsOf } from "./filing.ts";
import { shortFieldOf } from "./form-words.ts";

const bracketedCode = /^(?:[[［【（(]?\d{3,9}[\]］】）)]|\d{3,9}[-－—_])|[[［【（(]\d{3,9}[\]］】）)]$/gu;
/** Where the label announces a code, its digits need no brackets: 青禾市林业局 219. */
const bareCode = /^[[［【（(]?\d{3,9}[\]］】）)]?[-－—_/／、，,]?|[-－—_/／、，,]?[[［【（(]?\d{3,9}[\]］】）)]?$/gu;

/** Files a department or unit; where a code stands before or behind the name, a particular keeps both — 名称与代码. */
export function fileNamed(filing: Filing, role: "department" | "unit"): string | undefined {
  const fields = fieldsOf(filing, role);
  const field = fields.find(({ label }) => shortFieldOf(label) === undefined) ?? fields[0]; // 实施单位 before 单位
  if (!field) return undefined;
  filing.taken.add(field);
  const { record, path } = filing;
  const spans = field.texts.flat();
  record.place(`${path}/${role}`, spans);
  const name = nameOf(record.text, spans);
  const codes = /代码|编码/u.test(field.label) ? bareCode : bracketedCode;
  const bare = name.replace(codes, "");
  if (bare === "" || bare === name) return name;
  filing.more.push({ particular: { label: labelOf(field.label), text: name }, spans });
  return bare;
}

/** The project as its field names it; without one, the unit's whole spending, or what the title speaks of — 项目名称. */
export function fileProject(filing: Filing, kind: TableKind, title: string, unit: string | undefined): Project {
  const { record, path, draft } = filing;
  const [field] = fieldsOf(filing, "project");
  const [code] = fieldsOf(filing, "code");
  if (code) {
    filing.taken.add(code);
    record.place(`${path}/project/code`, code.texts.flat());
  }
  if (field) {
    filing.taken.add(field);
    const spans = field.texts.flat();
    record.place(`${path}/project/name`, spans);
    return projectNamed(nameOf(record.text, spans), code && wordsOf(record, code));
  }
  const isWhole = kind === "overall-targets" || /整体/u.test(title);
  const [from] = [...fieldsOf(filing, "unit"), ...fieldsOf(filing, "department")];
  if (isWhole && unit !== undefined) {
    record.point(`${path}/project/name`, from?.texts.flat() ?? []);
    return projectNamed(`${unit}部门整体支出`);
  }
  record.point(`${path}/project/name`, draft.titles);
  const bare = title
    .replace(/\s+/gu, "")
    .replace(/^附[件表][\d一二三四五六七八九十]{0,3}(?:[-－—]\d{1,2})?[:：.]?/u, "")
    .replace(/（[^（）]*）$/u, "");
  return projectNamed(bare.replace(/(?:支出)?绩效[^项]{0,20}$/u, "") || bare || (unit ?? ""));
}
