import type { Result } from "../../domain/result.ts";
import { limits } from "../limits.ts";
import { type ReadingRefusal, refuse } from "../reading-refusal.ts";
import { type EntryTrouble, inflateEntry } from "./inflate-entry.ts";
import { readZipDirectory, type ZipDirectoryEntry } from "./zip-directory.ts";
import { troubleInName } from "./zip-entry-name.ts";

/** A file inside a ZIP that the guard has agreed to — 压缩包内的文件. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes when unpacked, as declared; unpacking stops where they are exceeded. */
  readonly unpacked: number;
}

/** What a ZIP holds besides, and why it is not handed out — 压缩包内不予解开的项. */
export interface ZipTrouble extends EntryTrouble {
  readonly name: string;
}

/** A ZIP whose directory is sound and within the limits; nothing is unpacked before it is asked for — 已检查的压缩包. */
export interface ZipFile {
  /** In the order of the directory; folders are left out. */
  readonly entries: readonly ZipEntry[];
  readonly troubles: readonly ZipTrouble[];
  has(name: string): boolean;
  /** All bytes of one file: checked against its declared size and checksum. */
  read(name: string): Result<Uint8Array, ReadingRefusal>;
  /** The same piece by piece, for what is too large to be held at once; `take` may say `false` to end early. */
  stream(name: string, take: (piece: Uint8Array) => boolean | undefined): Result<undefined, ReadingRefusal>;
}

/** What one file, also of archives within archives, may still unpack — 剩余的解压额度. */
export interface ZipBudget {
  bytes: number;
  entries: number;
}

/** The allowance of one file — 单个文件的解压额度. */
export const zipBudget = (): ZipBudget => ({ bytes: limits.unpackedBytes, entries: limits.archiveEntries });

/** Small parts of style or blank rows pack better than any limit: the ratio counts from here on. */
const ratioCountsFrom = 10 * 1024 * 1024;

/**
 * Opens a ZIP — 打开压缩包. Number, sizes, ratios and overlaps are judged by the directory alone; a bomb is refused as a
 * whole, a single file that cannot be handed out is listed with its reason. Never throws on bad bytes.
 */
export function openZip(bytes: Uint8Array, budget: ZipBudget = zipBudget()): Result<ZipFile, ReadingRefusal> {
  const directory = readZipDirectory(bytes, budget.entries);
  if (!directory.ok) return directory;
  const refused = refuseBombs(directory.value, budget.bytes);
  if (refused) return refused;
  budget.entries -= directory.value.length;
  budget.bytes -= directory.value.reduce((sum, { unpacked }) => sum + unpacked, 0);

  const files = new Map<string, ZipDirectoryEntry>();
  const troubles = new Map<string, ZipTrouble>();
  for (const entry of directory.value) {
    if (entry.name.endsWith("/") && entry.unpacked === 0) continue;
    const trouble = files.has(entry.name) ? duplicate : troubleOf(entry);
    if (!trouble) files.set(entry.name, entry);
    else {
      troubles.set(entry.name, { name: entry.name, ...trouble });
      files.delete(entry.name);
    }
  }
  const found = (name: string): Result<ZipDirectoryEntry, ReadingRefusal> => {
    const entry = files.get(name);
    if (entry) return { ok: true, value: entry };
    const trouble = troubles.get(name);
    return trouble ? refuseEntry(trouble) : refuseEntry({ name, ...missing });
  };
  return {
    ok: true,
    value: {
      entries: [...files.values()].map(({ name, unpacked }) => ({ name, unpacked })),
      troubles: [...troubles.values()],
      has: (name) => files.has(name),
      read(name) {
        const entry = found(name);
        if (!entry.ok) return entry;
        const whole = new Uint8Array(entry.value.unpacked);
        let at = 0;
        const outcome = inflateEntry(bytes, entry.value, (piece) => {
          whole.set(piece, at);
          at += piece.length;
          return true;
        });
        return outcome === undefined ? { ok: true, value: whole } : refuseEntry({ name, ...outcome });
      },
      stream(name, take) {
        const entry = found(name);
        if (!entry.ok) return entry;
        const outcome = inflateEntry(bytes, entry.value, take);
        return outcome === undefined ? { ok: true, value: undefined } : refuseEntry({ name, ...outcome });
      },
    },
  };
}

