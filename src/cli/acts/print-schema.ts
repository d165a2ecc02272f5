import { z } from "zod";
import { findingsSchema } from "../../publish/findings-schema.ts";
import { importLineSchema } from "../../publish/import-schema.ts";
import { exportedProjectSchema, readingLineSchema, readingSchema } from "../../publish/reading-schema.ts";
import { searchSchema } from "../../publish/search-schema.ts";
import type { SchemaName } from "../output-formats.ts";
import type { Terminal } from "../terminal.ts";

const schemas: Readonly<Record<SchemaName, z.ZodType>> = {
  read: readingSchema,
  "read-line": readingLineSchema,
  check: findingsSchema,
  search: searchSchema,
  import: importLineSchema,
  export: exportedProjectSchema,
};

/** `jiheng schema` — 输出 JSON Schema (2020-12) of what a command prints. */
export async function printSchema(terminal: Terminal, name: SchemaName): Promise<void> {
  await terminal.write(`${JSON.stringify(z.toJSONSchema(schemas[name]), null, 1)}\n`);
}
