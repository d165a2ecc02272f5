import type { Correction } from "../../domain/correction.ts";
import type { DeskReading } from "../../workflow/desk-reading.ts";
import type { CorrectionView } from "../contract/correction-view.ts";

/** A correction in the words of the contract, and how it stands now — 更正. */
function correctionView(desk: DeskReading, correction: Correction): CorrectionView {
  const { identity } = correction;
  const state = desk.states.get(correction.id);
  const { tables } = desk.document.machine;
  const table = tables.find(({ kind }) => kind === identity.table);
  return {
    id: correction.id,
    batch: correction.batch,
    path: state && "path" in state ? (state.path ?? null) : null,
    of: identity.project || identity.unit || (table?.title ?? ""),
    indicator: identity.indicator?.name ?? null,
    field: identity.field,
    machine: correction.machine,
    corrected: correction.corrected,
    why: correction.why,
    who: correction.who,
    at: correction.at,
    state: state?.kind ?? "undone",
    now: state?.kind === "unfit" ? (state.now ?? null) : null,
    undone: correction.undone ? { ...correction.undone } : null,
  };
}

/** All of a document, newest first — 更正记录. */
export const correctionViews = (desk: DeskReading): CorrectionView[] =>
  desk.document.corrections.map((one) => correctionView(desk, one)).toReversed();
