import type { ReadingNote, ReadingNoteCode } from "../domain/reading.ts";
import type { Bilingual, Language } from "../domain/result.ts";
import type { Fact } from "./check.ts";
import { factReader } from "./fact-reader.ts";
import { withWhere } from "./where-facts.ts";

/** A reading note as people read it — 读取说明的文字. */
interface NoteSentences {
  readonly title: string;
  readonly message: string;
  readonly advice: string;
}

interface NoteWords {
  readonly title: Bilingual;
  readonly says: (fact: Fact) => Bilingual;
  readonly advice: Bilingual;
}

/** Puts a note of the reader into words — 读取说明转为文字. `where` is how a person says its place; else its line. */
export function noteInWords(note: ReadingNote, language: Language, where?: Bilingual): NoteSentences {
  const { proposal } = note;
  const words = wordsOf[note.code];
  const facts = { ...note.facts, line: note.at.line, ...(proposal === undefined ? {} : { proposal }) };
  const fact = factReader(withWhere(facts, where));
  return { title: words.title[language], message: words.says(fact)[language], advice: words.advice[language] };
}

/** “: …” where the note carries the words it is about. */
const after = (fact: Fact, name: string): Bilingual =>
  fact(name) === "—" || fact(name) === "" ? { zh: "", en: "" } : { zh: `：“${fact(name)}”`, en: `: “${fact(name)}”` };

/** What else the machine read in the same place. */
const otherReadings = (fact: Fact): Bilingual =>
  fact("others") === "—" || fact("others") === ""
    ? { zh: "", en: "" }
    : { zh: `；另有读法“${fact("others")}”`, en: `; it was also read as “${fact("others")}”` };

const nothingToDo: Bilingual = { zh: "一般无需处理。", en: "Usually nothing to do." };

const compare: Bilingual = {
  zh: "请对照原件核对；读错的，请更正文件后重新导入。",
  en: "Compare with the original; if it was read wrongly, correct the file and import again.",
};

