import type { Catalogue } from "./catalogue.ts";

/** Words of the page on which files are brought — 导入页. */
export const bringWords = {
  zh: {
    title: "导入",
    lead: "把公开的绩效目标表交给绩衡：几秒钟内读出项目与指标，核对合计，列出发现。每个值都能点回原文。",
    off: "本站不接收文件。请联系管理员，或用命令 jiheng import 导入。",
    paste: "粘贴表格",
    pasteMore: "在 Excel、WPS、Word 或网页中选中整张表（连同标题），复制后粘贴到下面。合并的单元格也会照样读出。",
    pasteBox: "粘贴到这里",
    pasteName: "这份表叫什么",
    pasteNameHint: "如 2026年水务局绩效目标表",
    pasteSend: "读取粘贴的表格",
    pastedTable: (rows: number, columns: number) => `已粘贴带格式的表格：${rows} 行、${columns} 列。`,
    pastedText: "已粘贴文字：按制表符分列。",
    formats: "可以读取哪些文件",
    formatsMore: "按内容识别，与文件名无关。其他格式会说明原因和办法，不会只读一半。",
    archive: "压缩包打开后逐个读取",
    limit: (megabytes: number) => `单个文件最大 ${megabytes} MB；一次可以选多个文件，合起来最大 ${2 * megabytes} MB。`,
    unknown: "版式不认识的表",
    unknownMore:
      "没有认出表头时，不会猜：读取结果页会列出可能的表头，由您说明每一列是什么，然后照此读取。说明会保存下来，同一单位下一年的文件可以沿用。",
    recipes: "已保存的列对照表",
    more: "粘贴表格、可读取的格式、列对照",
  },
  en: {
    title: "Import",
    lead: "Hand a published performance-target table to Jiheng: within seconds projects and indicators are read, sums reconciled and findings listed. Every value leads back to its words.",
    off: "This site does not take files. Ask the operator, or import with the command jiheng import.",
    paste: "Paste a table",
    pasteMore:
      "Select the whole table with its title in Excel, WPS, Word or a web page, copy it, and paste it below. Merged cells are read as they are.",
    pasteBox: "Paste here",
    pasteName: "What this table is called",
    pasteNameHint: "such as “Targets of the water bureau 2026”",
    pasteSend: "Read what was pasted",
    pastedTable: (rows: number, columns: number) => `A table was pasted: ${rows} rows, ${columns} columns.`,
    pastedText: "Text was pasted: tabs part its columns.",
    formats: "Which files are read",
    formatsMore:
      "A file is known by its content, not its name. Other formats are refused with the reason and what to do, never read by half.",
    archive: "opened, and each file in them is read",
    limit: (megabytes: number) =>
      `One file may have ${megabytes} MB; several may be chosen together, up to ${2 * megabytes} MB.`,
    unknown: "Tables of unknown layout",
    unknownMore:
      "Where no head of a table is recognised, nothing is guessed: the page of the import shows the likely heads, you say what each column holds, and the file is read by that. It is kept, and offered for the same publisher's file of the next year.",
    recipes: "Column recipes that are kept",
    more: "Paste a table, formats, column recipes",
  },
} as const satisfies Catalogue;
