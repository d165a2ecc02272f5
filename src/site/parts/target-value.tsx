import type { ReactNode } from "react";
import type { TargetValueView } from "../../api/contract/target-value-view.ts";
import type { Language } from "../../domain/result.ts";
import { targetValueKinds } from "../../domain/target-value.ts";
import { sourceWords } from "../words/source.ts";
import { valueWords } from "../words/value.ts";
import { type Marks, valueId } from "./marks.tsx";

const signs = { ">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=" } as const;

/** How a target value was understood, in short — 理解为. */
export function understood(value: TargetValueView, language: Language): string {
  const words = valueWords[language];
  switch (value.kind) {
    case "quantity":
      return `${signs[value.comparator]} ${value.number}${unitOf(value)}${qualified(value.qualifiers)}`;
    case "range":
      return `${words.range(String(value.number), String(value.upper))}${unitOf(value)}${qualified(value.qualifiers)}`;
    case "deadline": {
      const limit = value.date
        ? `${dateWord(value.comparator, language)} ${dateInWords(value.date, language)}`
        : value.number === null
          ? ""
          : `${signs[value.comparator]} ${value.number} ${value.unit ?? ""}`.trim();
      const reference = limit === "" ? words.heldBy : words.from;
      const from = value.relativeTo ? reference(value.relativeTo) : "";
      return [limit, from].filter(Boolean).join(language === "zh" ? "，" : ", ") || value.text;
    }
    case "relative":
      return `${signs[value.comparator]} ${value.relativeTo}`;
    case "compound":
      return `${words.partsOf(value.parts.length)}${language === "zh" ? "：" : ": "}${value.parts
        .map((part) => understood(part, language))
        .join(language === "zh" ? "；" : "; ")}`;
    case "qualitative":
      return words.judged;
    case "delegated":
      return value.relativeTo ? `${words.delegated}（${value.relativeTo}）` : words.delegated;
    case "withheld":
      return words.withheld;
    case "text":
      return words.notTyped;
  }
}

function unitOf(value: { readonly unit: string | null; readonly per: string | null }): string {
  const unit = value.unit ? ` ${value.unit}` : "";
  return value.per ? `${unit}/${value.per}` : unit;
}

const qualified = (qualifiers: readonly string[]): string =>
  qualifiers.length === 0 ? "" : `（${qualifiers.join("，")}）`;

function dateWord(comparator: "<=" | "<" | "=" | ">=" | ">", language: Language): string {
  const words = valueWords[language];
  return { "<=": words.by, "<": words.before, "=": words.on, ">=": words.not_before, ">": words.after }[comparator];
}

/** `2025-11-30`, `2025-11`, `--06` in words. */
export function dateInWords(date: string, language: Language): string {
  if (language === "en") return date.startsWith("--") ? date.slice(2) : date;
  const yearless = date.startsWith("--");
  const parts = (yearless ? date.slice(2) : date).split("-").map(Number);
  const units = yearless ? ["月", "日"] : ["年", "月", "日"];
  return parts.map((part, n) => `${part}${units[n] ?? ""}`).join("");
}

/** Name of a kind of value. */
export function kindName(kind: string, language: Language): string {
  return targetValueKinds.find((entry) => entry.kind === kind)?.[language] ?? kind;
}

/** A target value as printed, its words in the source one click away, and how it was understood — 指标值. */
export function TargetValueCell(props: {
  readonly value: TargetValueView | null;
  readonly path: string;
  readonly marks: Marks;
  readonly language: Language;
}): ReactNode {
  const { value, language } = props;
  if (!value) return <span className="none">—</span>;
  return (
    <>
      <Printed path={props.path} marks={props.marks} language={language}>
        {value.text}
      </Printed>
      <small className="as">
        <span className={`kind k-${value.kind}`}>{kindName(value.kind, language)}</span>{" "}
        {value.kind === "qualitative" ? null : understood(value, language)}
        {value.kind === "quantity" && value.formula ? `，${valueWords[language].formula} ${value.formula}` : null}
      </small>
    </>
  );
}

/** Printed words that lead to their place in the source — 原话. */
export function Printed(props: {
  readonly path: string;
  readonly marks: Marks;
  readonly language: Language;
  readonly children: ReactNode;
}): ReactNode {
  const ids = props.marks.idsOf(props.path);
  const words = sourceWords[props.language];
  if (ids.length === 0) return <span id={valueId(props.path)}>{props.children}</span>;
  return (
    <>
      <a className="val" id={valueId(props.path)} href={`#${ids[0]}`} title={words.showWords}>
        {props.children}
      </a>
      {ids.slice(1).map((id, n) => (
        <a key={id} className="more-piece" href={`#${id}`}>
          {words.piece(n + 2)}
        </a>
      ))}
    </>
  );
}