const duplicate = {
  code: "damaged",
  why: { zh: "同名项不止一个，无法判断以哪个为准", en: "there is more than one of that name" },
} as const;

const missing = { code: "damaged", why: { zh: "压缩包内没有这一部分", en: "the archive does not hold it" } } as const;

function troubleOf(entry: ZipDirectoryEntry): EntryTrouble | undefined {
  const unsafe = troubleInName(entry.name);
  if (unsafe) return { code: "format-unsupported", why: unsafe };
  if (entry.isLink) return { code: "format-unsupported", why: { zh: "是符号链接", en: "it is a symbolic link" } };
  if (entry.isEncrypted || entry.method === 99)
    return { code: "needs-password", why: { zh: "已加密，需要密码", en: "it is encrypted and needs a password" } };
  if (entry.method !== 0 && entry.method !== 8)
    return {
      code: "format-unsupported",
      why: {
        zh: `压缩方法（${methods[entry.method] ?? entry.method}）不受支持`,
        en: `its compression (${methods[entry.method] ?? entry.method}) is not supported`,
      },
    };
  return undefined;
}

const methods: Readonly<Record<number, string>> = {
  9: "Deflate64",
  12: "BZIP2",
  14: "LZMA",
  93: "Zstandard",
  95: "XZ",
  98: "PPMd",
};

/** Says the reason with the name of the entry. */
function refuseEntry({ name, code, why }: ZipTrouble) {
  return refuse(
    code,
    { zh: `压缩包内“${name}”：${why.zh}。`, en: `“${name}” in the archive: ${why.en}.` },
    code === "needs-password"
      ? { zh: "请去掉密码后重新保存，再导入。", en: "Save it without a password and import it again." }
      : { zh: "请重新导出该文件，或解压后单独导入。", en: "Export the file again, or unpack it and import its files." },
  );
}

function refuseBombs(entries: readonly ZipDirectoryEntry[], bytesLeft: number) {
  let total = 0;
  for (const { name, packed, unpacked } of entries) {
    total += unpacked;
    if (total > bytesLeft)
      return tooLarge(
        name,
        `到这里为止解压后共 ${megabytes(total)}，超过上限 ${megabytes(limits.unpackedBytes)}`,
        `up to here it unpacks to ${megabytes(total)}; the limit is ${megabytes(limits.unpackedBytes)}`,
      );
    if (unpacked > ratioCountsFrom && unpacked > limits.unpackedRatio * packed)
      return tooLarge(
        name,
        `解压后是压缩前的 ${Math.round(unpacked / Math.max(1, packed))} 倍，超过上限 ${limits.unpackedRatio} 倍`,
        `it unpacks to ${Math.round(unpacked / Math.max(1, packed))} times its size; the limit is ${limits.unpackedRatio}`,
      );
  }
  const byStart = [...entries].sort((a, b) => a.start - b.start);
  for (const [at, entry] of byStart.entries()) {
    const before = byStart[at - 1];
    if (before && before.data + before.packed > entry.start)
      return refuse(
        "damaged",
        {
          zh: `压缩包内“${before.name}”与“${entry.name}”占用同一段数据，这是压缩炸弹的做法。`,
          en: `“${before.name}” and “${entry.name}” in the archive share the same bytes, as ZIP bombs do.`,
        },
        { zh: "请向来源核实该文件，或重新打包。", en: "Ask where the file came from, or pack it again." },
      );
  }
  return undefined;
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

function tooLarge(name: string, zh: string, en: string) {
  return refuse(
    "too-large",
    { zh: `压缩包内“${name}”：${zh}。`, en: `“${name}” in the archive: ${en}.` },
    { zh: "请核实来源；确需导入的，请拆分后分别导入。", en: "Check where it came from; if it is needed, split it." },
  );
}
