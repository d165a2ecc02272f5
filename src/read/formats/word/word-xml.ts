import { createHash } from "node:crypto";
import type { Result } from "../../../domain/result.ts";
import type { ReadingRefusal } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import type { FileBytes } from "../file-bytes.ts";
import { readXml, type XmlHandler } from "../xml/read-xml.ts";
import { documentOfWord } from "./read-word.ts";
import { openRelations, type Relation, type WordParts } from "./word-parts.ts";

/** A Word document as one XML file: of Word 2003, or the parts of a .docx in a row (flat OPC) — 读取 Word 单文件 XML. */
export function documentOfWordXml({ name, bytes }: FileBytes): Result<SourceDocument, ReadingRefusal> {
  const relations = relationsIn(bytes);
  const body = relations.find(({ kind }) => kind === "officeDocument")?.target ?? "word/document.xml";
  const parts: WordParts = {
    // a document of Word 2003 has its styles within itself
    relations: relations.length > 0 ? relations.filter(({ kind }) => kind !== "officeDocument") : [ownStyles],
    walk: (part, handler) => readXml(bytes, onlyPart(part, handler)),
    bytes: () => undefined,
  };
  return documentOfWord(
    {
      name,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length,
      kind: "docx",
      encoding: "",
    },
    parts,
    body,
  );
}

const ownStyles: Relation = { id: "", kind: "styles", target: "", external: false };

const pathOf = (name: string | undefined): string => (name ?? "").replace(/^\//u, "");

/** Of a package the one part; a document of Word 2003 is its only part. */
function onlyPart(part: string, handler: XmlHandler): XmlHandler {
  return {
    open(name, attribute) {
      if (name === "pkg:part") return pathOf(attribute("pkg:name")) === part ? undefined : "skip";
      return handler.open(name, attribute);
    },
    text: (words) => handler.text?.(words),
  };
}

/** All relations of a package, each read from the folder of the part that has them. */
function relationsIn(bytes: Uint8Array): readonly Relation[] {
  const found: Relation[] = [];
  let list: ReturnType<typeof openRelations> | undefined;
  readXml(bytes, {
    open(name, attribute) {
      if (name === "pkg:part") {
        const path = pathOf(attribute("pkg:name"));
        if (!path.endsWith(".rels")) return "skip";
        list = openRelations(path.replace(/_rels\/[^/]*$/u, ""));
        const own = list;
        return () => {
          for (const one of own.relations) found.push(one);
        };
      }
      return list?.handler.open(name, attribute);
    },
  });
  return found;
}
