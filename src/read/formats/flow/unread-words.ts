import type { FileNote } from "./document-of-blocks.ts";

/** Counts words that a reader leaves out on purpose: hidden or deleted ones — 未读入的文字. */
export interface UnreadWords {
  add(text: string): void;
  /** What to tell of them; nothing where there were none. */
  notes(code: "text-hidden" | "text-deleted"): readonly FileNote[];
}

/** Begins to count. */
export function countUnread(): UnreadWords {
  let characters = 0;
  let words = "";
  return {
    add(text) {
      const bare = text.replace(/\s+/gu, "");
      characters += bare.length;
      if (words.length < 30) words += bare.slice(0, 30 - words.length);
    },
    notes(code) {
      if (characters === 0) return [];
      return [{ code, facts: { characters, words: characters > words.length ? `${words}…` : words } }];
    },
  };
}
