// 大表格 · a workbook of many rows: time and memory until it is cells, ours and SheetJS's, each in a process of its own.
//   node bench/workbook-rows.ts [rows, default 100000]
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, utils, write } from "@e965/xlsx";
import { openDocument } from "../src/read/formats/open-document.ts";

const readers: Readonly<Record<string, (bytes: Uint8Array) => number>> = {
  ours: (bytes) => {
    const opened = openDocument({ name: "表.xlsx", bytes }, {});
    if (!opened.ok) throw new Error(opened.refusal.message.en);
    return opened.value.lines.length;
  },
  SheetJS: (bytes) => {
    const book = read(bytes, { dense: true });
    return utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ""] ?? {}, { header: 1 }).length;
  },
};

const [first = "100000", file] = process.argv.slice(2);
const reader = readers[first];
if (reader && file) {
  const bytes = readFileSync(file);
  const start = performance.now();
  const rows = reader(bytes);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${first.padEnd(10)}${rows.toLocaleString("en").padStart(10)} rows${seconds.padStart(8)} s${`${memory}`.padStart(7)} MB`,
  );
} else {
  const folder = mkdtempSync(join(tmpdir(), "workbook-rows-"));
  try {
    const path = join(folder, "rows.xlsx");
    const bytes = workbookOf(Number(first));
    writeFileSync(path, bytes);
    console.log(
      `${Number(first).toLocaleString("en")} rows of 7 cells, ${(bytes.length / 1024 / 1024).toFixed(1)} MB packed`,
    );
    for (const name of Object.keys(readers))
      spawnSync(process.execPath, [import.meta.filename, name, path], { stdio: "inherit" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function workbookOf(rows: number): Uint8Array {
  const item = "1、1-产出指标；11-数量指标；巡查次数；实施周期指标值：≥12次；年度指标值：≥12次。";
  const table: (string | number)[][] = [
    ["项目名称", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标"],
  ];
  for (let at = 0; at < rows; at++) {
    const amount = ((at * 7919) % 10_000_000) / 100;
    table.push([
      `第${at}号河道巡查与养护`,
      amount,
      amount,
      "",
      "",
      `保持第${at}号河道畅通，水清岸绿。`,
      `${item}${at}`.repeat(2),
    ]);
  }
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(table, { dense: true }), "表");
  return write(book, { type: "buffer", bookType: "xlsx", compression: true, bookSST: true });
}
