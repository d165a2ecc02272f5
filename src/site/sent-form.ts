import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

const formType = "application/x-www-form-urlencoded";
/** Many ticked places make a long form. */
const formLimit = 2 * 1024 * 1024;

/** Lets the pages of a server take plain forms — 接收表单. */
export function takeForms(site: FastifyInstance): void {
  site.addContentTypeParser(formType, { parseAs: "string", bodyLimit: formLimit }, (_, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );
}

/** The form of a request; an empty one where something else was sent. */
export const formOf = (request: FastifyRequest): URLSearchParams =>
  request.body instanceof URLSearchParams ? request.body : new URLSearchParams();

/** The name that a person gave with an earlier correction: typed once a year at most — 记住的姓名. */
export function rememberedName(request: FastifyRequest): string {
  const kept = /(?:^|;\s*)who=([^;]{1,400})/u.exec(request.headers.cookie ?? "")?.[1];
  if (kept === undefined) return "";
  try {
    return decodeURIComponent(kept).slice(0, 60);
  } catch (error) {
    if (error instanceof URIError) return ""; // a cookie of somebody else's making
    throw error;
  }
}

/** Remembers the name in a form. */
export function rememberName(form: URLSearchParams, reply: FastifyReply): void {
  const who = form.get("who")?.trim().slice(0, 60);
  if (who)
    reply.header("Set-Cookie", `who=${encodeURIComponent(who)}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`);
}
