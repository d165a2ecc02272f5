import { expect, test } from "vitest";
import { askedLanguage } from "./languages.ts";

test.each([
  [null, undefined, undefined, "zh"],
  ["en", "lang=zh", "zh-CN", "en"],
  ["fr", "lang=en", "zh-CN", "en"],
  [null, "a=1; lang=en; b=2", "zh-CN", "en"],
  [null, "slang=en", "zh-CN", "zh"],
  [null, undefined, "en-GB,en;q=0.9", "en"],
  [null, undefined, "fr-FR,fr;q=0.9,en;q=0.5,zh;q=0.4", "en"],
  [null, undefined, "en;q=0.3,zh-TW;q=0.8", "zh"],
  [null, undefined, "de", "zh"],
  [null, undefined, ",;q=;;=,en;q=x", "en"],
] as const)("?lang=%s, cookie %s, Accept-Language %s → %s", (query, cookie, accept, language) => {
  expect(askedLanguage({ query, cookie, accept })).toBe(language);
});
