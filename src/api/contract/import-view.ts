import * as z from "zod";
import { BilingualView, count, SourceView } from "./basic-views.ts";
import { DifferenceView } from "./document-views.ts";
import { ColumnsView, RecipeView } from "./recipe-views.ts";

/** What happens to a file, in order — 导入步骤. */
export const importStages = ["received", "reading", "checking", "keeping", "done"] as const;
export type ImportStage = (typeof importStages)[number];

const state = {
  id: z.string(),
  self: z.string(),
  page: z.string(),
  fileName: z.string(),
  bytes: count,
  startedAt: z.string(),
  stage: z.enum(importStages),
  /** How many pages, sheets or the like are read, where the file has some. */
  pages: z.object({ done: count, of: count }).nullable(),
  finished: z.boolean(),
};

/** One of several files that came together — 其中一份文件. */
export const ImportedFileView = z.object({
  ...state,
  result: z
    .object({
      kind: z.enum(["already-here", "new", "new-version", "refused", "failed"]),
      document: z.string().nullable(),
      projects: count.nullable(),
      indicators: count.nullable(),
      message: BilingualView.nullable(),
      hint: BilingualView.nullable(),
      /** Its columns may be told on its page. */
      asksColumns: z.boolean(),
    })
    .nullable(),
});
export type ImportedFileView = z.infer<typeof ImportedFileView>;

/** A file of an archive that was not read — 压缩包中略过的文件. */
export const SkippedFileView = z.object({ name: z.string(), because: z.enum(["junk", "refused"]), why: BilingualView });

/** Where an import stands — 导入进度. */
export const ImportView = z
  .object({
    ...state,
    outcome: z
      .discriminatedUnion("kind", [
        z.object({ kind: z.literal("already-here"), document: SourceView }),
        z.object({ kind: z.literal("new"), document: SourceView, projects: count, indicators: count }),
        z.object({
          kind: z.literal("new-version"),
          document: SourceView,
          version: count,
          projects: count,
          indicators: count,
          differences: z.array(DifferenceView),
        }),
        z.object({ kind: z.literal("refused"), code: z.string(), message: BilingualView, hint: BilingualView }),
        z.object({ kind: z.literal("failed"), requestId: z.string() }),
        z.object({ kind: z.literal("columns-asked"), document: z.string() }),
        z.object({ kind: z.literal("several"), kept: count, refused: count, asking: count }),
      ])
      .nullable(),
    columns: ColumnsView.nullable().describe("可以逐列对照时 · where its columns may be told"),
    files: z.array(ImportedFileView).nullable().describe("一起送来的各份文件 · the files that came together"),
    skipped: z.array(SkippedFileView).describe("压缩包中没有读的文件 · what of an archive was not read"),
    fitting: z
      .array(z.object({ recipe: RecipeView, files: count }))
      .describe("可沿用于其中几份的列对照表 · recipes that fit some of the files"),
    readBy: z.string().nullable().describe("按哪个列对照表读取 · the recipe it was read by"),
    /** The import that it came with. */
    within: z.string().nullable(),
  })
  .meta({ id: "Import" });
export type ImportView = z.infer<typeof ImportView>;
