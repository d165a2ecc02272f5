import * as z from "zod";
import type { Bilingual } from "../domain/result.ts";
import type { PublicFacts } from "./contract/public-facts.ts";
import { notFound } from "./problem.ts";
import { readBody, readParams, readQuery } from "./read-query.ts";

/** What a route answers — 答复. */
export type Answer =
  | { readonly kind: "json"; readonly value: unknown; readonly status?: number; readonly location?: string }
  | { readonly kind: "text"; readonly type: string; readonly body: string }
  | {
      readonly kind: "stream";
      readonly type: string;
      readonly fileName: string;
      readonly pieces: AsyncIterable<string>;
    }
  | { readonly kind: "bytes"; readonly type: string; readonly bytes: Uint8Array };

/** A file sent with a form. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly year?: number;
}

/** What came in, before it is read by the route's schemas. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The file of a multipart form; refuses where there is none. */
  readonly file: () => Promise<SentFile>;
  /** The JSON that was sent, not yet read by any schema. */
  readonly body: unknown;
}

/** One way in for programs — 接口: declared once for router, OpenAPI and tests. */
export interface DeclaredRoute {
  readonly id: string;
  readonly method: "GET" | "POST";
  /** With `:name` parts, below the API root. */
  readonly path: string;
  readonly summary: Bilingual;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  /** Of the JSON answer; `undefined` where the answer is a file. */
  readonly response: z.ZodType | undefined;
  readonly formats: readonly string[];
  readonly takesFile: boolean;
  /** Of the JSON that is sent; `undefined` where none is. */
  readonly body: z.ZodObject | undefined;
  readonly answer: (asked: Asked, facts: PublicFacts) => Promise<Answer>;
}

interface RouteWords<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodObject> {
  readonly id: string;
  readonly method?: "POST";
  readonly path: string;
  readonly summary: Bilingual;
  readonly params?: Params;
  readonly query?: Query;
  readonly takesFile?: true;
  readonly body?: Body;
}
interface Handed<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodObject> {
  readonly body: z.output<Body>;
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly facts: PublicFacts;
  readonly file: Asked["file"];
}

const nothing = z.strictObject({});

/** A route that answers JSON; `undefined` from its handler is “not found”. */
export function jsonRoute<
  Response extends z.ZodType,
  Params extends z.ZodObject = typeof nothing,
  Query extends z.ZodObject = typeof nothing,
  Body extends z.ZodObject = typeof nothing,
>(
  words: RouteWords<Params, Query, Body> & {
    readonly response: Response;
    readonly status?: number;
    readonly handle: (handed: Handed<Params, Query, Body>) => Promise<z.output<Response> | undefined>;
    readonly location?: (value: z.output<Response>) => string;
  },
): DeclaredRoute {
  return declared(words, words.response, ["application/json"], async (handed) => {
    const value = await words.handle(handed);
    if (value === undefined) throw notFound();
    const location = words.location?.(value);
    return {
      kind: "json",
      value,
      ...(words.status ? { status: words.status } : {}),
      ...(location ? { location } : {}),
    };
  });
}

/** A route that answers a text or a file. */
export function fileRoute<Params extends z.ZodObject = typeof nothing, Query extends z.ZodObject = typeof nothing>(
  words: RouteWords<Params, Query, typeof nothing> & {
    readonly formats: readonly string[];
    readonly handle: (handed: Handed<Params, Query, typeof nothing>) => Promise<Answer | undefined>;
  },
): DeclaredRoute {
  return declared(words, undefined, words.formats, async (handed) => {
    const answer = await words.handle(handed);
    if (!answer) throw notFound();
    return answer;
  });
}

function declared<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodObject>(
  words: RouteWords<Params, Query, Body>,
  response: z.ZodType | undefined,
  formats: readonly string[],
  answer: (handed: Handed<Params, Query, Body>) => Promise<Answer>,
): DeclaredRoute {
  const paramsSchema = words.params ?? nothing;
  const querySchema = words.query ?? nothing;
  return {
    id: words.id,
    method: words.method ?? "GET",
    path: words.path,
    summary: words.summary,
    params: paramsSchema,
    query: querySchema,
    response,
    formats,
    takesFile: words.takesFile ?? false,
    body: words.body,
    async answer(asked, facts) {
      const params = readParams(paramsSchema, asked.params);
      if (!params) throw notFound();
      const query = readQuery(querySchema, asked.query);
      const body = words.body ? readBody(words.body, asked.body) : {};
      // All were read by the very schemas that the types name, or by the empty one where these are the default.
      const handed = { params, query, body, facts, file: asked.file } as Handed<Params, Query, Body>;
      return answer(handed);
    },
  };
}
