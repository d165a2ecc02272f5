import * as z from "zod";
import type { Bilingual } from "../domain/result.ts";
import { badForm, badParameter, type Problem } from "./problem.ts";

/**
 * The query of an address, read once by its schema — 查询参数. A list is a repeated name; numbers are digits; a name that
 * the schema does not know is refused, unless the caller says that strangers may pass (links shared with tracking names).
 */
export function readQuery<Schema extends z.ZodObject>(
  schema: Schema,
  address: URLSearchParams,
  strangers: "refused" | "ignored" = "refused",
): z.output<Schema> {
  const given: Record<string, unknown> = {};
  for (const name of new Set(address.keys())) {
    const field: unknown = schema.shape[name];
    if (field === undefined) {
      if (strangers === "refused") given[name] = address.get(name);
      continue;
    }
    const bare = unwrapped(field);
    const values = address
      .getAll(name)
      .map(printable)
      .filter((value) => value !== "");
    if (values.length === 0) continue;
    if (bare instanceof z.ZodArray) {
      const element = unwrapped(bare.element);
      given[name] = values.map((value) => valueFor(element, value));
    } else given[name] = values.length === 1 ? valueFor(bare, values[0]!) : values;
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw badParameters(parsed.error);
}

/** A pasted text may hold line breaks and worse: nothing that is kept has them, and PostgreSQL takes no NUL. */
const printable = (text: string): string => text.replace(/\p{Cc}+/gu, " ");

function unwrapped(field: unknown): unknown {
  let bare = field;
  while (bare instanceof z.ZodOptional || bare instanceof z.ZodDefault) bare = bare.unwrap();
  return bare;
}

function valueFor(field: unknown, text: string): string | number | boolean {
  if (field instanceof z.ZodNumber && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (field instanceof z.ZodBoolean && /^(?:true|false)$/.test(text)) return text === "true";
  return text;
}

/** The parts of a path, read by their schema; what does not fit is simply not found. */
export function readParams<Schema extends z.ZodObject>(
  schema: Schema,
  given: Readonly<Record<string, string>>,
): z.output<Schema> | undefined {
  if (Object.values(given).some((text) => printable(text) !== text)) return undefined;
  const values = Object.fromEntries(
    Object.entries(given).map(([name, text]) => [name, valueFor(unwrapped(schema.shape[name]), text)]),
  );
  const parsed = schema.safeParse(values);
  return parsed.success ? parsed.data : undefined;
}

/** The JSON of a request, read once by its schema — 请求正文. */
export function readBody<Schema extends z.ZodObject>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  throw badForm(
    parsed.error.issues.map((issue) => {
      const pointer = `/body/${issue.path.map(String).join("/")}`;
      return { pointer, message: unfitValue(issue.path.map(String).join("/")) };
    }),
  );
}

function badParameters(error: z.ZodError): Problem {
  const errors = error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ pointer: `/query/${key}`, message: unknownName(key) }))
      : [{ pointer: `/query/${issue.path.join("/")}`, message: unfitValue(String(issue.path[0] ?? "")) }],
  );
  return badParameter(errors);
}

const unknownName = (name: string): Bilingual => ({
  zh: `没有名为“${name}”的参数`,
  en: `There is no parameter named “${name}”`,
});
const unfitValue = (name: string): Bilingual => ({
  zh: `参数“${name}”的值不在允许范围内`,
  en: `The value of “${name}” is not allowed`,
});
