import { z } from "zod";
import { place } from "./place-schema.ts";

const words = z.strictObject({ title: z.string(), message: z.string(), advice: z.string(), basis: z.string() });
const facts = z.record(z.string(), z.union([z.string(), z.number()]));
const outcome = z.enum(["pass", "fail", "not-applicable", "insufficient-data", "could-not-read", "our-error"]);
const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
const count = z.int().nonnegative();

const finding = z.strictObject({
  rule: z.string().meta({ description: "规则编号, e.g. M02" }),
  version: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  subject: z.string().meta({ description: "field path in the reading; empty for the whole file" }),
  at: z.array(place),
  quoted: z.string().meta({ description: "the words it is about, as printed" }),
  expected: z.string().nullable(),
  found: z.string().nullable(),
  facts,
  zh: words,
  en: words,
});

/** What `jiheng check --format json` prints — 审核结果的结构. */
export const findingsSchema = z
  .strictObject({
    format: z.literal("jiheng-findings/1"),
    files: z.array(
      z.strictObject({
        path: z.string(),
        sha256: z.string(),
        refusal: z
          .strictObject({ code: z.string(), line: z.int().nullable(), message: bilingual, hint: bilingual })
          .nullable()
          .meta({ description: "why the file could not be read at all; null where it could" }),
        tables: count.meta({ description: "0: the file holds no table that is known; `notes` say why" }),
        notes: z.array(
          z.strictObject({
            code: z.string(),
            subject: z.string(),
            at: place,
            facts,
            proposal: z.string().optional(),
          }),
        ),
        findings: z.array(finding),
        outcomes: z.array(
          z.strictObject({
            rule: z.string(),
            version: z.string(),
            scope: z.string(),
            subjects: count,
            counts: z.record(outcome, count).meta({ description: "the six add up to `subjects`" }),
            reasons: z.array(
              z.strictObject({
                outcome,
                reason: z.strictObject({ zh: z.string(), en: z.string() }),
                count,
                example: z.string(),
              }),
            ),
          }),
        ),
        ourErrors: z.array(
          z.strictObject({
            rule: z.string(),
            version: z.string(),
            subject: z.string(),
            line: z.int().nullable(),
            message: z.string(),
          }),
        ),
      }),
    ),
  })
  .meta({ title: "Jiheng findings", description: "审核结果 · what the rules say of files" });

/** 审核发现（JSON）. */
export type FindingsDocument = z.infer<typeof findingsSchema>;
