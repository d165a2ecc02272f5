import * as z from "zod";
import { ProblemView } from "./contract/problem-view.ts";
import type { DeclaredRoute } from "./route.ts";
import { apiRoot } from "./row-views.ts";

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of a list of routes, from the schemas that also check and type them — 接口描述. */
export function openApi(routes: readonly DeclaredRoute[], version: string): Json {
  const components: Record<string, unknown> = {};
  const collect = (schema: z.ZodType): Json => {
    const { $defs, $schema, ...own } = z.toJSONSchema(schema, { io: "output", target: "draft-2020-12" });
    for (const [name, definition] of Object.entries($defs ?? {})) components[name] = pointed(definition);
    const named = typeof own.id === "string" ? own.id : undefined;
    if (!named) return pointed(own);
    components[named] = pointed(own);
    return { $ref: `#/components/schemas/${named}` };
  };
  const problem = collect(ProblemView);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = `${apiRoot}${route.path.replace(/:(\w+)/g, "{$1}")}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, collect, problem) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "绩衡 Jiheng",
      version,
      description:
        "公开的预算绩效目标：项目、指标、出处与审核发现。金额为万元的十进制字符串。\n\n" +
        "Published budget performance targets: projects, indicators, places and findings. Amounts are decimal strings in 万元.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    paths,
    components: { schemas: components },
  };
}

function operation(route: DeclaredRoute, collect: (schema: z.ZodType) => Json, problem: Json): Json {
  const done = route.takesFile ? "202" : "200";
  const schema = route.response ? collect(route.response) : { type: "string" };
  return {
    operationId: route.id,
    summary: `${route.summary.zh} · ${route.summary.en}`,
    parameters: [...parameters(route.params, "path"), ...parameters(route.query, "query")],
    ...(route.takesFile ? { requestBody: fileBody } : {}),
    ...(route.body ? { requestBody: jsonBody(route.body) } : {}),
    responses: {
      [done]: {
        description: route.summary.en,
        content: Object.fromEntries(route.formats.map((format) => [format, { schema }])),
      },
      ...(route.method === "POST" ? {} : { "304": { description: "Not modified (ETag)" } }),
      default: {
        description: "问题 · Problem (RFC 9457)",
        content: { "application/problem+json": { schema: problem } },
      },
    },
  };
}

const fileBody = {
  required: true,
  content: {
    "multipart/form-data": {
      schema: {
        type: "object",
        required: ["file"],
        properties: {
          year: {
            type: "integer",
            description: "预算年度，文件未印出时填写 · budget year, where the file prints none",
          },
          file: { type: "string", contentMediaType: "application/octet-stream" },
        },
      },
    },
  },
};

function jsonBody(body: z.ZodObject): Json {
  const { $schema, ...schema } = z.toJSONSchema(body, { io: "input", target: "draft-2020-12" });
  return { required: true, content: { "application/json": { schema } } };
}

function parameters(schema: z.ZodObject, place: "path" | "query"): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...own } = typeof property === "object" ? property : {};
    return {
      name,
      in: place,
      required: place === "path" || required.includes(name),
      ...(description ? { description } : {}),
      ...(own.type === "array" ? { style: "form", explode: true } : {}),
      schema: own,
    };
  });
}

/** zod points into its own `$defs`; OpenAPI keeps schemas under `components`. */
function pointed(value: unknown): Json {
  const text = JSON.stringify(value, (name, part: unknown) =>
    name === "id" && typeof part === "string" ? undefined : part,
  );
  return JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/'));
}
