import { readFileSync } from "node:fs";

/**
 * Bytes of memory that another process holds, all of it: heap, buffers, WASM — 进程占用内存. `undefined` where this system
 * does not tell it cheaply; there the process watches itself between pages.
 */
export function residentMemory(pid: number): number | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined; // it has ended: how, its exit says
  }
}
