import { Parser } from "htmlparser2";
import type { Result } from "../../../domain/result.ts";
import { limits } from "../../limits.ts";
import { type ReadingRefusal, refuse } from "../../reading-refusal.ts";
import type { ZipFile } from "../zip-guard.ts";

/** What is told while an XML part is read: names come without their prefix — XML 读取事件. */
export interface XmlEvents {
  /** Attributes keep their prefix. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  /** A stretch of text; one text may come in several. */
  text?(text: string): void;
  close?(name: string): void;
}

/** Takes the bytes of one XML part, piece by piece — XML 读取器. */
export interface XmlReader {
  /** `false` where the rest is of no use: nested too deeply. */
  take(piece: Uint8Array): boolean;
  end(): Result<undefined, ReadingRefusal>;
}

/**
 * Reads XML as it comes — 流式读取 XML. Entities other than the five of XML stay as they are and no document type is
 * followed, so nothing multiplies and nothing is fetched.
 */
export function xmlReader(name: string, events: XmlEvents): XmlReader {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let depth = 0;
  let isTooDeep = false;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (++depth > limits.xmlDepth) {
          isTooDeep = true;
          parser.pause(); // its stack costs the square of its depth
        }
        if (!isTooDeep) events.open?.(localName(tag), attributes);
      },
      ontext(text) {
        if (!isTooDeep) events.text?.(text);
      },
      onclosetag(tag) {
        depth--;
        if (!isTooDeep) events.close?.(localName(tag));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  return {
    take(piece) {
      decoder ??= new TextDecoder(encodingOf(piece));
      parser.write(decoder.decode(piece, { stream: true }));
      return !isTooDeep;
    },
    end() {
      if (!isTooDeep) parser.end();
      return isTooDeep ? tooDeep(name) : { ok: true, value: undefined };
    },
  };
}

/** Reads one XML part of a ZIP — 读取压缩包内的 XML. */
export function readXmlPart(zip: ZipFile, name: string, events: XmlEvents): Result<undefined, ReadingRefusal> {
  const reader = xmlReader(name, events);
  const streamed = zip.stream(name, (piece) => reader.take(piece));
  const ended = reader.end();
  return streamed.ok ? ended : streamed;
}

/** Reads an XML file that is not packed — 读取单个 XML 文件. */
export function readXmlFile(name: string, bytes: Uint8Array, events: XmlEvents): Result<undefined, ReadingRefusal> {
  const reader = xmlReader(name, events);
  const step = 1 << 16;
  for (let at = 0; at < bytes.length; at += step) if (!reader.take(bytes.subarray(at, at + step))) break;
  return reader.end();
}

/** An attribute by its name without prefix — 按本地名取属性. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const exact = attributes[name];
  if (exact !== undefined) return exact;
  for (const key in attributes)
    if (key.endsWith(name) && key[key.length - name.length - 1] === ":") return attributes[key];
  return undefined;
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(":") + 1);
}

/** By its mark, else by what its declaration says, else UTF-8. */
function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const declaration = String.fromCharCode(...head.subarray(0, 200));
  const declared = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/u.exec(declaration)?.[1]?.toLowerCase() ?? "utf-8";
  return /^(?:gb|big5)/u.test(declared) ? (declared === "big5" ? "big5" : "gb18030") : "utf-8";
}

function tooDeep(name: string) {
  return refuse(
    "too-large",
    {
      zh: `“${name}”的标记嵌套超过 ${limits.xmlDepth} 层。`,
      en: `The elements of “${name}” are nested more than ${limits.xmlDepth} deep.`,
    },
    { zh: "请用 Excel 或 WPS 重新另存，再导入。", en: "Save it again with Excel or WPS and import that." },
  );
}
