import { Parser } from "htmlparser2";
import type { Result } from "../../../domain/result.ts";
import { limits } from "../../limits.ts";
import { type ReadingRefusal, refuse } from "../../reading-refusal.ts";
import { canonicalPrefix } from "./xml-names.ts";

/** An attribute of the element that begins, by its canonical name: `w:val` whatever prefix the file uses. */
export type XmlAttributes = (name: string) => string | undefined;

/** What to do at the end of an element; "skip": nothing of what is within is wanted. */
export type XmlClose = (() => void) | "skip" | undefined;

/** Told what an XML text holds, in its order — XML 事件. */
export interface XmlHandler {
  /** By its canonical name: `w:p`, `table:table-cell`; without prefix where its namespace is unknown to us. */
  open(name: string, attribute: XmlAttributes): XmlClose;
  text?(words: string): void;
}

/** Elements stand in each other deeper than the limit: thrown inside the parser, told as a refusal outside of it. */
class XmlTooDeep extends Error {}

/**
 * Walks an XML text — 读取 XML. Without recursion; entities other than XML's own and whatever lies outside the file are
 * never resolved, and damaged markup is taken as far as it goes. What is nested too deep is refused.
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler): Result<undefined, ReadingRefusal> {
  const parser = xmlParser(handler);
  const decoder = new TextDecoder(encodingOfXml(bytes));
  try {
    // pieces, for the whole may be longer than a string may be
    for (let at = 0; at < bytes.length; at += pieceBytes)
      parser.write(decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true }));
    parser.end(decoder.decode());
    return { ok: true, value: undefined };
  } catch (error) {
    if (error instanceof XmlTooDeep) return tooDeep;
    throw error;
  }
}

const pieceBytes = 1024 * 1024;

function xmlParser(handler: XmlHandler): Parser {
  const closes: XmlClose[] = [];
  const scopes: Scope[] = [emptyScope];
  let skipped = 0;
  return new Parser(
    {
      onopentag(raw, attributes) {
        if (closes.length + skipped >= limits.xmlDepth) throw new XmlTooDeep();
        if (skipped > 0) {
          skipped++;
          return;
        }
        const scope = scopeWith(scopes.at(-1)!, attributes);
        const close = handler.open(nameIn(scope, raw), (name) => attributeIn(scope, attributes, name));
        if (close === "skip") {
          skipped = 1;
          return;
        }
        closes.push(close);
        scopes.push(scope);
      },
      onclosetag() {
        if (skipped > 0) {
          skipped--;
          return;
        }
        scopes.pop();
        const close = closes.pop();
        if (typeof close === "function") close();
      },
      ontext(words) {
        // outside of all elements stand blanks, and what is left of a document type
        if (skipped === 0 && closes.length > 0) handler.text?.(words);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
}

/** Prefixes in force: the file's own to ours, and back. */
interface Scope {
  readonly ours: ReadonlyMap<string, string>;
  readonly theirs: ReadonlyMap<string, string>;
}

const emptyScope: Scope = { ours: new Map(), theirs: new Map() };

function scopeWith(outer: Scope, attributes: Readonly<Record<string, string>>): Scope {
  let ours: Map<string, string> | undefined;
  let theirs: Map<string, string> | undefined;
  for (const name in attributes) {
    if (!name.startsWith("xmlns") || (name.length > 5 && name[5] !== ":")) continue;
    const prefix = name.slice(6);
    const known = canonicalPrefix(attributes[name] ?? "") ?? "";
    if ((ours ?? outer.ours).get(prefix) === known || (ours ?? outer.ours).size > mostPrefixes) continue;
    ours ??= new Map(outer.ours);
    theirs ??= new Map(outer.theirs);
    ours.set(prefix, known);
    if (known !== "" && prefix !== "") theirs.set(known, prefix);
  }
  return ours && theirs ? { ours, theirs } : outer;
}

/** Of honest files; more would only be there to be copied from scope to scope. */
const mostPrefixes = 200;

/** A prefix that is declared nowhere is taken by its word: the file was damaged or written by hand. */
function nameIn({ ours }: Scope, raw: string): string {
  const colon = raw.indexOf(":");
  const prefix = colon === -1 ? "" : raw.slice(0, colon);
  const known = ours.get(prefix) ?? prefix;
  const local = raw.slice(colon + 1);
  return known === "" ? local : `${known}:${local}`;
}

function attributeIn(
  { theirs }: Scope,
  attributes: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  const colon = name.indexOf(":");
  if (colon === -1) return own(attributes, name);
  const prefix = theirs.get(name.slice(0, colon));
  const local = name.slice(colon + 1);
  return (
    (prefix === undefined ? own(attributes, name) : own(attributes, `${prefix}:${local}`)) ?? own(attributes, local)
  );
}

function own(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

const declaredEncoding = /^\s{0,20}<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/u;

function encodingOfXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0x3c && bytes[1] === 0) return "utf-16le";
  if (bytes[0] === 0 && bytes[1] === 0x3c) return "utf-16be";
  const label = declaredEncoding.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 400)))?.[1]?.toLowerCase();
  if (label === undefined || label.startsWith("utf-16") || label === "ucs-2") return "utf-8";
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === "gbk" ? "gb18030" : encoding;
  } catch (error) {
    if (error instanceof RangeError) return "utf-8"; // no encoding of that name
    throw error;
  }
}

const tooDeep = refuse(
  "too-large",
  {
    zh: `文件内部的 XML 嵌套超过 ${limits.xmlDepth} 层。`,
    en: `The XML inside the file is nested deeper than ${limits.xmlDepth}.`,
  },
  {
    zh: "请用 Word 或 WPS 打开，把表格复制到新文件，保存后再导入。",
    en: "Open it in Word or WPS, copy the tables into a new file, and import that.",
  },
);
