/** What a pure function makes of words, made once for each wording — 同文只读一次. */
export type Once = <T>(read: (words: string) => T, words: string) => T;

/**
 * Remembers what pure functions made of words: most levels and values of a table say what others of it say, and one
 * object serves them all. It lasts as long as the reading of its document.
 */
export function onceForEach(): Once {
  const known = new Map<unknown, Map<string, unknown>>();
  return <T>(read: (words: string) => T, words: string): T => {
    const made = (known.get(read) ?? new Map()) as Map<string, T>; // filled below, from this function alone
    known.set(read, made);
    const before = made.get(words);
    if (before !== undefined) return before;
    const now = read(words);
    made.set(words, now);
    return now;
  };
}
