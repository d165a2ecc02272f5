import { type Lookalike, lookalikes } from "./packs/lookalikes.ts";

/** A suspicious character and what was most likely meant — 疑似形近字. */
export interface LookalikeSeen {
  readonly printed: string;
  readonly meant: string | undefined;
  /** The characters around it, for people. */
  readonly around: string;
}

const all = lookalikes.at(-1)!.value;
const byFirst = new Map<string, Lookalike[]>();
for (const one of all) byFirst.set(one.printed.charAt(0), [...(byFirst.get(one.printed.charAt(0)) ?? []), one]);
const anyFirst = new RegExp(`[${[...byFirst.keys()].join("")}]`, "u");

/** Characters that look like others — 找形近字. One pass; most texts are done after one test. */
export function findLookalikes(text: string): readonly LookalikeSeen[] {
  if (!anyFirst.test(text)) return [];
  const seen: LookalikeSeen[] = [];
  for (let at = 0; at < text.length; at += 1) {
    for (const one of byFirst.get(text.charAt(at)) ?? []) {
      if (!text.startsWith(one.printed, at) || !isSuspicious(one, text, at)) continue;
      const around = text.slice(Math.max(0, at - 4), at + one.printed.length + 4);
      seen.push({ printed: one.printed, meant: one.meant, around });
    }
  }
  return seen;
}

function isSuspicious({ printed, before, after }: Lookalike, text: string, at: number): boolean {
  if (printed === "—" && (text.charAt(at - 1) === "—" || /[\dA-Za-z]/u.test(text.charAt(at - 1)))) return false;
  if (before && !before.some((words) => text.startsWith(words, at + printed.length))) return false;
  return !after || after.includes(text.charAt(at - 1));
}
