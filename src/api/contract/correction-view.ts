import * as z from "zod";

/** How a correction stands to the reading now — 更正的状态. */
const correctionStates = ["applied", "agreed", "replaced", "unfit", "undone"] as const;

/** What a person put in place of the machine's reading — 更正. */
export const CorrectionView = z
  .object({
    id: z.string(),
    batch: z.string(),
    path: z.string().nullable().describe("现在的字段路径 · where the value is now"),
    of: z.string().describe("所属项目或单位 · whose value it is"),
    indicator: z.string().nullable(),
    field: z.string(),
    machine: z.string(),
    corrected: z.string(),
    why: z.string(),
    who: z.string(),
    at: z.string(),
    state: z.enum(correctionStates),
    now: z
      .string()
      .nullable()
      .describe("需重新核对时机器现在的读法 · how the machine reads it now, where it must be looked at again"),
    undone: z.object({ who: z.string(), why: z.string(), at: z.string() }).nullable(),
  })
  .meta({ id: "Correction", description: "人的更正，与机器读法并存 · a correction, beside the machine's reading" });
export type CorrectionView = z.infer<typeof CorrectionView>;
