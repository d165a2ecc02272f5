import { deflateSync, inflateSync } from "node:zlib";

/** A value as deflated JSON: readable for as long as anyone reads zlib — 压缩存储. */
export function pack(value: unknown): Uint8Array {
  return deflateSync(JSON.stringify(value), { level: 1 });
}

/** The JSON of what {@link pack} packed. */
export function unpack(bytes: Uint8Array): string {
  return inflateSync(bytes).toString("utf8");
}
