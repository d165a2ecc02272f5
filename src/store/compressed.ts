import { promisify } from "node:util";
import { deflate, inflateSync } from "node:zlib";

const deflated = promisify(deflate);

/**
 * A value as deflated JSON: readable for as long as anyone reads zlib — 压缩存储. Deflated beside the program's own
 * thread.
 */
export function pack(value: unknown): Promise<Uint8Array> {
  return deflated(JSON.stringify(value), { level: 1 });
}

/** The JSON of what {@link pack} packed — 解压. */
export function unpack(bytes: Uint8Array): string {
  return inflateSync(bytes).toString("utf8");
}
