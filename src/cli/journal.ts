import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { z } from "zod";
import { type ExitCode, exitCodes } from "./exit-codes.ts";

/** What became of one file of many; a run that was broken off goes on from these — 进度记录. */
const Entry = z.object({
  file: z.string(),
  sha256: z.string(),
  /** Which command with which options; another one begins anew. */
  run: z.string(),
  end: z.literal(Object.values(exitCodes)),
  /** Its result, from the folder of results; null where there is none. */
  result: z.string().nullable(),
});
type Entry = z.infer<typeof Entry>;

/** The name of the file in which a folder of results remembers what is done — 进度文件. */
export const journalName = "jiheng-progress.jsonl";

/** A folder of results, one for each file, that knows what is done — 结果文件夹. */
export interface Journal {
  readonly folder: string;
  /** How this file, with these bytes, ended before; `undefined` where it is new, changed, or its result is gone. */
  endedBefore(file: string, bytes: Uint8Array): ExitCode | undefined;
  /** Writes the result, where there is one, and then remembers it. */
  keep(file: string, bytes: Uint8Array, end: ExitCode, result: string | undefined): void;
}

/** Opens a folder of results, making it where there is none. */
export function openJournal(folder: string, run: string, ending: string): Journal {
  mkdirSync(folder, { recursive: true });
  const at = join(folder, journalName);
  const known = new Map(linesOf(at).map((entry) => [keyOf(entry), entry]));
  return {
    folder,
    endedBefore(file, bytes) {
      const entry = known.get(keyOf({ file, run }));
      if (entry?.sha256 !== sha256(bytes)) return undefined;
      if (entry.result !== null && !existsSync(join(folder, entry.result))) return undefined;
      return entry.end;
    },
    keep(file, bytes, end, result) {
      const place = result === undefined ? null : `${placeOf(file)}.${ending}`;
      if (place !== null && result !== undefined) writeWhole(join(folder, place), result);
      const entry: Entry = { file, sha256: sha256(bytes), run, end, result: place };
      appendFileSync(at, `${JSON.stringify(entry)}\n`);
      known.set(keyOf(entry), entry);
    },
  };
}

const keyOf = ({ file, run }: Pick<Entry, "file" | "run">): string => `${run}\n${file}`;

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A line that a killed run left half written says nothing. */
function linesOf(path: string): readonly Entry[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, "utf8");
  if (text !== "" && !text.endsWith("\n")) appendFileSync(path, "\n");
  return text.split("\n").flatMap((line) => {
    try {
      return Entry.parse(JSON.parse(line));
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof z.ZodError) return [];
      throw error;
    }
  });
}

/** Under a name of its own first: a result is there as a whole or not at all. */
function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}

/** Results lie as the files do, seen from here; those from elsewhere under their whole path, which nobody else has. */
function placeOf(file: string): string {
  if (file === "-") return "stdin";
  const fromHere = relative(process.cwd(), resolve(file));
  const inside = fromHere !== "" && !fromHere.startsWith("..") && !isAbsolute(fromHere);
  return inside
    ? fromHere
    : resolve(file).replace(/^(?:([A-Za-z]):)?[/\\]+/, (_, drive = "") => (drive ? `${drive}/` : ""));
}
