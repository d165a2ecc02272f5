import type { Bilingual, Result } from "../../domain/result.ts";
import { type ReadingRefusal, refuse } from "../reading-refusal.ts";
import type { FileBytes } from "./file-bytes.ts";
import { sniff } from "./sniff.ts";
import { openZip, type ZipBudget, zipBudget } from "./zip-guard.ts";

/** A file of an archive that is not handed on, and why — 压缩包中略过的文件. */
export interface SkippedFile {
  readonly name: string;
  readonly because: "junk" | "refused";
  readonly code: ReadingRefusal | undefined;
  readonly why: Bilingual;
}

/** What a brought file comes to: itself, or the files of an archive — 待读文件清单. */
export interface BroughtFiles {
  /** Those of an archive are named `archive.zip/folder/file.xlsx`, in the order of their names. */
  readonly files: readonly FileBytes[];
  readonly skipped: readonly SkippedFile[];
}

/** Archives within archives are opened so deep. */
const deepest = 3;

/**
 * The files to be read of what was brought — 展开压缩包. A workbook or letter is one file, though it is a ZIP too; an archive is
 * opened, also within archives, on one allowance for all. Nothing is left out in silence.
 */
export function filesIn(brought: FileBytes): Result<BroughtFiles, ReadingRefusal> {
  if (sniff(brought.bytes) !== "archive") return { ok: true, value: { files: [brought], skipped: [] } };
  const files: FileBytes[] = [];
  const skipped: SkippedFile[] = [];
  const opened = unpack(brought, 1, zipBudget(), files, skipped);
  if (!opened.ok) return opened;
  if (files.length === 0) return nothingInside(brought.name, skipped);
  files.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { ok: true, value: { files, skipped } };
}

/** An archive is no document: says what is in it, or why it is not opened — 压缩包不是单个文件. */
export function refuseArchive(file: FileBytes): Result<never, ReadingRefusal> {
  const opened = filesIn(file);
  if (!opened.ok) return opened;
  const { files } = opened.value;
  const names = files.slice(0, 5).map(({ name }) => name.slice(file.name.length + 1));
  return refuse(
    "format-unsupported",
    {
      zh: `这是压缩包，内有 ${files.length} 个文件（${names.join("、")}${files.length > 5 ? " 等" : ""}），要分别读取。`,
      en: `This is an archive of ${files.length} files (${names.join(", ")}${files.length > 5 ? " …" : ""}), which are read one by one.`,
    },
    { zh: "请批量导入，或解压后逐个导入。", en: "Import it as a batch, or unpack it and import the files." },
  );
}

function unpack(
  archive: FileBytes,
  depth: number,
  budget: ZipBudget,
  files: FileBytes[],
  skipped: SkippedFile[],
): Result<undefined, ReadingRefusal> {
  const zip = openZip(archive.bytes, budget);
  if (!zip.ok) return zip;
  for (const { name, code, why } of zip.value.troubles)
    skipped.push({ name: `${archive.name}/${name}`, because: "refused", code, why });
  for (const entry of zip.value.entries) {
    const name = `${archive.name}/${entry.name}`;
    const junk = junkOf(entry.name) ?? (entry.unpacked === 0 ? emptyEntry : undefined);
    if (junk) {
      skipped.push({ name, because: "junk", code: undefined, why: junk });
      continue;
    }
    const read = zip.value.read(entry.name);
    if (!read.ok) {
      skipped.push({ name, because: "refused", code: read.refusal.code, why: read.refusal.message });
      continue;
    }
    const file = { name, bytes: read.value };
    if (sniff(file.bytes) !== "archive") files.push(file);
    else if (depth === deepest) skipped.push({ name, because: "refused", code: "too-large", why: nestedTooDeep });
    else {
      const inner = unpack(file, depth + 1, budget, files, skipped);
      if (!inner.ok) skipped.push({ name, because: "refused", code: inner.refusal.code, why: inner.refusal.message });
    }
  }
  return { ok: true, value: undefined };
}

const emptyEntry: Bilingual = { zh: "空文件", en: "an empty file" };

const nestedTooDeep: Bilingual = {
  zh: `压缩包套压缩包超过 ${deepest} 层`,
  en: `archives are nested more than ${deepest} deep`,
};

/** Files that systems and programs leave behind, and what they are; nothing for a file of somebody's. */
function junkOf(path: string): Bilingual | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (path.startsWith("__MACOSX/") || name === ".DS_Store" || name.startsWith("._"))
    return { zh: "macOS 的附属文件", en: "a file that macOS leaves" };
  if (/^(?:thumbs\.db|desktop\.ini|ehthumbs\.db)$/iu.test(name))
    return { zh: "Windows 的附属文件", en: "a file that Windows leaves" };
  if (name.startsWith("~$") || /^\.~(?:lock\.)?/u.test(name) || /^~.*\.tmp$/iu.test(name))
    return { zh: "办公软件打开文件时的临时文件", en: "a temporary file of an office program" };
  return undefined;
}

function nothingInside(name: string, skipped: readonly SkippedFile[]) {
  const first = skipped.filter(({ because }) => because === "refused").slice(0, 3);
  const list = (language: "zh" | "en"): string => first.map((one) => `${one.name}: ${one.why[language]}`).join("; ");
  return refuse(
    first.some(({ code }) => code === "needs-password") ? "needs-password" : "nothing-inside",
    {
      zh: `压缩包“${name}”里没有可以读取的文件${first.length > 0 ? `：${list("zh")}` : ""}。`,
      en: `The archive “${name}” holds no file that can be read${first.length > 0 ? `: ${list("en")}` : ""}.`,
    },
    { zh: "请检查压缩包内容，重新打包后再导入。", en: "Check what is in the archive, pack it again and import that." },
  );
}
