import { Readable } from "node:stream";
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import Fastify from "fastify";
import type { Language } from "../domain/result.ts";
import { answerClientError } from "./client-error.ts";
import type { PastedContent } from "./contract/bringing-facts.ts";
import type { PublicFacts } from "./contract/public-facts.ts";
import { defaultFileLimit } from "./file-limit.ts";
import { askedLanguage } from "./languages.ts";
import { openApi } from "./openapi.ts";
import {
  correctionOff,
  fileTooLarge,
  foreignForm,
  noFile,
  notFound,
  nothingPasted,
  problemOf,
  problemView,
  tooMuchTogether,
  uploadOff,
  wrongMethod,
} from "./problem.ts";
import type { Answer, Asked, SentFile } from "./route.ts";
import { routes } from "./routes.ts";
import { apiRoot } from "./row-views.ts";
import { sendOff } from "./send-off.ts";

/** How the HTTP door is opened. */
export interface ServerOptions {
  readonly version: string;
  /** Largest file that is taken, in bytes. */
  readonly fileLimit?: number;
  readonly log?: boolean;
  /** Shows people that nothing stands at an address that cannot even be read. */
  readonly showNotFound?: (request: FastifyRequest, reply: FastifyReply) => void;
}

/** An HTTP server with strong ETags, request ids and file forms; nothing is served yet. */
export function createServer(options: ServerOptions): FastifyInstance {
  const app = Fastify({
    logger: options.log ? { level: "warn", stream: process.stderr } : false,
    trustProxy: false,
    frameworkErrors(error, request, reply) {
      const isNoAddress = error.code === "FST_ERR_BAD_URL" || error.code === "FST_ERR_MAX_PARAM_LENGTH";
      if (isNoAddress && options.showNotFound && !request.url.startsWith(`${apiRoot}/`))
        options.showNotFound(request, reply);
      else sendProblem(isNoAddress ? notFound() : error, request, reply, options);
    },
    clientErrorHandler: answerClientError,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  });
  app.register(multipart, {
    limits: { fileSize: options.fileLimit ?? defaultFileLimit, files: 1, fields: 4, fieldSize: 200, parts: 5 },
  });
  app.addHook("onSend", sendOff);
  app.addHook("onRequest", async (_, reply) => {
    reply.header("X-Content-Type-Options", "nosniff");
    reply.header("Referrer-Policy", "same-origin");
    reply.header("Cross-Origin-Opener-Policy", "same-origin");
  });
  return app;
}

/** Puts all declared routes and their description on a server. */
export function registerApi(app: FastifyInstance, facts: PublicFacts, options: ServerOptions): void {
  const description = openApi(routes, options.version);
  app.get("/openapi.json", async () => description);
  app.register(
    async (api) => {
      api.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, options));
      api.setNotFoundHandler((request, reply) => sendProblem(notFound(), request, reply, options));
      for (const [path, same] of Map.groupBy(routes, (route) => route.path))
        refuseOtherMethods(
          api,
          path,
          same.map(({ method }) => method),
        );
      for (const route of routes) {
        api.route({
          method: route.method,
          url: route.path,
          async handler(request, reply) {
            if (route.takesFile) refuseForeign(request, facts);
            if (route.body) refuseCorrection(request, facts);
            return send(reply, await route.answer(askedOf(request), facts));
          },
        });
      }
    },
    { prefix: apiRoot },
  );
}

const allMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

/** Says which methods an address takes to whoever comes with another one. */
export function refuseOtherMethods(app: FastifyInstance, url: string, taken: readonly string[]): void {
  const allowed = taken.includes("GET") ? ["GET", "HEAD", ...taken.filter((method) => method !== "GET")] : taken;
  app.route({
    method: allMethods.filter((method) => !allowed.includes(method)),
    url,
    handler(_, reply) {
      reply.header("Allow", allowed.join(", "));
      throw wrongMethod();
    },
  });
}

/** What a request asks, not yet read by any schema. */
export function askedOf(request: FastifyRequest): Asked {
  const params: unknown = request.params;
  return {
    params: Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, String(value)])),
    query: new URL(request.url, "http://x").searchParams,
    file: () => sentFile(request),
    body: request.body,
  };
}

/** The file of a multipart form; refuses where there is none. */
export async function sentFile(request: FastifyRequest): Promise<SentFile> {
  if (!request.isMultipart()) throw noFile();
  let year: number | undefined;
  let file: { name: string; bytes: Uint8Array } | undefined;
  for await (const part of request.parts()) {
    if (part.type === "file") file = { name: part.filename, bytes: await part.toBuffer() };
    else year = yearOf(part.fieldname, part.value) ?? year;
  }
  if (!file?.name) throw noFile();
  return { ...file, ...(year === undefined ? {} : { year }) };
}

