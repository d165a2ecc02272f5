import type { Language } from "../domain/result.ts";

/** The language that was asked for: `?lang=`, then the cookie, then `Accept-Language`; Chinese where nothing is said. */
export function askedLanguage(asked: {
  readonly query: string | null;
  readonly cookie: string | undefined;
  readonly accept: string | undefined;
}): Language {
  if (asked.query === "zh" || asked.query === "en") return asked.query;
  const cookie = /(?:^|;\s?)lang=(zh|en)(?:;|$)/.exec(asked.cookie ?? "")?.[1];
  if (cookie === "zh" || cookie === "en") return cookie;
  return preferred(asked.accept ?? "");
}

function preferred(accept: string): Language {
  let best: { language: Language; weight: number } | undefined;
  for (const part of accept.slice(0, 500).split(",")) {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const language = tag === "en" || tag.startsWith("en-") ? "en" : tag.startsWith("zh") ? "zh" : undefined;
    if (!language) continue;
    const q = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("q="));
    const weight = q ? Number(q.slice(2)) || 0 : 1;
    if (!best || weight > best.weight) best = { language, weight };
  }
  return best?.language ?? "zh";
}
