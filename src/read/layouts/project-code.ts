import type { Project } from "../../domain/declaration.ts";

/**
 * Codes that are printed in a project's name — 项目代码: the 21 places of the integrated system, older runs of digits
 * before a dash, and codes of letters and digits that stand alone. Kept as strings, never validated hard.
 */
const leadingCode = /^(\d{8}[RYT]\d{12}|\d{15,21})\s?[-－—_]?\s?(.*)$/u;
const loneCode = /^[A-Z]{2,}\d{4}(?:-[A-Z0-9]+)+$/u;

/** A printed project name → name, code and the name without its code — 项目名称与代码; `code` where a column prints it. */
export function projectNamed(name: string, code?: string): Project {
  if (code !== undefined) return { name, code, title: name };
  const leading = leadingCode.exec(name);
  if (leading) return { name, code: leading[1], title: leading[2] || name };
  if (loneCode.test(name)) return { name, code: name, title: name };
  return { name, code: undefined, title: name };
}
