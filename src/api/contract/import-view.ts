import * as z from "zod";
import { BilingualView, count, SourceView } from "./basic-views.ts";
import { DifferenceView } from "./document-views.ts";

/** What happens to a file, in order — 导入步骤. */
export const importStages = ["received", "reading", "checking", "keeping", "done"] as const;
export type ImportStage = (typeof importStages)[number];

/** Where an import stands — 导入进度. */
export const ImportView = z
  .object({
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
      ])
      .nullable(),
  })
  .meta({ id: "Import" });
export type ImportView = z.infer<typeof ImportView>;
