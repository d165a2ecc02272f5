import type { Bilingual } from "../../domain/result.ts";

/**
 * The name of a ZIP entry — 压缩项名称. Packers on Chinese Windows write GB18030 and leave the UTF-8 mark off; those of
 * macOS write UTF-8 and leave it off too, so a name is UTF-8 only where that gives Chinese characters.
 */
export function zipEntryName(bytes: Uint8Array, unicodePath: Uint8Array, isMarkedUtf8: boolean): string {
  return namePart(bytes, unicodePath, isMarkedUtf8).replaceAll("\\", "/");
}

const chinese = /[\u3400-\u9fff]/u;
const ascii = /^[\x20-\x7e]*$/u;

function namePart(bytes: Uint8Array, unicodePath: Uint8Array, isMarkedUtf8: boolean): string {
  // Info-ZIP's field: version, checksum of the other name, then UTF-8
  const unicode = unicodePath.length > 5 ? strictly("utf-8", unicodePath.subarray(5)) : undefined;
  if (unicode !== undefined) return unicode;
  const utf8 = strictly("utf-8", bytes);
  if (utf8 !== undefined && (isMarkedUtf8 || ascii.test(utf8) || chinese.test(utf8))) return utf8;
  return strictly("gb18030", bytes) ?? utf8 ?? new TextDecoder("latin1").decode(bytes);
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined; // not this encoding
    throw error;
  }
}

const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** Why a name is not taken into a folder of ours; nothing for an ordinary one — 不安全的名称. */
export function troubleInName(name: string): Bilingual | undefined {
  const parts = name.split("/");
  if (name === "" || parts.every((part) => part === "")) return { zh: "没有名称", en: "it has no name" };
  if ([...name].some((character) => character < " "))
    return { zh: "名称中有控制字符", en: "its name holds control characters" };
  if (name.startsWith("/")) return { zh: "名称是绝对路径", en: "its name is an absolute path" };
  if (/^[A-Za-z]:/u.test(name)) return { zh: "名称带有盘符", en: "its name starts with a drive" };
  if (parts.includes("..")) return { zh: "名称指向上级文件夹（../）", en: "its name leads out of the archive (../)" };
  if (parts.some((part) => devices.test(part))) return { zh: "名称是系统设备名", en: "it is named like a device" };
  return undefined;
}
