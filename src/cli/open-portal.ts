import type { FastifyInstance } from "fastify";
import { ProjectQuery } from "../api/contract/project-query.ts";
import type { PublicFacts } from "../api/contract/public-facts.ts";
import { defaultFileLimit } from "../api/file-limit.ts";
import { Imports } from "../api/imports.ts";
import { notFound, problemOf, problemView } from "../api/problem.ts";
import { publicFacts } from "../api/public-facts.ts";
import { readQuery } from "../api/read-query.ts";
import {
  createServer,
  languageOf,
  refuseCorrection,
  refuseForeign,
  refuseOtherMethods,
  registerApi,
  sentFiles,
  sentPaste,
} from "../api/server.ts";
import type { Store } from "../store/store.ts";
import { drawPage } from "../workflow/draw-page.ts";
import { PagePictures } from "../workflow/page-pictures.ts";
import { readTsx } from "./tsx-hook.ts";

/** What a portal stands on. */
export interface PortalOptions {
  readonly store: Store;
  readonly allowUpload: boolean;
  readonly version: string;
  /** Largest file that is taken, in bytes. */
  readonly fileLimit?: number;
  readonly log?: boolean;
}

/** The API and the pages on one server — 门户: not listening yet. */
export async function openPortal(options: PortalOptions): Promise<FastifyInstance> {
  // React's server renderer is several times faster in its production form, and chooses it by this name.
  process.env.NODE_ENV ??= "production";
  readTsx();
  const { registerSite } = await import("../site/register-site.ts");
  const limits = { fileLimit: defaultFileLimit, ...options };
  const app = createServer({ ...limits, showNotFound: (request, reply) => showNotFound(request, reply) });
  const imports = new Imports(options.store, (id, error) => app.log.error({ importId: id, err: error }));
  const pictures = new PagePictures(drawPage);
  const facts: PublicFacts = publicFacts(options.store, imports, {
    ...limits,
    drawPage: (file, page) => pictures.of(file, page),
  });
  registerApi(app, facts, limits);
  const showNotFound = registerSite(app, facts, {
    projectQuery: (address) => readQuery(ProjectQuery, address, "ignored"),
    languageOf,
    sentFiles: (request) => sentFiles(request, limits.fileLimit),
    sentPaste: (request) => sentPaste(request, limits.fileLimit),
    refuseForeign,
    refuseCorrection,
    notFound,
    refuseOtherMethods,
    problemOf(error, request) {
      const problem = problemOf(error, limits.fileLimit);
      if (problem.status >= 500) request.log.error(error);
      return problemView(problem, languageOf(request), request.id);
    },
  });
  return app;
}
