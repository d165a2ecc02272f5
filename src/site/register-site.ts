import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { PublicFacts } from "../api/contract/public-facts.ts";
import type { Language } from "../domain/result.ts";
import { type BringingDoor, bringingForms, registerBringing } from "./bringing/register-bringing.ts";
import { answerOnDesk } from "./desk/answer-on-desk.ts";
import { keyOf } from "./key-of.ts";
import type { PageDoor, Shown } from "./page.ts";
import { deskPath } from "./pages/desk.tsx";
import { problemShown } from "./pages/problem.tsx";
import { pages } from "./pages.ts";
import { type Assets, Frame } from "./parts/frame.tsx";
import { formOf, rememberedName, rememberName, takeForms } from "./sent-form.ts";

/** What the site needs of the HTTP door it stands in. */
export interface SiteDoor extends PageDoor, BringingDoor {
  /** Throws where a correction may not be taken from this request. */
  readonly refuseCorrection: (request: FastifyRequest, facts: PublicFacts) => void;
  readonly refuseOtherMethods: (app: FastifyInstance, url: string, taken: readonly string[]) => void;
}

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "connect-src 'self'",
].join("; ");

const files = ["style.css", "script.js", "icon.svg", "desk.css", "desk.js", "import.css", "import.js"] as const;
const types = { css: "text/css", js: "text/javascript", svg: "image/svg+xml" } as const;

/** Puts all pages on a server; answers what shows that a page is not there — 公开站点. */
export function registerSite(
  app: FastifyInstance,
  facts: PublicFacts,
  door: SiteDoor,
): (request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  const assets = serveFiles(app);
  app.register(async (site) => {
    site.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
    for (const page of pages) {
      site.get(page.path, async (request, reply) => {
        const address = new URL(request.url, "http://x");
        const language = door.languageOf(request);
        const shown = await page.show({
          language,
          params: paramsOf(request),
          path: address.pathname,
          query: address.searchParams,
          facts,
          door,
          who: rememberedName(request),
        });
        if (!shown) throw door.notFound();
        rememberLanguage(address.searchParams, reply);
        return sendPage(reply, shown, language, request);
      });
    }
    for (const { kind, type, pieces } of downloads) {
      site.get(`/projects.${kind}`, async (request, reply) => {
        const {
          sort: _,
          limit: __,
          offset: ___,
          ...filter
        } = door.projectQuery(new URL(request.url, "http://x").searchParams);
        return reply
          .type(type)
          .header("Content-Disposition", `attachment; filename="projects.${kind}"`)
          .send(Readable.from(pieces(facts, filter), { objectMode: false }));
      });
    }
    for (const { path } of pages)
      door.refuseOtherMethods(
        site,
        path,
        bringingForms.includes(path) || path === deskPath ? ["GET", "POST"] : ["GET"],
      );
    takeForms(site);
    site.post(deskPath, async (request, reply) => {
      door.refuseCorrection(request, facts);
      const language = door.languageOf(request);
      const asked = { facts, key: keyOf(paramsOf(request)), form: formOf(request), language };
      const answer = await answerOnDesk(asked, (error) => door.problemOf(error, request));
      if (!answer) throw door.notFound();
      rememberName(asked.form, reply);
      if ("href" in answer) return reply.redirect(answer.href, 303);
      return sendPage(reply.status(answer.shown.status ?? 200), answer.shown, language, request);
    });
    registerBringing(site, facts, door, sendPage);
  });
  const showNotFound = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    sendProblem(door.notFound(), request, reply);
  app.setNotFoundHandler(showNotFound);
  return showNotFound;

  function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const problem = door.problemOf(error, request);
    const language = door.languageOf(request);
    return sendPage(reply.status(problem.status), problemShown(problem, language), language, request);
  }

  function sendPage(reply: FastifyReply, shown: Shown, language: Language, request: FastifyRequest): FastifyReply {
    const otherLanguage = addressIn(request.url, language === "zh" ? "en" : "zh");
    const markup = renderToStaticMarkup(createElement(Frame, { shown, language, assets, otherLanguage }));
    return reply
      .type("text/html; charset=utf-8")
      .header("Content-Security-Policy", policy)
      .header("Content-Language", language === "zh" ? "zh-CN" : "en")
      .header("Vary", "Accept-Language, Cookie")
      .send(`<!doctype html>${markup}`);
  }
}

const downloads = [
  {
    kind: "csv",
    type: "text/csv; charset=utf-8; header=present",
    pieces: (facts: PublicFacts, filter: Parameters<PublicFacts["downloadCsv"]>[0]) => facts.downloadCsv(filter),
  },
  {
    kind: "json",
    type: "application/json; charset=utf-8",
    pieces: (facts: PublicFacts, filter: Parameters<PublicFacts["downloadJson"]>[0]) => facts.downloadJson(filter),
  },
] as const;

function serveFiles(app: FastifyInstance): Assets {
  const [style = "", script = "", icon = "", deskStyle = "", deskScript = "", importStyle = "", importScript = ""] =
    files.map((name) => {
      const source = readFileSync(new URL(name, import.meta.url), "utf8");
      const content = name.endsWith(".css") ? squeezed(source) : source;
      const version = createHash("sha256").update(content).digest("hex").slice(0, 12);
      const ending = name.slice(name.lastIndexOf(".") + 1) as keyof typeof types; // the endings of `files` above
      app.get(`/${name}`, (request, reply) => {
        const current = new URL(request.url, "http://x").searchParams.get("v") === version;
        if (current) reply.header("Cache-Control", "public, max-age=31536000, immutable");
        return reply.type(`${types[ending]}; charset=utf-8`).send(content);
      });
      return `/${name}?v=${version}`;
    });
  return {
    style,
    script,
    icon,
    extras: { desk: { style: deskStyle, script: deskScript }, import: { style: importStyle, script: importScript } },
  };
}

/** A style sheet without the blanks that are there for its writers. */
const squeezed = (css: string): string => css.replace(/\s*([{};,])\s*/g, "$1").replace(/:\s+/g, ":");

function paramsOf(request: FastifyRequest): Record<string, string> {
  const params: unknown = request.params;
  return Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, String(value)]));
}

function addressIn(url: string, language: Language): string {
  const address = new URL(url, "http://x");
  address.searchParams.set("lang", language);
  // Two slashes in front would be another site's name.
  return address.pathname.replace(/^\/+/, "/") + address.search;
}

function rememberLanguage(query: URLSearchParams, reply: FastifyReply): void {
  const asked = query.get("lang");
  if (asked === "zh" || asked === "en")
    reply.header("Set-Cookie", `lang=${asked}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`);
}
