import type { Result } from "../../../domain/result.ts";
import { limits } from "../../limits.ts";
import { type ReadingRefusal, refuse } from "../../reading-refusal.ts";
import { type Block, textOfBlocks } from "../flow/blocks.ts";
import { signOf } from "../flow/symbol-fonts.ts";
import { countUnread, type UnreadWords } from "../flow/unread-words.ts";
import { encodingOfCodePage } from "./code-pages.ts";
import { type EncodedWords, openEncodedWords } from "./encoded-words.ts";
import { openFontTable } from "./rtf-fonts.ts";
import { openRowDefinition } from "./rtf-row.ts";
import { firstState, type GroupState } from "./rtf-state.ts";
import { openStories } from "./rtf-stories.ts";
import { type RtfToken, rtfTokens } from "./rtf-tokens.ts";
import { knownGroups, printedSymbols, printedWords, skippedGroups } from "./rtf-words.ts";

/** What an RTF file holds — RTF 内容. */
export interface RtfContent {
  readonly body: readonly Block[];
  readonly footnotes: readonly Block[];
  readonly headers: readonly Block[];
  readonly footers: readonly Block[];
  readonly hidden: UnreadWords;
  readonly deleted: UnreadWords;
  readonly comments: number;
  readonly objects: number;
  readonly pictures: number;
  readonly tables: number;
}

