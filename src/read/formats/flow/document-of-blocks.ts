import type { ReadingNote, ReadingNoteCode, SourceDescription } from "../../../domain/reading.ts";
import type { Result } from "../../../domain/result.ts";
import { type DocumentWriter, openWriter } from "../../document-writer.ts";
import { limits } from "../../limits.ts";
import { type ReadingRefusal, refuse } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import type { Block } from "./blocks.ts";
import { joinedTables } from "./joined-tables.ts";
import { type PlainTable, resolveTables } from "./nested-tables.ts";

/** A part of a document: its body, its footnotes — 文件的一个部分. */
export interface FlowPart {
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** Something about the whole file that a person should know — 文件层面的说明. */
export interface FileNote {
  readonly code: ReadingNoteCode;
  readonly facts: ReadingNote["facts"];
}

/** Blocks → the one text of a document — 写出流式文档. Tables too large for the machine are refused. */
export function documentOfBlocks(
  description: SourceDescription,
  parts: readonly FlowPart[],
  notes: readonly FileNote[],
): Result<SourceDocument, ReadingRefusal> {
  const writer = openWriter();
  let area = 0;
  for (const { name, blocks } of parts) {
    let pages = 1;
    writer.view({ kind: "part", name });
    let fresh = true;
    for (const block of joinedTables(resolveTables(blocks))) {
      if (block.kind === "page-break") {
        // a page break before the first words, or a second one in a row, parts nothing
        if (!fresh) writer.view({ kind: "part", name: `${name}（分页 ${++pages}）` });
        fresh = true;
        continue;
      }
      if (block.kind === "paragraph") {
        if (block.text.trim() === "") continue;
        for (const line of block.text.split("\n")) if (line.trim() !== "") writer.paragraph(line);
      } else {
        area += block.rows.length * block.width;
        if (area > limits.cells) return tooManyCells();
        writeTable(writer, block);
      }
      fresh = false;
    }
  }
  for (const { code, facts } of notes) writer.note(code, facts, { start: 0, end: 0 });
  return { ok: true, value: writer.finish(description) };
}

function writeTable(writer: DocumentWriter, { rows, width }: PlainTable): void {
  writer.table();
  rows.forEach((row, at) => {
    const cells = row.map(({ text, column, columns, rows: down }) => ({
      content: text,
      index: column,
      columns,
      rows: down,
    }));
    writer.row({ cells, width, row: at });
  });
}

function tooManyCells(): Result<never, ReadingRefusal> {
  const most = limits.cells.toLocaleString("en-US");
  return refuse(
    "too-large",
    { zh: `文件中的表格超过 ${most} 个单元格。`, en: `The tables of the file have more than ${most} cells.` },
    { zh: "请拆成几个文件再导入。", en: "Split it into several files and import those." },
  );
}
