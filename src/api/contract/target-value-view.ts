import * as z from "zod";

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
