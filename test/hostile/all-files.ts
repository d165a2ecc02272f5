import type { HostileFile } from "./hostile-file.ts";
import { htmlFiles } from "./html-files.ts";
import { otherFiles } from "./image-files.ts";
import { pdfFiles } from "./pdf-files.ts";
import { publishedDamage } from "./published-damage.ts";
import { textFiles } from "./text-files.ts";
import { wordFiles } from "./word-files.ts";
import { xlsxFiles } from "./xlsx-files.ts";
import { zipFiles } from "./zip-files.ts";

/** The hostile suite by family — 恶意文件集. */
export const hostileFiles: Readonly<Record<string, readonly HostileFile[]>> = {
  文本: textFiles,
  网页: htmlFiles,
  压缩包: zipFiles,
  "表格与 XML": xlsxFiles,
  "Word 与旧格式": wordFiles,
  PDF: pdfFiles,
  其他格式: otherFiles,
  公开表的损伤: publishedDamage,
};
