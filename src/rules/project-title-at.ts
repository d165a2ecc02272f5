import type { FieldPath } from "../domain/place.ts";
import type { ReadingSubject } from "./subjects.ts";

/** The title of the project that a path lies in; a dash elsewhere — 路径所在的项目名称. */
export function projectTitleAt(subject: ReadingSubject, path: FieldPath): string {
  const match = /^tables\/(\d{1,6})\/declarations\/(\d{1,9})(?:\/|$)/.exec(path);
  if (!match) return "—";
  return subject.tables[Number(match[1])]?.declarations[Number(match[2])]?.declaration.project.title ?? "—";
}
