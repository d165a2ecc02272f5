import * as z from "zod";
import { CountView } from "./basic-views.ts";
import { ProjectRowView } from "./project-views.ts";

/** Projects and indicators that say the words — 检索结果. */
export const SearchView = z
  .object({
    query: z.string(),
    projects: z.object({
      count: CountView,
      rows: z.array(
        z.object({
          project: ProjectRowView,
          goal: z
            .string()
            .nullable()
            .describe("名称中没有检索词时，给出绩效目标原文 · the goal, where the name lacks the words"),
        }),
      ),
    }),
    indicators: z.object({
      count: CountView,
      rows: z.array(
        z.object({
          project: ProjectRowView,
          path: z.string(),
          name: z.string(),
          level1: z.string().nullable(),
          level2: z.string().nullable(),
          cycle: z.string().nullable(),
          annual: z.string().nullable(),
        }),
      ),
    }),
  })
  .meta({ id: "Search" });
export type SearchView = z.infer<typeof SearchView>;
