import type { Block } from "../flow/blocks.ts";
import { textOfBlocks } from "../flow/blocks.ts";
import { openMarkedText } from "../flow/marked-text.ts";
import { signOf } from "../flow/symbol-fonts.ts";
import { countUnread, type UnreadWords } from "../flow/unread-words.ts";
import { openDocLists } from "./doc-lists.ts";
import { listsOfStyles } from "./doc-styles.ts";
import type { DocText } from "./doc-text.ts";
import type { DocFile } from "./file-head.ts";
import { type SpecialStretch, specialStretches } from "./hidden-characters.ts";
import { openParagraphProperties, type ParagraphProperties } from "./paragraph-properties.ts";

/** Reads stretches of the text of a .doc into blocks — .doc 正文读取. */
export interface DocReader {
  read(start: number, end: number): { readonly blocks: readonly Block[]; readonly tables: number };
  readonly hidden: UnreadWords;
  readonly deleted: UnreadWords;
  readonly pictures: number;
  readonly objects: number;
}

const marks = { cell: 0x07, paragraph: 0x0d, page: 0x0c } as const;

/** Opens the tables that reading needs. */
export function openDocReader(doc: DocFile, text: DocText): DocReader {
  const propertiesAt = openParagraphProperties(doc);
  const special = specialStretches(doc, text);
  const lists = openDocLists(doc);
  const listOfStyle = listsOfStyles(doc);
  const hidden = countUnread();
  const deleted = countUnread();
  const seen: Seen = { pictures: 0, objects: 0 };
  const words = openWords(text.text, special, { hidden, deleted, seen });

  const numberOf = ({ style, list, level }: ParagraphProperties): string => {
    const own = listOfStyle(style);
    return lists.next(list ?? own.list, level ?? own.level);
  };
  return {
    hidden,
    deleted,
    get pictures() {
      return seen.pictures;
    },
    get objects() {
      return seen.objects;
    },
    read(start, end) {
      const marked = openMarkedText();
      let from = start;
      for (let at = start; at < end; at++) {
        const unit = text.text.charCodeAt(at);
        if (unit !== marks.paragraph && unit !== marks.cell && unit !== marks.page) continue;
        const properties = propertiesAt(text.offsetOf(at));
        const { depth, shape } = properties;
        if (properties.endsRow) {
          words.between(from, at);
          marked.row(shape, depth);
        } else {
          if (properties.breaksBefore) marked.pageBreak();
          const line = numberOf(properties) + words.between(from, at);
          if (unit === marks.cell || properties.endsInnerCell) marked.cell(line, depth);
          else marked.paragraph(line, depth);
          if (unit === marks.page) marked.pageBreak();
        }
        from = at + 1;
      }
      if (from < end) marked.paragraph(words.between(from, end), 0);
      const { blocks, covered, tables } = marked.finish();
      hidden.add(textOfBlocks(covered));
      return { blocks, tables };
    },
  };
}

interface Seen {
  pictures: number;
  objects: number;
}

/** The words of a stretch as they are printed: codes of fields, hidden and deleted characters left out. */
function openWords(
  text: string,
  special: readonly SpecialStretch[],
  found: { readonly hidden: UnreadWords; readonly deleted: UnreadWords; readonly seen: Seen },
): { between(start: number, end: number): string } {
  let next = 0;
  const fields = openFields();
  return {
    between(start, end) {
      const parts: string[] = [];
      while (next > 0 && special[next - 1]!.end > start) next--;
      while (next < special.length && special[next]!.end <= start) next++;
      let at = start;
      while (at < end) {
        const stretch = special[next];
        const inside = stretch !== undefined && stretch.start <= at;
        const stop = Math.min(end, stretch === undefined ? end : inside ? stretch.end : stretch.start);
        const plain = plainWords(text.slice(at, stop), fields, found.seen);
        if (!inside) parts.push(plain);
        else if (stretch.kind === "sign") parts.push(signOf("Symbol", stretch.code));
        else found[stretch.kind].add(plain);
        at = stop;
        if (inside && stop === stretch.end) next++;
      }
      fields.endParagraph();
      return parts.join("");
    },
  };
}

/** Fields that are open, and how many of them still tell their code: that is not printed. */
interface Fields {
  begin(): void;
  separate(): void;
  end(): void;
  endParagraph(): void;
  readonly codes: number;
}

function openFields(): Fields {
  let open: boolean[] = [];
  let codes = 0;
  return {
    begin() {
      open.push(true);
      codes++;
    },
    separate() {
      if (open.at(-1)) codes--;
      if (open.length > 0) open[open.length - 1] = false;
    },
    end() {
      if (open.pop()) codes--;
    },
    endParagraph() {
      // a code that goes on over the end of its paragraph is a field that lost its end: what follows is text
      if (codes > 0) open = [];
      codes = 0;
    },
    get codes() {
      return codes;
    },
  };
}

function plainWords(words: string, fields: Fields, seen: Seen): string {
  const parts: string[] = [];
  let from = 0;
  const flush = (to: number): void => {
    if (to > from && fields.codes === 0) parts.push(words.slice(from, to));
    from = to + 1;
  };
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at);
    if (code >= 0x20) continue;
    flush(at);
    if (code === 0x13) fields.begin();
    else if (code === 0x14) fields.separate();
    else if (code === 0x15) fields.end();
    else if (fields.codes > 0) continue;
    else if (code === 0x01 || code === 0x08) seen.pictures++;
    else parts.push(printed[code] ?? "");
  }
  flush(words.length);
  return parts.join("");
}

/** Control characters that are printed. */
const printed: Readonly<Record<number, string>> = { 9: "\t", 11: "\n", 30: "-" };
