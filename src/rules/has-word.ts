/** The first of the words that stands in the text — 命中的用语. */
export function wordIn(text: string, words: readonly string[]): string | undefined {
  for (const word of words) if (text.includes(word)) return word;
  return undefined;
}