const wordsOf: Readonly<Record<ReadingNoteCode, NoteWords>> = {
  "header-damaged": {
    title: { zh: "表头文字破损", en: "Damaged header" },
    says: (fact) => ({
      zh: `${fact("whereZh")}表头印作“${fact("printed")}”，已读作“${fact("proposal")}”。`,
      en: `${fact("WhereEn")}: the header “${fact("printed")}” was read as “${fact("proposal")}”.`,
    }),
    advice: compare,
  },
  "header-repeated": {
    title: { zh: "表头重复", en: "Repeated header" },
    says: (fact) => ({
      zh: `${fact("whereZh")}重复印了表头，已略过。`,
      en: `${fact("WhereEn")}: the header is printed again and was passed over.`,
    }),
    advice: { zh: "分页时重复表头属正常，无需处理。", en: "Usual at a page break; nothing to do." },
  },
  "header-missing": {
    title: { zh: "没有表头", en: "No header" },
    says: (fact) => ({
      zh: `从${fact("whereZh")}起没有表头，按各行形状读作：${fact("columns")}。`,
      en: `From ${fact("whereEn")}: no header; the shape of the rows was taken as ${fact("columns")}.`,
    }),
    advice: compare,
  },
  "column-unknown": {
    title: { zh: "未识别的列", en: "Unknown column" },
    says: (fact) => ({
      zh: `${fact("whereZh")}表头“${fact("printed")}”不是已知的列，该列内容按原样随项目保留。`,
      en: `${fact("WhereEn")}: the column “${fact("printed")}” is not known; its cells are kept with the project as printed.`,
    }),
    advice: {
      zh: "如该列是名称、金额或指标，请用列对照表说明后重新读取。",
      en: "If it holds names, money or indicators, say so in a column recipe and read again.",
    },
  },
  "row-joined": {
    title: { zh: "跨页断行已合并", en: "Row joined over a page break" },
    says: (fact) => ({
      zh: `${fact("whereZh")}起的一行被分页拆开${fact("lines") === "—" ? "" : `（第 ${fact("lines")} 行）`}，已合并为一个项目。`,
      en: `A row from ${fact("whereEn")}${fact("lines") === "—" ? "" : ` (lines ${fact("lines")})`} was cut by a page break and joined into one project.`,
    }),
    advice: compare,
  },
  "competing-amounts": {
    title: { zh: "同一金额有两种读法", en: "Two readings of one amount" },
    says: (fact) => ({
      zh: `${fact("whereZh")}同一金额印有不同数字：采用 ${fact("taken")}，保留 ${fact("others")} 备查${becauseZh(fact("because"))}。`,
      en: `${fact("WhereEn")}: different figures are printed for one amount; ${fact("taken")} was taken, ${fact("others")} is kept${becauseEn(fact("because"))}.`,
    }),
    advice: {
      zh: "请对照原件确认金额；未采用的数字保留在读取报告中。",
      en: "Confirm the amount in the original; the other figure stays in the reading report.",
    },
  },
  "printed-twice": {
    title: { zh: "跨页处印了两次", en: "Printed twice at a page break" },
    says: (fact) => ({
      zh: `${fact("whereZh")}的文字在分页前后各印了一次，只取一次${after(fact, "text").zh}。`,
      en: `${fact("WhereEn")}: words stand on both sides of a page break and were taken once${after(fact, "text").en}.`,
    }),
    advice: compare,
  },
  "row-repaired": {
    title: { zh: "缺格行已对齐", en: "Row with lost cells aligned" },
    says: (fact) => ({
      zh: `${fact("whereZh")}的单元格数与表头不符，已按各格内容对齐到栏目。`,
      en: `${fact("WhereEn")}: the row has not as many cells as the header; they were aligned by what they hold.`,
    }),
    advice: compare,
  },
  "cells-glued": {
    title: { zh: "粘连的单元格已拆开", en: "Glued cells parted" },
    says: (fact) => ({
      zh: `${fact("whereZh")}有两格内容粘在一起，已按内容拆开。`,
      en: `${fact("WhereEn")}: two cells are glued together and were parted by what they hold.`,
    }),
    advice: compare,
  },
  "cell-truncated": {
    title: { zh: "内容被截断", en: "Text breaks off" },
    says: (fact) => ({
      zh: `${fact("whereZh")}有内容没有印完${after(fact, "text").zh}。`,
      en: `${fact("WhereEn")}: a text is not printed to its end${after(fact, "text").en}.`,
    }),
    advice: {
      zh: "请对照原件补全，或向公开单位索取完整文件。",
      en: "Complete it from the original, or ask the publisher for a whole file.",
    },
  },
  "numbering-break": {
    title: { zh: "指标序号中断或重起", en: "Numbering breaks" },
    says: (fact) => ({
      zh: `${fact("whereZh")}的指标序号不连续${fact("before") === "—" ? "" : `：${fact("before")} 之后是“${fact("found")}”`}。`,
      en: `${fact("WhereEn")}: the indicators are not numbered on${fact("before") === "—" ? "" : `: after ${fact("before")} comes “${fact("found")}”`}.`,
    }),
    advice: {
      zh: "请核对是否缺少指标，或混入了其他项目的指标。",
      en: "Check whether an indicator is missing or belongs to another project.",
    },
  },
  "delimiter-inside-value": {
    title: { zh: "指标值内含分隔符", en: "Separator inside a value" },
    says: (fact) => ({
      zh: `${fact("whereZh")}有指标值含分隔符，已整体读作一个值${after(fact, "text").zh}。`,
      en: `${fact("WhereEn")}: a value contains a separator and was read as one value${after(fact, "text").en}.`,
    }),
    advice: compare,
  },
  "item-unread": {
    title: { zh: "指标文字读不出", en: "Indicator not read" },
    says: (fact) => ({
      zh: `${fact("whereZh")}有一段指标文字读不出级别、名称和指标值，原文已保留。`,
      en: `${fact("WhereEn")}: from a stretch of the indicators no class, name and value could be read; the words are kept.`,
    }),
    advice: {
      zh: "请对照原件查看这段文字，补全后重新导入。",
      en: "See the words in the original, complete them and import again.",
    },
  },
  "amount-unreadable": {
    title: { zh: "金额读不出", en: "Amount not read" },
    says: (fact) => ({
      zh: `${fact("whereZh")}的金额读不出${after(fact, "printed").zh}，没有计入任何合计。`,
      en: `${fact("WhereEn")}: an amount could not be read${after(fact, "printed").en}; it is in no sum.`,
    }),
    advice: {
      zh: "请对照原件确认金额，金额只写数字、千分号和小数点。",
      en: "Confirm the amount in the original; write digits, thousands commas and a point only.",
    },
  },
  "row-unplaced": {
    title: { zh: "有内容放不进表", en: "Text that fits no column" },
    says: (fact) => ({
      zh: `${fact("whereZh")}的内容与表头各栏对不上，没有读入${after(fact, "text").zh}。`,
      en: `${fact("WhereEn")}: words that fit no column of the table were not read${after(fact, "text").en}.`,
    }),
    advice: {
      zh: "请对照原件查看它属于哪个项目；更正文件后重新导入。",
      en: "See in the original which project it belongs to; correct the file and import again.",
    },
  },
  "no-known-layout": {
    title: { zh: "未识别的版式", en: "Unknown layout" },
    says: () => ({
      zh: "没有找到绩效目标表的表头，文件内容没有读入。",
      en: "No header of a target table was found; nothing was read from the file.",
    }),
    advice: {
      zh: "如果它是绩效目标表，请说明各列是什么：在导入页逐列对照，或用 jiheng read 文件 --recipe-draft 写出列对照表。如果不是，请换一份文件。",
      en: "If it is a target table, say what its columns hold: on the import page, or in the file that jiheng read FILE --recipe-draft writes. If it is not, bring another file.",
    },
  },
  "encoding-unknown": {
    title: { zh: "编码不明或不是文本", en: "Unknown encoding, or not text" },
    says: () => ({
      zh: "文件不是可识别编码的文本，没有读入。",
      en: "The file is not text in an encoding that is known; nothing was read.",
    }),
    advice: {
      zh: "请另存为 UTF-8 或 GB18030 编码的文本后重新导入。",
      en: "Save it as text in UTF-8 or GB18030 and import again.",
    },
  },
  "lookalike-characters": {
    title: { zh: "疑似形近字", en: "Look-alike character" },
    says: (fact) => ({
      zh: `${fact("whereZh")}的“${fact("printed")}”疑为${fact("proposal") === "—" ? "误识" : `“${fact("proposal")}”`}，原文未改动。`,
      en: `${fact("WhereEn")}: “${fact("printed")}” ${fact("proposal") === "—" ? "looks like a slip" : `may be meant as “${fact("proposal")}”`}; the words are left as printed.`,
    }),
    advice: {
      zh: "请对照原件；原件有误的，请在下次公开时改正。",
      en: "Compare with the original; if it is wrong there, correct it when publishing again.",
    },
  },
  "encoding-contradicted": {
    title: { zh: "标注的编码不对", en: "Wrong encoding label" },
    says: (fact) => ({
      zh: `文件标注的编码是 ${fact("labelled")}，内容却是 ${fact("encoding")}，已按内容读取。`,
      en: `The file is labelled ${fact("labelled")}, its content is ${fact("encoding")} and was read as such.`,
    }),
    advice: nothingToDo,
  },
  "characters-damaged": {
    title: { zh: "有字已损坏", en: "Damaged characters" },
    says: (fact) => ({
      zh: `${fact("whereZh")}起有 ${fact("characters")} 个字在文件里已损坏，读不出。`,
      en: `From ${fact("whereEn")}: ${fact("characters")} characters are damaged in the file and cannot be read.`,
    }),
    advice: {
      zh: "请重新下载或重新导出该文件；仍有损坏的，请对照原件补正。",
      en: "Download or export the file again; if it is still damaged, complete it from the original.",
    },
  },
  "quote-unclosed": {
    title: { zh: "引号没有闭合", en: "Quotation mark not closed" },
    says: (fact) => ({
      zh: `第 ${fact("row")} 条记录的引号没有正确闭合，该行的引号按普通字符读取。`,
      en: `Record ${fact("row")}: a quotation mark is not closed as it should be; in this line quotation marks are just marks.`,
    }),
    advice: compare,
  },
  "sheet-hidden": {
    title: { zh: "隐藏的工作表没有读入", en: "Hidden sheet not read" },
    says: (fact) => ({
      zh: `工作表“${fact("sheet")}”是隐藏的，没有读入。`,
      en: `The sheet “${fact("sheet")}” is hidden and was not read.`,
    }),
    advice: { zh: "如需读入，请取消隐藏后重新导入。", en: "To read it, unhide it and import the file again." },
  },
  "rows-hidden": {
    title: { zh: "隐藏的行或列", en: "Hidden rows or columns" },
    says: (fact) => ({
      zh: `工作表“${fact("sheet")}”有 ${fact("rows")} 行、${fact("columns")} 列是隐藏的，已一并读入。`,
      en: `The sheet “${fact("sheet")}” has ${fact("rows")} hidden rows and ${fact("columns")} hidden columns; they were read.`,
    }),
    advice: compare,
  },
  "formula-without-value": {
    title: { zh: "公式没有计算结果", en: "Formula without a value" },
    says: (fact) => ({
      zh: `单元格 ${fact("address")} 是公式，文件里没有它的结果，按空白处理。`,
      en: `Cell ${fact("address")} is a formula whose result is not in the file; it was read as empty.`,
    }),
    advice: {
      zh: "请用 Excel 或 WPS 打开该文件、重新计算并保存，再导入。",
      en: "Open the file in Excel or WPS, recalculate, save, and import it again.",
    },
  },
  "text-hidden": {
    title: { zh: "看不见的文字没有读入", en: "Invisible text not read" },
    says: (fact) => ({
      zh: `有 ${fact("characters")} 个字在页面上看不见，没有读入${after(fact, "words").zh}。`,
      en: `${fact("characters")} characters cannot be seen on the page and were not read${after(fact, "words").en}.`,
    }),
    advice: compare,
  },
  "text-deleted": {
    title: { zh: "修订中已删除的文字没有读入", en: "Deleted text not read" },
    says: (fact) => ({
      zh: `文件带有修订，已删除的 ${fact("characters")} 个字没有读入，新增的已读入。`,
      en: `The file has tracked changes: ${fact("characters")} deleted characters were not read, inserted ones were.`,
    }),
    advice: {
      zh: "如应以修订前为准，请在 Word 或 WPS 中拒绝修订后重新导入。",
      en: "If the text before the changes counts, reject them in Word or WPS and import again.",
    },
  },
  "part-unread": {
    title: { zh: "有一部分没有读入", en: "A part was not read" },
    says: (fact) => ({
      zh: `文件中的“${fact("part")}”没有读入。`,
      en: `“${fact("part")}” inside the file was not read.`,
    }),
    advice: {
      zh: "如其中有需要的表，请另存为单独的文件再导入。",
      en: "If it holds a table that you need, save it as a file of its own and import that.",
    },
  },
  "page-scanned": {
    title: { zh: "扫描页", en: "Scanned page" },
    says: (fact) => ({
      zh: `第 ${fact("page")} 页是图像，文字由识别得来，平均把握 ${fact("confidence")}%。`,
      en: `Page ${fact("page")} is an image; its words were recognised, with ${fact("confidence")}% confidence on average.`,
    }),
    advice: compare,
  },
  "font-unmapped": {
    title: { zh: "字体没有字符映射", en: "Font without character map" },
    says: (fact) => ({
      zh: `第 ${fact("page")} 页有 ${fact("characters")} 个字的字体不说明是哪个字，该页按图像识别。`,
      en: `Page ${fact("page")}: the font of ${fact("characters")} characters does not say which they are; the page was read as an image.`,
    }),
    advice: compare,
  },
  "low-confidence": {
    title: { zh: "识别把握不大", en: "Low confidence" },
    says: (fact) => ({
      zh: `${fact("whereZh")}识别为“${fact("printed")}”，把握只有 ${fact("confidence")}%${otherReadings(fact).zh}。`,
      en: `${fact("WhereEn")} was recognised as “${fact("printed")}” with only ${fact("confidence")}% confidence${otherReadings(fact).en}.`,
    }),
    advice: { zh: "请对照页面图像核对，必要时更正。", en: "Compare with the page image and correct it if needed." },
  },
  "cell-clipped": {
    title: { zh: "单元格的字被裁掉", en: "Clipped cell" },
    says: (fact) => ({
      zh: `${fact("whereZh")}的一个合并单元格在分页处没有印出字，原文件里就没有这些字。`,
      en: `${fact("WhereEn")}: a merged cell prints nothing at the page break; its words are not in the file.`,
    }),
    advice: { zh: "请向公开单位索取完整文件。", en: "Ask the publisher for a complete file." },
  },
  "columns-mapped": {
    title: { zh: "列由人工对照确定", en: "Columns mapped by a person" },
    says: (fact) => ({
      zh: `按列对照表“${fact("recipe")}”读取：${fact("columns")}。`,
      en: `Read by the column recipe “${fact("recipe")}”: ${fact("columns")}.`,
    }),
    advice: nothingToDo,
  },
  "form-field-unknown": {
    title: { zh: "未识别的栏目", en: "Unknown field" },
    says: (fact) => ({
      zh: `${fact("whereZh")}的栏目“${fact("printed")}”不是已知栏目，其内容没有读入。`,
      en: `${fact("WhereEn")}: the field “${fact("printed")}” is not known; its content was not read.`,
    }),
    advice: {
      zh: "该栏内容列在“未归位”中，请按需查看。",
      en: "Its content is listed as not placed; see there if needed.",
    },
  },
};

function becauseZh(because: string): string {
  if (because === "sum") return "（小计由此勾稽）";
  return because === "order" ? "（按先后次序，小计未能判定）" : "";
}

function becauseEn(because: string): string {
  if (because === "sum") return " (the subtotal adds up with it)";
  return because === "order" ? " (by order; the sums could not decide)" : "";
}
