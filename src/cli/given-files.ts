import { existsSync, globSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { journalName } from "./journal.ts";

/**
 * The files that arguments stand for — 待处理文件: a folder stands for all files in it and below, `*.txt` for what it fits
 * (the shells of Windows leave that to the program). In the order of their names, hidden ones and office locks left out.
 */
export function givenFiles(given: readonly string[], leftOut?: string): readonly string[] {
  return given.flatMap(matching).flatMap((path) => (isFolder(path) ? filesBelow(path, leftOut) : [path]));
}

function matching(path: string): readonly string[] {
  if (!/[*?]/.test(path) || existsSync(path)) return [path];
  const found = globSync(path).sort();
  return found.length > 0 ? found : [path];
}

function isFolder(path: string): boolean {
  return path !== "-" && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

/** Links are not followed: a ring of folders would have no end. Folders of results, also of other runs, are no sources. */
function filesBelow(folder: string, leftOut: string | undefined): readonly string[] {
  if ((leftOut !== undefined && resolve(folder) === resolve(leftOut)) || existsSync(join(folder, journalName)))
    return [];
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (isOfTheSystem(entry.name)) return [];
    if (entry.isDirectory()) return filesBelow(path, leftOut);
    return entry.isFile() ? [path] : [];
  });
}

/** What file managers and office programs leave beside people's files. */
const isOfTheSystem = (name: string): boolean =>
  name.startsWith(".") || name.startsWith("~$") || /^(?:thumbs\.db|desktop\.ini|__macosx)$/i.test(name);
