/** The words of one paragraph, put together as a browser does — 段内文字. */
export interface InlineText {
  /** Words in the source: runs of blanks become one, or none at the edges of a line. */
  add(text: string): void;
  /** Words whose blanks count, as within `pre`. */
  addPreserved(text: string): void;
  lineBreak(): void;
  /** The paragraph so far, and begins the next. */
  take(): string;
}

const blanks = /[ \t\n\r\f]+/gu;

/** Opens an empty paragraph. */
export function openInlineText(): InlineText {
  let parts: string[] = [];
  let last = "";
  let pending: "space" | "line end" | undefined;

  const put = (words: string): void => {
    if (words === "") return;
    if (pending && last !== "" && last !== "\n" && !(pending === "line end" && isWide(last) && isWide(words[0]!)))
      parts.push(" ");
    pending = undefined;
    parts.push(words);
    last = words.at(-1)!;
  };
  return {
    add(text) {
      let from = 0;
      for (const { 0: run, index } of text.matchAll(blanks)) {
        put(text.slice(from, index));
        // one stretch of blanks may come in several nodes; a line end anywhere in it makes it one
        if (pending !== "line end") pending = /[\n\r]/u.test(run) ? "line end" : "space";
        from = index + run.length;
      }
      put(text.slice(from));
    },
    addPreserved(text) {
      put(text.replace(/\r\n?/gu, "\n"));
    },
    lineBreak() {
      pending = undefined;
      parts.push("\n");
      last = "\n";
    },
    take() {
      const text = parts.join("");
      parts = [];
      last = "";
      pending = undefined;
      return text;
    },
  };
}

/**
 * Characters between which a line end of the source is no blank: editors and spreadsheets break the source of Chinese
 * text anywhere.
 */
function isWide(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x1100) return false;
  return (code >= 0x2e80 && code <= 0xd7ff) || (code >= 0xd800 && code <= 0xdfff) || (code >= 0xf900 && code <= 0xff60);
}
