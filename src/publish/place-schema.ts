import { z } from "zod";

const span = z
  .strictObject({ start: z.int(), end: z.int() })
  .meta({ description: "UTF-16 offsets in the text, end exclusive" });

/** Where a value stands in its source — 出处. */
export const place = z
  .strictObject({ line: z.int(), spans: z.array(span) })
  .meta({ description: "出处: 1-based line and character ranges" });
