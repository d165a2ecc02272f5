import type { FieldPath } from "../domain/place.ts";
import type { DeclarationSubject, ReadingSubject } from "./subjects.ts";

/** The project that a path lies in — 路径所在的项目. */
function projectAt(subject: ReadingSubject, path: FieldPath): DeclarationSubject | undefined {
  const match = /^tables\/(\d{1,6})\/declarations\/(\d{1,9})(?:\/|$)/.exec(path);
  return match ? subject.tables[Number(match[1])]?.declarations[Number(match[2])] : undefined;
}

/** The title of that project; a dash where the path lies in none — 所在项目的名称. */
export function projectTitleAt(subject: ReadingSubject, path: FieldPath): string {
  return projectAt(subject, path)?.declaration.project.title ?? "—";
}

/** Does the path lie in a project that is not disclosed — 是否在不公开项目内? Then no finding may quote what stands there. */
export function isWithheldAt(subject: ReadingSubject, path: FieldPath): boolean {
  return projectAt(subject, path)?.declaration.disclosure.kind === "withheld";
}
