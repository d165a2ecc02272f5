import type { Refusal } from "../../domain/result.ts";
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

/** A refusal in the words of the contract — 拒绝. */
export const refusedView = ({ code, message, hint }: Refusal): Outcome => ({
  kind: "refused",
  code,
  message: { ...message },
  hint: { ...hint },
});
