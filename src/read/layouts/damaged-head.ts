import { type HeadRole, headWords } from "./header-words.ts";

/** Words of fewer characters are too short to be told apart when damaged. */
const shortest = 3;

/**
 * The role whose words a damaged head is nearest to — 破损表头: one character read wrongly, lost or too many, and no word of
 * another role as near. 绩效日标 → goal.
 */
export function roleOfDamagedHead(bare: string): HeadRole | undefined {
  if (bare.length < shortest || bare.length > 14) return undefined;
  const found = new Set<HeadRole>();
  for (const [role, words] of Object.entries(headWords))
    if (words.some((word) => word.length >= shortest && differsByOne(bare, word))) found.add(role as HeadRole); // its own keys
  return found.size === 1 ? [...found][0] : undefined;
}

/** Whether one character replaced, left out or put in turns one word into the other. */
function differsByOne(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
  return long.slice(at + 1) === rest;
}