/** Reads the tokens of an RTF file — 读取 RTF. Groups nested beyond the limit are refused. */
export function readRtf(bytes: Uint8Array): Result<RtfContent, ReadingRefusal> {
  const fonts = openFontTable();
  const row = openRowDefinition();
  const nestedRow = openRowDefinition();
  const hidden = countUnread();
  const deleted = countUnread();
  const found = { comments: 0, objects: 0, pictures: 0 };
  const notes: Block[] = [];
  const headers: Block[] = [];
  const footers: Block[] = [];
  const stack: GroupState[] = [];
  let state = firstState();
  const stories = openStories((blocks) => hidden.add(textOfBlocks(blocks)));
  let encoding = encodingOfCodePage(1252);
  let toSkip = 0;
  let groupBegins = false;
  let starred = false;

  const put = (words: string): void => {
    if (words === "" || state.skipped || state.givenTwice) return;
    if (state.reading === "fonts") fonts.name(words);
    else if (state.deleted) deleted.add(words);
    else if (state.hidden) hidden.add(words);
    else stories.put(state.reading === "number" ? words.replace(/\s+/gu, "") : words);
  };
  const encoded: EncodedWords = openEncodedWords(put);
  const depth = (): number => (state.inTable || state.depth > 0 ? Math.max(1, state.depth) : stories.inRow ? 1 : 0);
  /** What is within this group is a text of its own; at its end it is handed over. */
  const divert = (to: (blocks: readonly Block[]) => void): void => {
    const end = stories.divert(to);
    state.inTable = false;
    state.depth = 0;
    state.onClose = end;
  };
  const addTo = (list: Block[]) => (blocks: readonly Block[]) => {
    for (const block of blocks) list.push(block);
  };

  /** Controls that begin a group say what it holds. */
  const beginGroup = (word: string): void => {
    if (skippedGroups.has(word) || (starred && !knownGroups.has(word))) state.skipped = true;
    if (word === "pict") found.pictures++;
    if (word === "objdata") found.objects++;
    if (state.skipped) return;
    if (word === "fonttbl") state.reading = "fonts";
    else if (word === "listtext" || word === "pntext") state.reading = "number";
    else if (word === "nesttableprops") state.nestedRow = true;
    else if (word === "upr") state.givenTwice = true;
    else if (word === "ud") state.givenTwice = false;
    else if (word === "shptxt" || word === "dptxbxtext") divert(addTo(stories.asides()));
    else if (word === "footnote") divert(addTo(notes));
    else if (/^header[lrf]?$/u.test(word)) divert(addTo(headers));
    else if (/^footer[lrf]?$/u.test(word)) divert(addTo(footers));
    else if (word === "annotation") {
      found.comments++;
      state.skipped = true;
    }
  };
  const takeWord = (word: string, number: number | undefined): void => {
    if (state.reading === "fonts") {
      fonts.take(word, number);
      return;
    }
    const isOn = number !== 0;
    if (word === "trowd" && !state.nestedRow) stories.inRow = true;
    if ((state.nestedRow ? nestedRow : row).take(word, number)) return;
    const printed = printedWords.get(word);
    if (printed !== undefined) put(printed);
    else
      switch (word) {
        case "ansicpg":
          encoding = encodingOfCodePage(number ?? 1252);
          break;
        case "mac":
          encoding = "macintosh";
          break;
        case "deff":
        case "f":
          state.font = number ?? -1;
          break;
        case "plain":
          state.hidden = false;
          state.deleted = false;
          break;
        case "v":
          state.hidden = isOn;
          break;
        case "deleted":
          state.deleted = isOn;
          break;
        case "uc":
          state.substitutes = Math.max(0, Math.min(number ?? 1, 100));
          break;
        case "u":
          put(String.fromCharCode((number ?? 0x3f) & 0xffff));
          toSkip = state.substitutes;
          break;
        case "pard":
          state.inTable = false;
          state.depth = 0;
          break;
        case "intbl":
          state.inTable = isOn;
          break;
        case "itap":
          state.depth = number ?? 0;
          break;
        case "par":
          stories.endParagraph(depth());
          break;
        case "sect":
        case "page":
          if (depth() > 0) break;
          stories.endParagraph(0);
          stories.pageBreak();
          break;
        case "pagebb":
          if (depth() === 0) stories.pageBreak();
          break;
        case "cell":
          stories.endCell(1);
          break;
        case "nestcell":
          stories.endCell(Math.max(2, state.depth));
          break;
        case "nestrow":
          stories.endRow(Math.max(2, state.depth), nestedRow.shape);
          break;
        case "row":
          stories.endRow(1, row.shape);
          stories.inRow = false;
          break;
        default:
          break;
      }
  };
  const takeToken = (token: Exclude<RtfToken, { readonly kind: "open" | "close" }>): void => {
    if (token.kind === "symbol" && token.symbol === "*") {
      starred = groupBegins;
      return;
    }
    const begins = groupBegins;
    groupBegins = false;
    if (toSkip > 0 && token.kind !== "text") {
      toSkip--;
      if (token.kind !== "word") return;
    }
    if (token.kind === "word") {
      encoded.flush();
      if (begins) beginGroup(token.word);
      if (!state.skipped) takeWord(token.word, token.number);
    } else if (state.skipped) return;
    else if (token.kind === "symbol") {
      // an escaped sign may be the second byte of a character
      const printed = printedSymbols.get(token.symbol) ?? "";
      if (escapes.has(token.symbol)) put(encoded.finishWith(printed));
      else {
        encoded.flush();
        put(printed);
      }
    } else if (token.kind === "byte") {
      if (fonts.isSymbol(state.font)) put(signOf("Symbol", token.byte));
      else encoded.byte(token.byte, fonts.encodingOf(state.font) ?? encoding);
    } else {
      const rest = token.text.slice(toSkip);
      toSkip = Math.max(0, toSkip - token.text.length);
      const words = encoded.finishWith(rest);
      put(fonts.isSymbol(state.font) ? [...words].map((one) => signOf("Symbol", one.charCodeAt(0))).join("") : words);
    }
  };

  for (const token of rtfTokens(bytes)) {
    if (token.kind === "open") {
      encoded.flush();
      if (stack.length >= limits.htmlDepth) return tooDeep;
      stack.push(state);
      state = { ...state, onClose: undefined };
      groupBegins = true;
      starred = false;
      toSkip = 0;
    } else if (token.kind === "close") {
      encoded.flush();
      state.onClose?.();
      state = stack.pop() ?? firstState();
      groupBegins = false;
      starred = false;
      toSkip = 0;
    } else takeToken(token);
  }
  encoded.flush();
  while (stack.length > 0) {
    state.onClose?.();
    state = stack.pop()!;
  }
  const { blocks: body, tables } = stories.finish();
  return { ok: true, value: { body, footnotes: notes, headers, footers, hidden, deleted, tables, ...found } };
}

const escapes: ReadonlySet<string> = new Set(["\\", "{", "}"]);

const tooDeep = refuse(
  "too-large",
  {
    zh: `RTF 文件的组嵌套超过 ${limits.htmlDepth} 层。`,
    en: `The groups of the RTF file are nested deeper than ${limits.htmlDepth}.`,
  },
  {
    zh: "请用 Word 或 WPS 打开，另存为 .docx 后再导入。",
    en: "Open it in Word or WPS, save it as .docx, and import that.",
  },
);
