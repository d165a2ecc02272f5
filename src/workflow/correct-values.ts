import { v7 as newId } from "uuid";
import { addedIndicator, type Correction, correctionLimits } from "../domain/correction.ts";
import { type Field, fieldAt } from "../domain/field-at.ts";
import { finderOf } from "../domain/field-identity.ts";
import { fenFromText } from "../domain/money.ts";
import type { FieldPath, Span } from "../domain/place.ts";
import type { Refusal, Result } from "../domain/result.ts";
import { applyCorrections } from "../read/corrections/apply-corrections.ts";
import { lineEndInCell } from "../read/document-writer.ts";
import { runChecks } from "../rules/run-checks.ts";
import type { Key, Store, StoredDocument } from "../store/store.ts";
import { type CorrectionRefusal, correctionRefusal } from "./correction-refusals.ts";

/** One value and what it should say — 一处更正. */
interface ValueChange {
  /** A path of the reading; of an indicator to be added its declaration and `indicators/+`. */
  readonly path: FieldPath;
  readonly text: string;
  /** What the person saw there. */
  readonly seen: string;
  /** Words without a place that belong to this value — 归入. */
  readonly placed?: readonly Span[];
}

/** What someone asks to have corrected, at one stroke — 更正请求. */
interface CorrectionRequest {
  readonly document: Key;
  readonly changes: readonly ValueChange[];
  readonly why: string;
  readonly who: string;
}

/** What was done — 更正完成. */
interface CorrectionsMade {
  readonly batch: string;
  readonly corrections: readonly Correction[];
}

type Answer<T> = Result<T, CorrectionRefusal>;
const no = (code: CorrectionRefusal): { readonly ok: false; readonly refusal: Refusal<CorrectionRefusal> } => ({
  ok: false,
  refusal: correctionRefusal(code),
});

/** People who write at the same moment wait for each other; so often at most. */
const attempts = 5;

/**
 * Puts a person's words in place of the machine's: all changes or none, checked anew, kept with who and why in one
 * transaction — 更正读取结果.
 */
export async function correctValues(
  store: Store,
  request: CorrectionRequest,
  now: () => Date = () => new Date(),
): Promise<Answer<CorrectionsMade>> {
  const unsaid = refusePerson(request);
  if (unsaid) return no(unsaid);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const document = await store.document(request.document);
    if (!document) return no("no-such-document");
    if (!document.row.current) return no("not-current");
    const at = now();
    const made = correctionsOf(document, request, at);
    if (!made.ok) return made;
    const { reading } = applyCorrections(document.machine, [...document.corrections, ...made.value]);
    const outcome = await store.keepCorrections({
      document: request.document,
      revision: document.revision,
      made: made.value,
      takenBack: undefined,
      reading,
      findings: runChecks(reading).findings,
      actor: request.who.trim(),
      at,
    });
    if (outcome.kind === "not-current") return no("not-current");
    if (outcome.kind === "kept") return { ok: true, value: { batch: made.value[0]!.batch, corrections: made.value } };
  }
  return no("changed-meanwhile");
}

/** Who and why belong to every change that a person makes — 谁、为什么. */
export function refusePerson({
  who,
  why,
}: {
  readonly who: string;
  readonly why: string;
}): CorrectionRefusal | undefined {
  if (who.trim() === "") return "nobody";
  if (why.trim() === "") return "no-reason";
  return who.length > correctionLimits.who || why.length > correctionLimits.why ? "too-long" : undefined;
}

function correctionsOf(document: StoredDocument, request: CorrectionRequest, at: Date): Answer<readonly Correction[]> {
  const { machine, corrections, reading } = document;
  const { base } = applyCorrections(machine, corrections);
  const { identityOf } = finderOf(base);
  const batch = newId();
  const made: Correction[] = [];
  for (const change of request.changes) {
    const { path } = change;
    const isAddition = path.endsWith(`/${addedIndicator}`);
    const field = isAddition ? newName : fieldAt(base, path);
    const holding = isAddition ? newName : fieldAt(reading.tables, path);
    const identity = identityOf(path);
    if (!field || !holding || !identity || (isAddition && identity.of !== "project")) return no("no-such-field");
    if (inLines(holding.text) !== inLines(change.seen)) return no("changed-meanwhile");
    const text = tidied(change.text, field);
    const refusal = refuseText(text, field, holding);
    if (refusal) return no(refusal);
    const placed = change.placed && placedWords(document, change.placed);
    if (change.placed && !placed) return no("words-taken");
    made.push({
      id: newId(),
      batch,
      sha256: machine.source.sha256,
      path,
      identity,
      machine: field.text,
      corrected: text,
      placed,
      why: request.why.trim(),
      who: request.who.trim(),
      at: at.toISOString(),
      undone: undefined,
    });
  }
  return made.length > 0 ? { ok: true, value: made } : no("nothing-changed");
}

const newName: Field = { kind: "name", text: "" };

function refuseText(text: string, field: Field, holding: Field): CorrectionRefusal | undefined {
  if (text === holding.text) return "nothing-changed";
  if (text.length > correctionLimits.text) return "too-long";
  if (field.kind === "name" && text === "") return "no-name";
  if (field.kind === "amount" && field.unit && text !== "" && fenFromText(text, field.unit) === undefined)
    return "not-an-amount";
  return undefined;
}

/** As it may stand in a reading: no signs that cannot be seen, and lines only where words have them. */
function tidied(text: string, { kind }: Field): string {
  const seen = text
    .toWellFormed()
    .replace(/\r\n?|\u2028/gu, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ");
  return seen.trim().replace(/\n/gu, kind === "words" ? lineEndInCell : " ");
}

/** Forms send line ends of their own. */
const inLines = (text: string): string => text.replace(/\r\n?|\u2028/gu, "\n");

function placedWords({ reading }: StoredDocument, spans: readonly Span[]) {
  const isFree = spans.every((span) =>
    reading.conservation.unplaced.some(
      ({ start, end }) => start <= span.start && span.end <= end && span.start < span.end,
    ),
  );
  if (!isFree || spans.length === 0) return undefined;
  return { text: spans.map(({ start, end }) => reading.text.slice(start, end)).join(""), spans };
}
