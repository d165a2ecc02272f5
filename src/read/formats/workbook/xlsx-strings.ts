import type { Result } from "../../../domain/result.ts";
import type { ReadingRefusal } from "../../reading-refusal.ts";
import type { ZipFile } from "../zip-guard.ts";
import { readXmlPart } from "./xml-events.ts";

/** The texts that cells refer to by number — 共享字符串. Readings of characters (phonetic runs) are not text. */
export function readSharedStrings(zip: ZipFile, part: string | undefined): Result<readonly string[], ReadingRefusal> {
  const strings: string[] = [];
  if (part === undefined) return { ok: true, value: strings };
  let text = "";
  let isText = false;
  let phonetic = false;
  const read = readXmlPart(zip, part, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "t") isText = !phonetic;
      else if (name === "rPh") phonetic = true;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === "si") strings.push(unescaped(text));
      else if (name === "t") isText = false;
      else if (name === "rPh") phonetic = false;
    },
  });
  return read.ok ? { ok: true, value: strings } : read;
}

/** OOXML writes characters that XML cannot hold as `_x000D_` — 还原转义字符. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
