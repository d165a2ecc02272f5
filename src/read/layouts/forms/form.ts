import type { TargetTable } from "../../../domain/declaration.ts";
import type { Layout } from "../layout.ts";
import { fileForm } from "./file-form.ts";
import { type FormDraft, inheritHead } from "./form-draft.ts";
import { splitForms, startsForm } from "./form-starts.ts";
import { readForm } from "./read-form.ts";

/**
 * Reads forms — 表单: one page or more for each project, with labels beside values and a table of indicators:
 * 项目支出绩效目标申报表, 绩效运行监控表, 绩效自评表, 部门整体支出绩效目标表, 评价指标体系表, as each province prints them.
 */
export const form: Layout = {
  id: "form",
  opens: startsForm,
  read(lines, context) {
    const tables: TargetTable[] = [];
    let before: FormDraft | undefined;
    for (const own of splitForms(lines)) {
      const draft = readForm(own);
      if (before) inheritHead(draft, before);
      before = draft;
      const words = own.flatMap(({ cells }) => cells.map(({ text }) => text)).join("\n");
      const table = fileForm(draft, words, `tables/${context.firstTable + tables.length}`, context);
      if (table) tables.push(table);
    }
    return tables;
  },
};