/** So many files may come in one form, and so many times the bytes of one. */
const together = { files: 100, bytes: 2 };

/** All files of a multipart form; refuses where there is none. */
export async function sentFiles(request: FastifyRequest, fileLimit: number): Promise<readonly SentFile[]> {
  if (!request.isMultipart()) throw noFile();
  const files: { name: string; bytes: Uint8Array }[] = [];
  let year: number | undefined;
  let bytes = 0;
  for await (const part of request.parts({ limits: { files: together.files, parts: together.files + 5 } })) {
    if (part.type === "field") year = yearOf(part.fieldname, part.value) ?? year;
    else {
      const content = await part.toBuffer();
      bytes += content.byteLength;
      if (bytes > together.bytes * fileLimit) throw tooMuchTogether(together.bytes * fileLimit);
      if (part.filename) files.push({ name: part.filename, bytes: content });
    }
  }
  if (files.length === 0) throw noFile();
  return files.map((file) => ({ ...file, ...(year === undefined ? {} : { year }) }));
}

/** What was pasted into a form, with the name that it was given; as large as a file may be. */
export async function sentPaste(request: FastifyRequest, fileLimit: number): Promise<PastedContent> {
  if (!request.isMultipart()) throw nothingPasted();
  const said = { name: "", html: "", text: "" };
  let year: number | undefined;
  for await (const part of request.parts({ limits: { fieldSize: fileLimit, files: 0 } })) {
    if (part.type !== "field" || typeof part.value !== "string") continue;
    if (part.valueTruncated) throw fileTooLarge(fileLimit);
    if (part.fieldname === "name" || part.fieldname === "html" || part.fieldname === "text")
      said[part.fieldname] = part.value;
    year = yearOf(part.fieldname, part.value) ?? year;
  }
  const name = said.name
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, 120);
  return { ...said, name: name === "" ? "粘贴的表格" : name, ...(year === undefined ? {} : { year }) };
}

function yearOf(field: string, value: unknown): number | undefined {
  return field === "year" && typeof value === "string" && /^20\d\d$/.test(value) ? Number(value) : undefined;
}

/** Files are taken only where the operator said so, and never from another site's page. */
export function refuseForeign(request: FastifyRequest, facts: PublicFacts): void {
  if (!facts.allowUpload) throw uploadOff();
  refuseOtherSites(request);
}

/** So are corrections: whoever may bring a file may say what stands in it. */
export function refuseCorrection(request: FastifyRequest, facts: PublicFacts): void {
  if (!facts.desk.mayCorrect) throw correctionOff();
  refuseOtherSites(request);
}

function refuseOtherSites(request: FastifyRequest): void {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") throw foreignForm();
  const origin = request.headers.origin;
  if (origin !== undefined && originHost(origin) !== request.headers.host) throw foreignForm();
}

function originHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** The language of a request. */
export function languageOf(request: FastifyRequest): Language {
  return askedLanguage({
    query: new URL(request.url, "http://x").searchParams.get("lang"),
    cookie: request.headers.cookie,
    accept: request.headers["accept-language"],
  });
}

/** Sends what a route answered. */
export function send(reply: FastifyReply, answer: Answer): FastifyReply {
  switch (answer.kind) {
    case "json":
      if (answer.location) reply.header("Location", answer.location);
      return reply
        .status(answer.status ?? 200)
        .type("application/json; charset=utf-8")
        .send(JSON.stringify(answer.value));
    case "text":
      return reply.type(answer.type).send(answer.body);
    case "bytes":
      return reply
        .type(answer.type)
        .header("Cache-Control", "public, max-age=86400")
        .send(Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength));
    case "stream":
      return reply
        .type(answer.type)
        .header("Content-Disposition", `attachment; filename="${answer.fileName}"`)
        .send(Readable.from(answer.pieces, { objectMode: false }));
  }
}

function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, options: ServerOptions) {
  const problem = problemOf(error, options.fileLimit ?? defaultFileLimit);
  if (problem.status >= 500) request.log.error(error);
  return reply
    .status(problem.status)
    .type("application/problem+json; charset=utf-8")
    .header("Vary", "Accept-Language, Cookie")
    .send(JSON.stringify(problemView(problem, languageOf(request), request.id)));
}
