import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { constants, createGzip, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

// The last step of every answer: a strong ETag, 304 where the asker has it already, gzip where it is taken — 发送.

const zipped = promisify(gzip);
const worthIt = 1400; // bytes: what one packet holds anyway
const textual = /^(?:text\/|application\/(?:json|problem\+json)|image\/svg)/;

/** What is sent in place of a payload. */
export async function sendOff(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const isAsked = request.method === "GET" || request.method === "HEAD";
  if (payload instanceof Readable) return isAsked && takesGzip(request, reply) ? zippedStream(reply, payload) : payload;
  if (typeof payload !== "string" && !Buffer.isBuffer(payload)) return payload;
  const zip = isAsked && Buffer.byteLength(payload) > worthIt && takesGzip(request, reply);
  if (isAsked && reply.statusCode === 200 && isKnown(request, reply, tagOf(payload, zip))) {
    reply.status(304);
    reply.removeHeader("Content-Type");
    return "";
  }
  if (!zip) return payload;
  reply.header("Content-Encoding", "gzip");
  return request.method === "HEAD" ? payload : zipped(payload);
}

/** A zipped answer is other bytes, and has a tag of its own. */
const tagOf = (payload: string | Buffer, zip: boolean): string =>
  `"${createHash("sha256").update(payload).digest("base64url").slice(0, 27)}${zip ? "-gz" : ""}"`;

function isKnown(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header("ETag", tag);
  if (!reply.hasHeader("Cache-Control")) reply.header("Cache-Control", "no-cache");
  // Proxies that touch an answer mark its tag as weak; it is still the same answer.
  const known = request.headers["if-none-match"]?.split(",").map((one) => one.trim().replace(/^W\//, ""));
  return known !== undefined && (known.includes(tag) || known.includes("*"));
}

function takesGzip(request: FastifyRequest, reply: FastifyReply): boolean {
  if (!textual.test(String(reply.getHeader("content-type") ?? ""))) return false;
  const vary = reply.getHeader("vary");
  reply.header("Vary", vary ? `${String(vary)}, Accept-Encoding` : "Accept-Encoding");
  return /(?:^|,)\s*(?:gzip|\*)\s*(?!;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(request.headers["accept-encoding"] ?? "");
}

/** Pieces go out as they come, however long the whole takes. */
function zippedStream(reply: FastifyReply, stream: Readable): Readable {
  reply.header("Content-Encoding", "gzip");
  const zip = createGzip({ flush: constants.Z_NO_FLUSH });
  stream.on("error", (error) => zip.destroy(error));
  zip.on("close", () => stream.destroy());
  return stream.pipe(zip);
}
