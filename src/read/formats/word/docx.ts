import { createHash } from "node:crypto";
import type { Result } from "../../../domain/result.ts";
import { type ReadingRefusal, refuse } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import type { FileBytes } from "../file-bytes.ts";
import { readXml } from "../xml/read-xml.ts";
import { openZip, type ZipFile } from "../zip-guard.ts";
import { documentOfWord } from "./read-word.ts";
import { openRelations, type WordParts } from "./word-parts.ts";

/** A .docx (also .docm, .dotx, strict or not) → its cells — 读取 DOCX. Templates and pictures that lie elsewhere are never fetched. */
export function documentOfDocx({ name, bytes }: FileBytes): Result<SourceDocument, ReadingRefusal> {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  const body = bodyOf(zip.value);
  if (body === undefined) return withoutBody;
  const description = {
    name,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
    kind: "docx",
    encoding: "",
  } as const;
  return documentOfWord(description, partsOf(zip.value, body), body);
}

/** Where the body lies: as the package says, else where everybody puts it. */
function bodyOf(zip: ZipFile): string | undefined {
  const { handler, relations } = openRelations("");
  const read = zip.has("_rels/.rels") ? zip.read("_rels/.rels") : undefined;
  if (read?.ok) readXml(read.value, handler);
  const said = relations.find(({ kind, target }) => kind === "officeDocument" && zip.has(target))?.target;
  return said ?? ["word/document.xml", "word/document2.xml"].find((path) => zip.has(path));
}

function partsOf(zip: ZipFile, body: string): WordParts {
  const slash = body.lastIndexOf("/");
  const folder = slash === -1 ? "" : body.slice(0, slash);
  const list = `${folder === "" ? "" : `${folder}/`}_rels/${body.slice(slash + 1)}.rels`;
  const { handler, relations } = openRelations(folder);
  const bytes = (part: string): Uint8Array | undefined => {
    const read = zip.has(part) ? zip.read(part) : undefined;
    return read?.ok ? read.value : undefined;
  };
  const listed = bytes(list);
  if (listed) readXml(listed, handler);
  return {
    relations,
    bytes,
    walk(part, to) {
      if (part !== body && !zip.has(part)) return undefined;
      const read = zip.read(part);
      return read.ok ? readXml(read.value, to) : read;
    },
  };
}

const withoutBody = refuse(
  "damaged",
  { zh: "文件里没有 Word 正文（word/document.xml）。", en: "The file has no body of Word (word/document.xml)." },
  {
    zh: "请用 Word 或 WPS 打开并另存，再导入。",
    en: "Open it in Word or WPS, save it again, and import that.",
  },
);
