import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exampleFiles } from "../../example/example-files.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

interface ExampleOptions {
  /** Lists the files only. */
  readonly dryRun: boolean;
}

/** `jiheng example` — 生成虚构示例区的文件: tables of an invented district in layouts A–D, and what was planted in them. */
export async function writeExample(terminal: Terminal, folder: string, { dryRun }: ExampleOptions): Promise<void> {
  const files = filesOf(folder);
  if (dryRun) {
    for (const { path } of files) await terminal.write(`${path}\n`);
    return terminal.say({
      zh: `试运行：会在 ${folder} 写入以上 ${files.length} 个文件，现在什么也没有写。`,
      en: `Dry run: these ${files.length} files would be written to ${folder}; nothing was.`,
    });
  }
  await mkdir(folder, { recursive: true });
  const written = await terminal.interruptible(async (signal) => {
    for (const [done, { path, content }] of files.entries()) {
      if (signal.aborted) return done;
      terminal.progress(done, files.length, { zh: path, en: path });
      await writeFile(path, content);
      await terminal.write(`${path}\n`);
    }
    return files.length;
  });
  if (written === files.length) return;
  terminal.complain({
    zh: `已中断：${files.length} 个文件写了 ${written} 个。`,
    en: `Interrupted: ${written} of ${files.length} files were written.`,
  });
  terminal.end(exitCodes.interrupted);
}

/** The tables, and last the list of what was planted in them. */
function filesOf(folder: string): readonly { readonly path: string; readonly content: Uint8Array | string }[] {
  const files = exampleFiles();
  const planted = files.flatMap(({ name, defects }) =>
    defects.map((defect) => ({
      file: name,
      project: defect.project,
      rules: defect.rules ?? [],
      notes: defect.notes ?? [],
      what: defect.what,
    })),
  );
  return [
    ...files.map(({ name, bytes }) => ({ path: join(folder, name), content: bytes })),
    { path: join(folder, "planted-defects.json"), content: `${JSON.stringify(planted, null, 1)}\n` },
  ];
}
