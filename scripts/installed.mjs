// Plain JavaScript without dependencies: this file also runs on Node 20 and before anything is installed.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ version?: string; integrity?: string; dev?: boolean; optional?: boolean; link?: boolean }} Entry */

/**
 * What is installed, against package-lock.json: "as-locked", "outdated" or "nothing" — 安装状态.
 * npm writes node_modules/.package-lock.json when an installation is complete, so a broken-off one counts as nothing.
 * @param {string} folder
 * @returns {{ state: "as-locked" | "outdated" | "nothing"; withDevelopment: boolean }}
 */
export function installedState(folder) {
  const locked = packagesIn(join(folder, "package-lock.json"));
  const installed = packagesIn(join(folder, "node_modules", ".package-lock.json"));
  if (locked === undefined)
    throw new Error(`${join(folder, "package-lock.json")}: 文件缺失或损坏 · missing or damaged`);
  if (installed === undefined) return { state: "nothing", withDevelopment: false };
  const withDevelopment = Object.values(installed).some((entry) => entry.dev === true);
  return { state: agrees(locked, installed, withDevelopment) ? "as-locked" : "outdated", withDevelopment };
}

/**
 * @param {Readonly<Record<string, Entry>>} locked
 * @param {Readonly<Record<string, Entry>>} installed
 * @param {boolean} withDevelopment
 */
function agrees(locked, installed, withDevelopment) {
  for (const [path, entry] of Object.entries(installed)) {
    if (locked[path]?.version !== entry.version || locked[path]?.integrity !== entry.integrity) return false;
  }
  for (const [path, entry] of Object.entries(locked)) {
    if (path === "" || path in installed || entry.optional === true) continue; // optional: other platforms
    if (entry.dev !== true || withDevelopment) return false;
  }
  return true;
}

/**
 * @param {string} file
 * @returns {Readonly<Record<string, Entry>> | undefined}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined; // absent or half written: both mean "install again", or, for the lock file, an error above
  }
}
