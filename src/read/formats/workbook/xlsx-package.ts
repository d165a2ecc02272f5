import type { Result } from "../../../domain/result.ts";
import { type ReadingRefusal, refuse } from "../../reading-refusal.ts";
import type { ZipFile } from "../zip-guard.ts";
import { readXmlPart } from "./xml-events.ts";

/** A relation of a part to another — 部件关系. */
export interface PartRelation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `comments`, `drawing` … */
  readonly type: string;
  /** Name of the entry in the ZIP, in the case in which it stands there. */
  readonly target: string;
}

/** A sheet as the workbook lists it — 工作表清单. */
export interface ListedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
  /** `worksheet`, or what else a sheet can be. */
  readonly type: string;
}

/** The parts of a workbook package — 工作簿的部件. */
export interface WorkbookPackage {
  readonly sheets: readonly ListedSheet[];
  readonly isFrom1904: boolean;
  readonly styles: string | undefined;
  readonly sharedStrings: string | undefined;
}

/** Lists what an XLSX package holds, by its relations and not by the names that its parts usually have. */
export function openPackage(zip: ZipFile): Result<WorkbookPackage, ReadingRefusal> {
  const main = mainPart(zip) ?? "xl/workbook.xml";
  const relations = relationsOf(zip, main);
  const sheets: ListedSheet[] = [];
  let isFrom1904 = false;
  const read = readXmlPart(zip, main, {
    open(name, attributes) {
      if (name === "workbookPr") isFrom1904 = isTrue(attributes.date1904);
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
      const relation = relations.find((one) => one.id === id);
      if (!relation) return;
      sheets.push({
        name: attributes.name ?? "",
        isHidden: /hidden/iu.test(attributes.state ?? ""),
        part: relation.target,
        type: relation.type,
      });
    },
  });
  if (!read.ok) return read;
  if (sheets.length === 0) return noSheets;
  const partOf = (type: string): string | undefined => relations.find((one) => one.type === type)?.target;
  return { ok: true, value: { sheets, isFrom1904, styles: partOf("styles"), sharedStrings: partOf("sharedStrings") } };
}

/** The part that the package says is the workbook — 主部件. */
export function mainPart(zip: ZipFile): string | undefined {
  return relationsOf(zip, "").find(({ type }) => type === "officeDocument")?.target;
}

const noSheets = refuse(
  "damaged",
  { zh: "工作簿里没有列出任何工作表。", en: "The workbook lists no sheet." },
  { zh: "请用 Excel 或 WPS 打开修复，另存后再导入。", en: "Repair it in Excel or WPS, save it and import that." },
);

/** What a part relates to, inside the package; parts that are not there are left out — 部件之间的关系. */
export function relationsOf(zip: ZipFile, part: string): readonly PartRelation[] {
  const slash = part.lastIndexOf("/") + 1;
  const name = entryNamed(zip, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  if (name === undefined) return [];
  const found: PartRelation[] = [];
  readXmlPart(zip, name, {
    open(element, { Id: id, Type: type = "", Target: target, TargetMode: mode }) {
      if (element !== "Relationship" || id === undefined || target === undefined || mode === "External") return;
      const entry = entryNamed(zip, resolved(part.slice(0, slash), target));
      if (entry !== undefined) found.push({ id, type: type.slice(type.lastIndexOf("/") + 1), target: entry });
    },
  });
  return found;
}

/** Some packers write names in another case than they refer to. */
function entryNamed(zip: ZipFile, name: string): string | undefined {
  if (zip.has(name)) return name;
  const lower = name.toLowerCase();
  return zip.entries.find((entry) => entry.name.toLowerCase() === lower)?.name;
}

function resolved(folder: string, target: string): string {
  const path = target.replaceAll("\\", "/");
  const parts = path.startsWith("/") ? [] : folder.split("/").filter((part) => part !== "");
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** A switch of OOXML: `1`, `true` or `on` — 布尔属性. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

/** Comments, pictures, text boxes, charts and objects of a sheet: what stands beside its cells — 工作表的附属部分. */
export function partsBeside(zip: ZipFile, sheet: string): readonly string[] {
  const found: string[] = [];
  for (const { type, target } of relationsOf(zip, sheet)) {
    if (type === "comments")
      found.push(...(target.endsWith(".bin") ? ["批注 comments"] : counted(zip, target, { comment: "批注 comments" })));
    if (type === "drawing")
      found.push(
        ...counted(zip, target, { pic: "图片 pictures", txBody: "文本框 text boxes", graphicFrame: "图表 charts" }),
      );
    if (type === "oleObject" || type === "package") found.push("嵌入对象 objects");
  }
  return [...new Set(found)];
}

/** How often some elements stand in a part: `批注 comments × 3`. */
function counted(zip: ZipFile, part: string, words: Readonly<Record<string, string>>): readonly string[] {
  const counts = new Map<string, number>();
  readXmlPart(zip, part, {
    open(name) {
      if (Object.hasOwn(words, name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    },
  });
  return [...counts].map(([name, count]) => `${words[name]} × ${count}`);
}
