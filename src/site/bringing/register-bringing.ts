import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { FileSent, PastedContent } from "../../api/contract/bringing-facts.ts";
import type { ProblemView } from "../../api/contract/problem-view.ts";
import type { PublicFacts } from "../../api/contract/public-facts.ts";
import type { Language } from "../../domain/result.ts";
import { keyOf } from "../key-of.ts";
import type { Shown } from "../page.ts";
import { importShown } from "../pages/import.tsx";
import { formOf, rememberName } from "../sent-form.ts";
import { headShown, sentColumns } from "./sent-columns.ts";

/** What the forms about bringing files need of the HTTP door. */
export interface BringingDoor {
  readonly languageOf: (request: FastifyRequest) => Language;
  readonly sentFiles: (request: FastifyRequest) => Promise<readonly FileSent[]>;
  readonly sentPaste: (request: FastifyRequest) => Promise<PastedContent>;
  /** Throws where a file may not be taken from this request. */
  readonly refuseForeign: (request: FastifyRequest, facts: PublicFacts) => void;
  readonly problemOf: (error: unknown, request: FastifyRequest) => ProblemView;
  readonly notFound: () => Error;
}

type SendPage = (reply: FastifyReply, shown: Shown, language: Language, request: FastifyRequest) => FastifyReply;

/** Addresses of pages that take forms beside being shown. */
export const bringingForms: readonly string[] = ["/documents", "/import", "/imports/:id", "/recipes"];

/** Takes files, what was pasted, and what people say of columns — 接收导入表单. */
export function registerBringing(
  site: FastifyInstance,
  facts: PublicFacts,
  door: BringingDoor,
  sendPage: SendPage,
): void {
  const { bringing } = facts;
  site.post("/documents", async (request, reply) => {
    door.refuseForeign(request, facts);
    return reply.redirect(bringing.startSeveral(await door.sentFiles(request)).page, 303);
  });
  site.post("/import", async (request, reply) => {
    door.refuseForeign(request, facts);
    return reply.redirect(bringing.startPasted(await door.sentPaste(request)).page, 303);
  });
  site.post("/imports/:id", async (request, reply) => {
    door.refuseForeign(request, facts);
    const id = idOf(request);
    const form = formOf(request);
    const sent = sentColumns(form);
    rememberName(form, reply);
    try {
      const view = await bringing.tellColumns(id, sent);
      if (!view) throw door.notFound();
      return reply.redirect(view.page, 303);
    } catch (error) {
      const problem = door.problemOf(error, request);
      const view = problem.status < 500 && problem.code !== "not-found" ? await facts.import(id) : undefined;
      if (!view?.columns) throw error;
      const language = door.languageOf(request);
      const typed = { who: sent.who, ...(sent.recipe ? { recipe: sent.recipe } : {}) };
      const state = { facts, head: headShown(form.get("head")), typed, problem, language };
      return sendPage(reply.status(problem.status), importShown(view, state), language, request);
    }
  });
  site.post("/f/:region/:year/:id/columns", async (request, reply) => {
    door.refuseForeign(request, facts);
    const key = keyOf(paramsOf(request));
    const view = key && (await bringing.askColumns(key));
    if (!view) throw door.notFound();
    return reply.redirect(view.page, 303);
  });
  site.post("/recipes", async (request, reply) => {
    door.refuseForeign(request, facts);
    const form = formOf(request);
    const removed = await bringing.removeRecipe(form.get("id") ?? "", form.get("who") ?? "");
    if (!removed) throw door.notFound();
    rememberName(form, reply);
    return reply.redirect("/recipes?removed=1", 303);
  });
}

function paramsOf(request: FastifyRequest): Readonly<Record<string, string>> {
  const params: unknown = request.params;
  return Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, String(value)]));
}

const idOf = (request: FastifyRequest): string => paramsOf(request).id ?? "";
