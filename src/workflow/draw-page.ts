import { fileURLToPath } from "node:url";
import { limits } from "../read/limits.ts";
import { openReadingPool, type ReadingPool } from "./bounded/reading-pool.ts";

const child = fileURLToPath(new URL("./bounded/drawing-child.ts", import.meta.url));

/** A page that takes longer is not drawn: what the machine read of it is shown in its place. */
const longestDrawing = 15_000;

let own: ReadingPool | undefined;

/**
 * Draws one page of a file in a process of its own that can be killed — 画出一页: PNG, or nothing where the page cannot
 * be drawn.
 */
export async function drawPage(bytes: Uint8Array, page: number): Promise<Uint8Array | undefined> {
  own ??= openReadingPool(1, limits.memoryBytes, child);
  let picture: Uint8Array | undefined;
  await own.run({
    kind: "draw",
    brought: { name: "" },
    page,
    bytes,
    milliseconds: longestDrawing,
    memoryBytes: limits.memoryBytes,
    onFile: (_, file) => {
      if (file instanceof Uint8Array) picture = Uint8Array.from(file);
    },
  });
  return picture;
}
