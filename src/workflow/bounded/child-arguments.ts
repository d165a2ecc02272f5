import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The program of a reading process — 读取进程的程序. */
export const readingChild: string = fileURLToPath(new URL("./reading-child.ts", import.meta.url));

const source = dirname(dirname(dirname(readingChild)));

/**
 * How Node is told to run a reading process — 读取进程的启动参数: it may read the program's own files and write none,
 * start no process and no thread, load no native code and make no code from text. What is not named here it may not.
 */
export function childArguments(memoryBytes: number, child: string): readonly string[] {
  return [
    "--permission",
    ...[...ownFiles(), child].map((path) => `--allow-fs-read=${path}`),
    "--no-experimental-sqlite", // it opens files past the permission model (seen in Node 24.21)
    "--disallow-code-generation-from-strings",
    "--disable-warning=ExperimentalWarning",
    `--max-old-space-size=${Math.floor((memoryBytes * heapShare) / 1024 / 1024)}`,
    child,
  ];
}

/** The rest is for the program itself, buffers and engines: those are watched from outside. */
const heapShare = 0.75;

/** The program, and the packages beside and above it; not the folder of the data, which may lie next to them. */
function ownFiles(): readonly string[] {
  const folders = [source];
  for (let folder = dirname(source); ; folder = dirname(folder)) {
    folders.push(join(folder, "package.json"), join(folder, "node_modules"));
    if (folder === dirname(folder)) break;
  }
  return [...new Set(folders.filter(existsSync).flatMap((path) => [path, realpathSync(path)]))].map(asPermitted);
}

/** A folder stands for all that is in it only with a slash at its end. */
const asPermitted = (path: string): string => (path.endsWith(".json") ? path : join(path, "/"));
