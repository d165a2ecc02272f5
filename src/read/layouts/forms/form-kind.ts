import type { TableKind } from "../../../domain/declaration.ts";
import type { FormDraft } from "./form-draft.ts";
import type { FormColumnRole } from "./form-heads.ts";
import { isEvaluation } from "./form-starts.ts";

/** What kind of form it is — 表单种类: as its title says; where that is open, as its columns tell. */
export function kindOf(draft: FormDraft, title: string): TableKind {
  const bare = title.replace(/\s+/gu, "");
  const columns = draft.heads.flatMap((head) => head.columns);
  const has = (role: FormColumnRole) => columns.some((column) => column.role === role);
  if (/监控/u.test(bare)) return "monitoring";
  if (/自评/u.test(bare)) return "self-evaluation";
  if (/评价|评分/u.test(bare) && (has("standard") || has("definition") || has("score"))) return "evaluation-indicators";
  if (has("soFar") || has("likelihood") || has("expectedSpent")) return "monitoring";
  if (has("actual") || has("spent") || (has("score") && !draft.heads.some(isEvaluation))) return "self-evaluation";
  if (/整体/u.test(bare) || draft.heads.some(({ kind, cells }) => kind === "list" && /任务/u.test(cells[0]!.text)))
    return "overall-targets";
  const names = draft.fields.filter(({ field }) => field === "project");
  if (names.length === 0 && draft.heads.some(isEvaluation)) return "evaluation-indicators";
  if (names.length === 0 && draft.fields.some(({ label }) => /整体/u.test(label))) return "overall-targets";
  return "targets";
}
