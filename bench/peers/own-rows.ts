// Rows of cells that our own reader sees in a PDF, before rows are joined over pages: node own-rows.ts FILE.pdf
import { readFileSync } from "node:fs";
import { openEngines } from "../../src/engines/open-engines.ts";
import { openDocument } from "../../src/read/formats/open-document.ts";

const [, , file = ""] = process.argv;
const opened = openDocument({ name: file, bytes: readFileSync(file) }, await openEngines());
if (!opened.ok) throw new Error(opened.refusal.message.en);
const rows = opened.value.lines
  .filter((line) => line.table !== undefined)
  .map((line) => {
    const row = Array.from({ length: line.width }, () => "");
    for (const { index, text } of line.cells) row[index] = text;
    return row;
  });
process.stdout.write(JSON.stringify(rows));
