import type { Result } from "../domain/result.ts";
import { applyCorrections } from "../read/corrections/apply-corrections.ts";
import { runChecks } from "../rules/run-checks.ts";
import type { Key, Store } from "../store/store.ts";
import { refusePerson } from "./correct-values.ts";
import { type CorrectionRefusal, correctionRefusal } from "./correction-refusals.ts";

/** Which corrections someone takes back: one, or all of one stroke — 撤销请求. */
interface UndoRequest {
  readonly document: Key;
  /** Id of a correction or of a batch. */
  readonly what: string;
  readonly why: string;
  readonly who: string;
}

const attempts = 5;

/** Takes corrections back; that they were made, and that they were taken back, stays known — 撤销更正. */
export async function undoCorrections(
  store: Store,
  request: UndoRequest,
  now: () => Date = () => new Date(),
): Promise<Result<{ readonly undone: number }, CorrectionRefusal>> {
  const no = (code: CorrectionRefusal) => ({ ok: false as const, refusal: correctionRefusal(code) });
  const unsaid = refusePerson(request);
  if (unsaid) return no(unsaid);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const document = await store.document(request.document);
    if (!document) return no("no-such-document");
    if (!document.row.current) return no("not-current");
    const at = now();
    const undoing = { who: request.who.trim(), why: request.why.trim(), at: at.toISOString() };
    const ids = document.corrections
      .filter(({ id, batch, undone }) => !undone && (id === request.what || batch === request.what))
      .map(({ id }) => id);
    if (ids.length === 0) return no("nothing-to-undo");
    const gone = new Set(ids);
    const left = document.corrections.map((one) => (gone.has(one.id) ? { ...one, undone: undoing } : one));
    const { reading } = applyCorrections(document.machine, left);
    const outcome = await store.keepCorrections({
      document: request.document,
      revision: document.revision,
      made: [],
      takenBack: { ids, undoing },
      reading,
      findings: runChecks(reading).findings,
      actor: undoing.who,
      at,
    });
    if (outcome.kind === "not-current") return no("not-current");
    if (outcome.kind === "kept") return { ok: true, value: { undone: ids.length } };
  }
  return no("changed-meanwhile");
}
