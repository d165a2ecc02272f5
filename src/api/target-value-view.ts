import * as z from "zod";
import type { TargetValue } from "../domain/target-value.ts";

const comparator = z.enum([">=", ">", "<=", "<", "="]);
const text = z.string().describe("原文，一字不改 · as printed");
const tokens = z
  .array(
    z.object({
      role: z.enum([
        "comparator",
        "number",
        "unit",
        "per",
        "date",
        "reference",
        "qualifier",
        "formula",
        "note",
        "separator",
        "words",
      ]),
      text: z.string(),
    }),
  )
  .describe("按角色切开的原文，连起来就是原文 · the words in pieces; joined, they are the text");
const printed = { text, tokens };
const qualifiers = z.array(z.string());
const optionalText = z.string().nullable();

const simple = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("quantity"),
    ...printed,
    comparator,
    number: z.number(),
    unit: optionalText,
    per: optionalText,
    qualifiers,
    formula: optionalText,
  }),
  z.object({
    kind: z.literal("range"),
    ...printed,
    number: z.number(),
    upper: z.number(),
    unit: optionalText,
    per: optionalText,
    qualifiers,
  }),
  z.object({
    kind: z.literal("deadline"),
    ...printed,
    comparator,
    date: optionalText,
    number: z.number().nullable(),
    unit: optionalText,
    relativeTo: optionalText,
    qualifiers,
  }),
  z.object({ kind: z.literal("relative"), ...printed, comparator, relativeTo: z.string(), qualifiers }),
  z.object({ kind: z.literal("qualitative"), ...printed }),
  z.object({ kind: z.literal("delegated"), ...printed, relativeTo: optionalText }),
  z.object({ kind: z.literal("withheld"), ...printed }),
  z.object({ kind: z.literal("text"), ...printed, reason: z.string() }),
]);

/** What was promised, typed, with the printed words beside it — 指标值. */
export type TargetValueView =
  | z.infer<typeof simple>
  | {
      readonly kind: "compound";
      readonly text: string;
      readonly tokens: z.infer<typeof tokens>;
      readonly parts: readonly TargetValueView[];
    };

const parts = z.lazy((): z.ZodType<readonly TargetValueView[]> => z.array(TargetValueView));

/** The schema of {@link TargetValueView}. */
export const TargetValueView: z.ZodType<TargetValueView> = z
  .union([simple, z.object({ kind: z.literal("compound"), ...printed, parts })])
  .meta({ id: "TargetValue", description: "指标值 · what was promised" });

/** A target value as programs and pages get it: what is missing is `null`. */
export function targetValueView(value: TargetValue): TargetValueView {
  const printed = { text: value.text, tokens: value.tokens.map((token) => ({ ...token })) };
  switch (value.kind) {
    case "quantity":
      return {
        kind: value.kind,
        ...printed,
        comparator: value.comparator,
        number: value.number,
        unit: value.unit ?? null,
        per: value.per ?? null,
        qualifiers: [...value.qualifiers],
        formula: value.formula ?? null,
      };
    case "range":
      return {
        kind: value.kind,
        ...printed,
        number: value.number,
        upper: value.upper,
        unit: value.unit ?? null,
        per: value.per ?? null,
        qualifiers: [...value.qualifiers],
      };
    case "deadline":
      return {
        kind: value.kind,
        ...printed,
        comparator: value.comparator,
        date: value.date ?? null,
        number: value.number ?? null,
        unit: value.unit ?? null,
        relativeTo: value.relativeTo ?? null,
        qualifiers: [...value.qualifiers],
      };
    case "relative":
      return {
        kind: value.kind,
        ...printed,
        comparator: value.comparator,
        relativeTo: value.relativeTo,
        qualifiers: [...value.qualifiers],
      };
    case "compound":
      return { kind: value.kind, ...printed, parts: value.parts.map(targetValueView) };
    case "delegated":
      return { kind: value.kind, ...printed, relativeTo: value.relativeTo ?? null };
    case "text":
      return { kind: value.kind, ...printed, reason: value.reason };
    case "qualitative":
    case "withheld":
      return { kind: value.kind, ...printed };
  }
}
