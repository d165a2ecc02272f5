import type { Bilingual } from "../../domain/result.ts";
import { type ReadingRefusal, refuse } from "../reading-refusal.ts";
import type { ContentKind } from "./content-kind.ts";

/** Refuses what is known and not read, by its name, with what the person can do — 拒绝不读的格式. */
export function foreignFormat(kind: ContentKind) {
  const known = foreign[kind];
  return known
    ? refuse(known.code ?? "format-unsupported", known.message, known.hint)
    : refuse(
        "format-unsupported",
        {
          zh: `这是 ${kind} 格式的文件，目前不能读取。`,
          en: `This is a file of the format ${kind}, which cannot be read yet.`,
        },
        saveAs,
      );
}

interface ForeignFormat {
  readonly code?: ReadingRefusal;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

const saveAs: Bilingual = {
  zh: "请用生成它的软件打开，另存为 .xlsx、.docx 或 PDF 后再导入。",
  en: "Open it in the program that made it, save it as .xlsx, .docx or PDF, and import that.",
};

const unpackFirst: Bilingual = {
  zh: "请先解压，再导入里面的文件，或重新打包为 ZIP。",
  en: "Unpack it and import the files inside, or pack them again as a ZIP.",
};

const named = (zh: string, en: string): Bilingual => ({
  zh: `这是${zh}，不能读取。`,
  en: `This is ${en}, which cannot be read.`,
});

const foreign: Readonly<Partial<Record<ContentKind, ForeignFormat>>> = {
  encrypted: {
    code: "needs-password",
    message: { zh: "文件已加密，打开需要密码。", en: "The file is encrypted and needs a password." },
    hint: {
      zh: "请用密码打开，去掉密码后另存，再导入。",
      en: "Open it with the password, save it without one, and import that.",
    },
  },
  "rights-managed": {
    code: "needs-password",
    message: {
      zh: "文件受权限管理（IRM/DRM）保护，只有获授权的人能打开。",
      en: "The file is protected by rights management; only those who are entitled can open it.",
    },
    hint: {
      zh: "请由有权限的人员打开，另存为不受保护的文件后再导入。",
      en: "Have somebody entitled open it, save it unprotected, and import that.",
    },
  },
  presentation: { message: named("演示文稿（PPT）", "a presentation"), hint: saveAs },
  iwork: { message: named("苹果 Numbers 或 Pages 文件", "a file of Apple Numbers or Pages"), hint: saveAs },
  ofd: {
    message: named("OFD 版式文件", "an OFD file (Chinese fixed layout format)"),
    hint: {
      zh: "请用 OFD 阅读器打开，另存为（或打印为）PDF 后再导入。",
      en: "Open it in an OFD reader, save or print it as PDF, and import that.",
    },
  },
  uof: { message: named("UOF（标文通）文件", "a UOF file (Chinese office format)"), hint: saveAs },
  rar: { message: named("RAR 压缩包", "a RAR archive"), hint: unpackFirst },
  "7z": { message: named("7z 压缩包", "a 7z archive"), hint: unpackFirst },
  gzip: { message: named("gzip、bzip2 或 xz 压缩文件", "a file packed by gzip, bzip2 or xz"), hint: unpackFirst },
  tar: { message: named("tar 归档", "a tar archive"), hint: unpackFirst },
  mail: {
    message: named("Outlook 邮件", "an Outlook message"),
    hint: { zh: "请保存邮件的附件，再导入附件。", en: "Save its attachments and import those." },
  },
  program: {
    message: named("可执行程序", "a program"),
    hint: { zh: "请核实文件来源，导入原始表格文件。", en: "Check where it came from; import the table itself." },
  },
  database: {
    message: named("数据库文件", "a database"),
    hint: {
      zh: "请从数据库软件中导出为 .xlsx 或 CSV 后再导入。",
      en: "Export the table as .xlsx or CSV and import that.",
    },
  },
  "unknown-ole": {
    message: named(
      "复合文档（OLE2），里面没有 Excel 或 Word 的内容，或已损坏",
      "a compound file (OLE2) without the content of Excel or Word, or it is damaged",
    ),
    hint: saveAs,
  },
};
