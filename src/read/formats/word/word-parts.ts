import type { Result } from "../../../domain/result.ts";
import type { ReadingRefusal } from "../../reading-refusal.ts";
import type { XmlHandler } from "../xml/read-xml.ts";

/** A part that another points to — 部件关系: `numbering`, `footnotes`, `aFChunk` … and where it lies. */
export interface Relation {
  readonly id: string;
  /** The last word of its type. */
  readonly kind: string;
  readonly target: string;
  readonly external: boolean;
}

/** The parts of a Word document, in a ZIP or in one XML file — Word 文件的部件. */
export interface WordParts {
  /** Parts of the body, by the order of its list. */
  readonly relations: readonly Relation[];
  /** `undefined` where the part is missing. */
  walk(part: string, handler: XmlHandler): Result<undefined, ReadingRefusal> | undefined;
  bytes(part: string): Uint8Array | undefined;
}

/** Reads a list of relations — 读取部件关系. */
export function openRelations(folder: string): { readonly handler: XmlHandler; readonly relations: Relation[] } {
  const relations: Relation[] = [];
  return {
    relations,
    handler: {
      open(name, attribute) {
        if (name.slice(name.indexOf(":") + 1) !== "Relationship") return undefined;
        const target = attribute("Target") ?? "";
        relations.push({
          id: attribute("Id") ?? "",
          kind: (attribute("Type") ?? "").split("/").at(-1) ?? "",
          target: pathFrom(folder, target),
          external: attribute("TargetMode") === "External",
        });
        return undefined;
      },
    },
  };
}

/** `word` and `../x.xml` → `x.xml`; a path that begins with `/` starts at the top. */
function pathFrom(folder: string, target: string): string {
  const steps = target.startsWith("/") ? [] : folder.split("/").filter((step) => step !== "");
  for (const step of target.slice(0, 500).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
