/** A text that both engines can hold — 可入库文本; the exact one is in the document's reading. */
export const storable = (text: string): string => text.toWellFormed().replaceAll("\u0000", "\uFFFD");

/** The same of a text that may be missing — 可入库文本. */
export const storableOrNull = (text: string | undefined): string | null => (text === undefined ? null : storable(text));
