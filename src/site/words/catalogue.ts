import type { Language } from "../../domain/result.ts";

/** A sentence, or one that is made from values — 词条. */
export type Entry = string | readonly string[] | ((...values: never[]) => string);

/** The words of a page in both languages, kept as data — 词条表. */
export type Catalogue = Readonly<Record<Language, Readonly<Record<string, Entry>>>>;
