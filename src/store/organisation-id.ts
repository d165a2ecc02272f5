import { createHash } from "node:crypto";
import { foldName } from "../domain/identity.ts";

/** Short digest of texts that belong together — 短摘要; equal wherever and whenever it is made. */
export function shortDigest(...parts: readonly (string | number)[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

/** Id of a department — 部门标识: the same for every printing of its name in one region. */
export const departmentId = (region: number, department: string): string => shortDigest(region, foldName(department));

/** Id of a unit — 单位标识: a unit of one name under two departments is two units. */
export const unitId = (region: number, department: string, unit: string): string =>
  shortDigest(region, foldName(department), foldName(unit));
