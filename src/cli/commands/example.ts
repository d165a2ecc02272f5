import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exampleFiles } from "../../example/example-files.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

/** `jiheng example` — 生成虚构示例区的文件: tables of an invented district in layouts A–D, and what was planted in them. */
export async function exampleCommand(terminal: Terminal, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = exampleFiles();
  for (const [at, { name, bytes }] of files.entries()) {
    terminal.progress({ zh: `${at + 1}/${files.length} ${name}`, en: `${at + 1}/${files.length} ${name}` });
    await writeFile(join(folder, name), bytes);
    terminal.write(`${join(folder, name)}\n`);
  }
  const planted = files.flatMap(({ name, defects }) =>
    defects.map((defect) => ({
      file: name,
      project: defect.project,
      rules: defect.rules ?? [],
      notes: defect.notes ?? [],
      what: defect.what,
    })),
  );
  const list = join(folder, "planted-defects.json");
  await writeFile(list, `${JSON.stringify(planted, null, 1)}\n`);
  terminal.write(`${list}\n`);
  terminal.end(exitCodes.done);
}
