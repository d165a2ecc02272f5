import { type Import, isTestFile } from "./imports.ts";

/** Which doors each room has: rooms, or single files of a room — 各房间可引用的房间. */
type RoomMap = Readonly<Record<string, readonly string[] | "anything">>;

/** The map of src/: imports lead downward only. */
export const rooms: RoomMap = {
  domain: [],
  read: ["domain"],
  engines: ["domain", "read"],
  rules: ["domain"],
  store: ["domain"],
  example: ["domain"],
  workflow: ["domain", "read", "engines", "rules", "store"],
  publish: ["domain", "rules"],
  api: ["domain", "rules", "store", "workflow", "publish"],
  site: ["domain", "rules", "api/contract"],
  desk: ["domain", "rules", "api/contract"],
  cli: "anything",
};

/** The room of a file `src/<room>/…`; "" for a file that lies in no room. */
export function roomOf(file: string): string {
  const parts = file.split("/");
  return parts.length > 2 ? (parts[1] ?? "") : "";
}

/** Imports through doors that a room does not have — 越界引用. */
export function forbiddenImports(imports: readonly Import[], map: RoomMap): readonly string[] {
  return imports
    .filter((one) => !isAllowed(one, map))
    .map(({ from, specifier }) => `${from} may not import ${specifier}`);
}

function isAllowed({ from, target }: Import, map: RoomMap): boolean {
  if (target === undefined) return true;
  const room = roomOf(from);
  const doors = map[room];
  if (target.startsWith("src/") && isTestFile(target)) return false;
  // A test may use any room to set its scene; it is imported by nobody, so it makes no knot.
  if (isTestFile(from)) return true;
  if (doors === undefined || !target.startsWith("src/")) return false;
  if (doors === "anything" || roomOf(target) === room) return true;
  return doors.some((door) => (door.includes("/") ? isBehind(target, door) : roomOf(target) === door));
}

/** A door is a file of a room, or a folder of it. */
function isBehind(target: string, door: string): boolean {
  return target === `src/${door}.ts` || target === `src/${door}.tsx` || target.startsWith(`src/${door}/`);
}

/** Files that hand on what other files hold — 转手引用. */
export function barrels(imports: readonly Import[]): readonly string[] {
  return imports.filter(({ reExport }) => reExport).map(({ from, specifier }) => `${from} hands on ${specifier}`);
}
