import { open } from "node:fs/promises";
import { basename } from "node:path";
import { deskView } from "../../api/desk/desk-view.ts";
import type { Reading } from "../../domain/reading.ts";
import type { ColumnRecipe } from "../../read/recipe.ts";
import { readBounded } from "../../workflow/bounded/read-bounded.ts";
import { readingOnDesk } from "../../workflow/desk-reading.ts";
import { drawPage } from "../../workflow/draw-page.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { refusalOf } from "../known-troubles.ts";
import { CommandRefusal, type Terminal } from "../terminal.ts";
import { readTsx } from "../tsx-hook.ts";
import { complainOfRefusal } from "./refusal-in-words.ts";

interface PictureOptions {
  /** Where the file is written. */
  readonly picture: string;
  readonly year?: number;
  readonly recipe?: ColumnRecipe;
}

/** `jiheng read 文件 --picture` — 画出读取结果: each page with what the machine saw and read on it, in one file. */
export async function drawReading(
  terminal: Terminal,
  paths: readonly string[],
  { picture, ...known }: PictureOptions,
): Promise<void> {
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw oneAtATime;
  await terminal.interruptible(async (signal) => {
    const bytes = await terminal.readBytes(path, signal).catch((error: unknown) => {
      throw refusalOf(error, path) ?? error;
    });
    const name = path === "-" ? "stdin" : basename(path);
    const read = await readBounded({ name, bytes, ...known }, { signal });
    if (!read.ok) {
      complainOfRefusal(terminal, path, read.refusal);
      return terminal.end(exitCodes.problemsInData);
    }
    await writePicture(terminal, picture, read.value, bytes, signal);
    terminal.say({ zh: `已画在 ${picture}，可用浏览器打开。`, en: `Drawn in ${picture}: open it in a browser.` });
    terminal.end(endOf(read.value));
  });
}

const oneAtATime = new CommandRefusal(
  { zh: "--picture 一次只画一份文件。", en: "--picture draws one file at a time." },
  exitCodes.usage,
);

const endOf = ({ tables }: Reading): ExitCode => (tables.length > 0 ? exitCodes.done : exitCodes.problemsInData);

/** Page by page, so that a long document needs no more room than its longest page. */
async function writePicture(
  terminal: Terminal,
  path: string,
  reading: Reading,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<void> {
  readTsx();
  const { pictureFile } = await import("../../site/desk/picture-file.tsx");
  const { begin, sheet, end } = pictureFile(terminal.language);
  const desk = readingOnDesk(reading);
  const file = await open(path, "w").catch((error: unknown) => {
    throw refusalOf(error, path) ?? error;
  });
  try {
    for (let n = 1, all = 1; n <= all && !signal.aborted; n++) {
      const view = deskView(desk, { sheet: n }, false, false);
      all = view.sheets.length;
      terminal.progress(n - 1, all, { zh: `画 ${reading.source.name}`, en: `Drawing ${reading.source.name}` });
      if (n === 1) await file.write(begin(view));
      await file.write(sheet(await withPicture(view, reading, bytes)));
    }
    await file.write(end);
  } finally {
    await file.close();
  }
}

type View = ReturnType<typeof deskView>;

/** The page's picture in the file itself; a page that cannot be drawn shows what was read of it. */
async function withPicture(view: View, reading: Reading, bytes: Uint8Array): Promise<View> {
  const { sight } = view;
  const own = reading.views[view.sheet - 1];
  if (sight.kind !== "page" || own?.kind !== "page") return view;
  const picture = await drawPage(bytes, own.number);
  if (!picture) return view;
  const image = `data:image/png;base64,${Buffer.from(picture).toString("base64")}`;
  return { ...view, sight: { ...sight, image } };
}
