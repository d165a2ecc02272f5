import { decodeText } from "../source-file.ts";
import type { ContentKind } from "./content-kind.ts";
import { isOle, openOle } from "./ole-file.ts";
import { sniffText } from "./sniff-text.ts";
import { openZip, type ZipFile } from "./zip-guard.ts";

/**
 * What bytes are — 识别文件格式. By content only: names lie as often as not. A container is what it holds: a ZIP may be
 * a workbook, an OLE2 file a letter. Never throws; what nothing is known of is text.
 */
export function sniff(bytes: Uint8Array): ContentKind {
  if (isOle(bytes)) return sniffOle(bytes);
  if (startsWith(bytes, "PK\u0003\u0004") || startsWith(bytes, "PK\u0005\u0006")) return sniffZip(bytes);
  for (const [magic, kind] of magics) if (startsWith(bytes, magic)) return kind;
  if (isBareBiff(bytes)) return "xls";
  if (latin(bytes, 257, 262) === "ustar") return "tar";
  if (/%PDF-\d/u.test(latin(bytes, 0, 1024))) return "pdf";
  if (isIsoPicture(bytes)) return "image";
  return sniffText(decodeText(bytes.subarray(0, headBytes), bytes.length > headBytes)?.text ?? "");
}

/** Enough to tell one text from another. */
const headBytes = 256 * 1024;

const magics: readonly (readonly [string, ContentKind])[] = [
  ["\u0089PNG\r\n\u001a\n", "image"],
  ["\u00ff\u00d8\u00ff", "image"],
  ["GIF8", "image"],
  ["II*\u0000", "image"],
  ["MM\u0000*", "image"],
  ["II+\u0000", "image"],
  ["MM\u0000+", "image"],
  ["\u0000\u0000\u0000\u000cjP  \r\n", "image"],
  ["Rar!\u001a\u0007", "rar"],
  ["7z\u00bc\u00af\u0027\u001c", "7z"],
  ["\u001f\u008b", "gzip"],
  ["BZh", "gzip"],
  ["\u00fd7zXZ\u0000", "gzip"],
  ["\u007fELF", "program"],
  ["SQLite format 3\u0000", "database"],
  ["\u0000\u0001\u0000\u0000Standard ", "database"],
];

function sniffOle(bytes: Uint8Array): ContentKind {
  const opened = openOle(bytes);
  const names = opened.ok ? opened.value.streams.map(({ path }) => path.toLowerCase()) : [];
  const has = (name: string): boolean => names.includes(name);
  if (names.some((name) => name.includes("drmencrypted") || name.endsWith("drmcontent"))) return "rights-managed";
  if (has("encryptedpackage") || has("encryptioninfo")) return "encrypted";
  if (has("worddocument")) return "doc";
  if (has("workbook") || has("book")) return "xls";
  if (has("powerpoint document")) return "presentation";
  if (names.some((name) => name.startsWith("__substg1.0_"))) return "mail";
  return "unknown-ole";
}

/** A workbook, a letter, or just files; a ZIP that cannot be opened is an archive, which says why. */
function sniffZip(bytes: Uint8Array): ContentKind {
  const opened = openZip(bytes);
  if (!opened.ok) return "archive";
  const zip = opened.value;
  const names = zip.entries.map(({ name }) => name.toLowerCase());
  const has = (name: string): boolean => names.includes(name);
  const mimetype = has("mimetype") ? smallText(zip, "mimetype") : "";
  if (mimetype.startsWith("application/vnd.oasis.opendocument.")) {
    if (smallText(zip, "META-INF/manifest.xml").includes("encryption-data")) return "encrypted";
    if (mimetype.includes(".spreadsheet")) return "ods";
    return mimetype.includes(".text") ? "odt" : mimetype.includes(".presentation") ? "presentation" : "archive";
  }
  if (has("ofd.xml")) return "ofd";
  if (has("index/document.iwa") || has("index.zip")) return "iwork";
  const types = smallText(zip, "[Content_Types].xml");
  if (
    has("xl/workbook.xml") ||
    types.includes("spreadsheetml.sheet.main") ||
    types.includes(".sheet.macroEnabled.main")
  )
    return "xlsx";
  if (has("xl/workbook.bin") || types.includes(".sheet.binary.")) return "xlsb";
  if (has("word/document.xml") || types.includes("wordprocessingml.document.main")) return "docx";
  if (has("ppt/presentation.xml")) return "presentation";
  if (has("content.xml") && has("meta-inf/manifest.xml")) return sniffManifest(smallText(zip, "META-INF/manifest.xml"));
  return "archive";
}

/** OpenDocument without its first entry, as some packers make it. */
function sniffManifest(manifest: string): ContentKind {
  if (manifest.includes("encryption-data")) return "encrypted";
  if (manifest.includes("opendocument.spreadsheet")) return "ods";
  return manifest.includes("opendocument.text") ? "odt" : "archive";
}

/** A small part as text; "" where it is absent, large or broken. */
function smallText(zip: ZipFile, name: string): string {
  const entry = zip.entries.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!entry || entry.unpacked > 1024 * 1024) return "";
  const read = zip.read(entry.name);
  return read.ok ? new TextDecoder().decode(read.value) : "";
}

/** A workbook stream without its container: a BOF record of BIFF2 to BIFF8. */
function isBareBiff(bytes: Uint8Array): boolean {
  const [record, version, length, high] = bytes;
  return (
    record === 9 && [0, 2, 4, 8].includes(version ?? -1) && (length ?? 0) >= 4 && (length ?? 0) <= 16 && high === 0
  );
}

/** WebP, HEIF, AVIF and BMP, whose marks do not stand at the start alone. */
function isIsoPicture(bytes: Uint8Array): boolean {
  if (startsWith(bytes, "RIFF") && latin(bytes, 8, 12) === "WEBP") return true;
  if (latin(bytes, 4, 8) === "ftyp" && /^(?:heic|heix|mif1|msf1|avif)$/u.test(latin(bytes, 8, 12))) return true;
  return startsWith(bytes, "BM") && latin(bytes, 6, 10) === "\u0000\u0000\u0000\u0000";
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return [...magic].every((character, at) => bytes[at] === character.charCodeAt(0));
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
