import type { Bilingual, Refusal } from "../../domain/result.ts";
import type { ImportOutcome } from "../../store/store.ts";
import type { ImportView } from "../contract/import-view.ts";
import { differenceView, documentPage } from "../row-views.ts";

type Outcome = NonNullable<ImportView["outcome"]>;

/** What became of an import in the words of the contract — 导入结果. */
export function outcomeView(
  outcome: ImportOutcome,
  file: { readonly fileName: string; readonly sha256: string },
): Outcome {
  const document = { key: { ...outcome.document }, page: documentPage(outcome.document), ...file };
  switch (outcome.kind) {
    case "already-here":
      return { kind: outcome.kind, document };
    case "new":
      return { kind: outcome.kind, document, projects: outcome.projects, indicators: outcome.indicators };
    case "new-version":
      return {
        kind: outcome.kind,
        document,
        version: outcome.version,
        projects: outcome.projects,
        indicators: outcome.indicators,
        differences: outcome.differences.map(differenceView),
      };
  }
}

/** What to do about a file in which no layout opened, on a site where its columns can be told — 怎么办. */
export function hintOfColumns(heads: number): Bilingual {
  return heads > 0
    ? {
        zh: "如果它是绩效目标表，请在这份文件的导入页上说明各列是什么；如果不是，请换一份文件。",
        en: "If it is a target table, say on the page of its import what the columns hold; if it is not, bring another file.",
      }
    : {
        zh: "也没有找到像表头的行。请确认文件里有绩效目标表；若表格是图片，请换一份清楚的。",
        en: "No line looks like the head of a table either. Make sure that there is a target table; if it is a picture, bring a clearer one.",
      };
}

/** A refusal in the words of the contract — 拒绝. */
export const refusedView = ({ code, message, hint }: Refusal): Outcome => ({
  kind: "refused",
  code,
  message: { ...message },
  hint: { ...hint },
});
