import { z } from "zod";

const key = z.string().meta({ description: "region/year/id" });
const count = z.int().nonnegative();
const head = {
  file: z.string(),
  dryRun: z.literal(true).optional().meta({ description: "with --dry-run: nothing was kept" }),
};
const found = { errors: count, findings: count };
const read = { projects: count, indicators: count };

/** A line that `jiheng import` prints for each file — 入库结果的结构. */
export const importLineSchema = z
  .discriminatedUnion("outcome", [
    z.strictObject({ ...head, outcome: z.literal("already-here"), document: key.nullable(), ...found }),
    z.strictObject({ ...head, outcome: z.literal("new"), document: key.nullable(), ...read, ...found }),
    z.strictObject({
      ...head,
      outcome: z.literal("new-version"),
      document: key.nullable(),
      replaces: key,
      version: z.int(),
      ...read,
      differences: count,
      ...found,
    }),
    z.strictObject({
      ...head,
      outcome: z.literal("refused"),
      code: z.string(),
      line: z.int().nullable(),
      message: z.strictObject({ zh: z.string(), en: z.string() }),
    }),
  ])
  .meta({
    title: "Jiheng import",
    description: "入库结果，每个文件一行 · what became of a file, a line each; document is null where nothing was kept",
  });

/** 入库结果，一个文件. */
export type ImportLine = z.infer<typeof importLineSchema>;

/** What `jiheng import --format json` prints — 入库结果（JSON）. */
export interface ImportDocument {
  readonly format: "jiheng-import/1";
  readonly files: readonly ImportLine[];
}
