import type { CountView } from "../../api/contract/basic-views.ts";
import type { Language } from "../../domain/result.ts";
import { listWords } from "../words/list.ts";
import { wholeNumber } from "./amount.tsx";

/** How many; where counting stopped at a cap, it says so — 命中数. */
export function countInWords(count: CountView, language: Language): string {
  if (!count.capped) return wholeNumber(count.n);
  const words = listWords[language];
  const about = count.estimate === null ? "" : words.about(wholeNumber(Math.round(count.estimate)));
  return words.atLeast(wholeNumber(count.n)) + about;
}
