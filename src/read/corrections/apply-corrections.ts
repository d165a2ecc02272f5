import { addedIndicator, type Correction, type CorrectionState } from "../../domain/correction.ts";
import type { TargetTable } from "../../domain/declaration.ts";
import { type Field, fieldAt } from "../../domain/field-at.ts";
import { finderOf } from "../../domain/field-identity.ts";
import { fenFromText } from "../../domain/money.ts";
import type { FieldPath } from "../../domain/place.ts";
import type { Reading, ReadingNote, ReadingNoteCode } from "../../domain/reading.ts";
import { withPlacedWords } from "./placed-words.ts";
import { sumsAnew } from "./sums-anew.ts";
import { withField, withIndicator } from "./with-field.ts";

/** A reading with the corrections of people, and how each correction stands to it — 更正后的读取结果. */
interface CorrectedReading {
  readonly reading: Reading;
  /** What the machine read, and the indicators that people added: what corrections are held against. */
  readonly base: readonly TargetTable[];
  /** By the id of the correction. */
  readonly states: ReadonlyMap<string, CorrectionState>;
}

/**
 * The machine's reading + corrections, oldest first → what holds — 应用更正. Each correction is found by what its value
 * belongs to, and holds only where the machine still reads what the person saw; the others are told, never dropped.
 */
export function applyCorrections(machine: Reading, corrections: readonly Correction[]): CorrectedReading {
  const states = new Map<string, CorrectionState>();
  for (const { id, undone } of corrections) if (undone) states.set(id, { kind: "undone" });
  const holding = corrections.filter(({ undone }) => !undone);
  const added = addIndicators(machine.tables, holding, states);
  const chosen = lastOfEach(added, holding, states);
  let tables = added;
  const applied = new Map<FieldPath, Correction>();
  for (const [path, correction] of chosen) {
    const state = stateOf(fieldAt(added, path), path, correction);
    states.set(correction.id, state);
    if (state.kind !== "applied") continue;
    tables = withField(tables, path, correction.corrected);
    applied.set(path, correction);
  }
  for (const correction of holding) {
    const state = states.get(correction.id);
    if (isAddition(correction) && state?.kind === "applied") applied.set(state.path, correction);
  }
  if (applied.size === 0) return { reading: machine, base: added, states };
  const settled: Reading = {
    ...machine,
    tables,
    notes: machine.notes.filter((note) => !isSettled(note, applied)),
    competing: machine.competing.filter(({ subject }) => !applied.has(subject)),
    sums: sumsAnew(machine, tables),
  };
  return { reading: withPlacedWords(settled, applied), base: added, states };
}

const isAddition = ({ identity }: Correction): boolean => identity.field === addedIndicator;

/** Indicators that people added come behind those that were read, so that no path of these moves. */
function addIndicators(
  tables: readonly TargetTable[],
  corrections: readonly Correction[],
  states: Map<string, CorrectionState>,
): readonly TargetTable[] {
  const { pathOf } = finderOf(tables);
  let now = tables;
  for (const correction of corrections.filter(isAddition)) {
    const owner = pathOf(correction.identity)?.slice(0, -addedIndicator.length - 1);
    const [, t, , d] = owner?.split("/") ?? [];
    const n = now[Number(t)]?.declarations[Number(d)]?.indicators.length;
    if (owner === undefined || n === undefined) states.set(correction.id, notFound);
    else {
      now = withIndicator(now, owner, correction.corrected);
      states.set(correction.id, { kind: "applied", path: `${owner}/indicators/${n}/name` });
    }
  }
  return now;
}

const notFound: CorrectionState = { kind: "unfit", path: undefined, now: undefined };

/** Of several corrections of one value the last one counts. */
function lastOfEach(
  tables: readonly TargetTable[],
  corrections: readonly Correction[],
  states: Map<string, CorrectionState>,
): ReadonlyMap<FieldPath, Correction> {
  const { pathOf } = finderOf(tables);
  const chosen = new Map<FieldPath, Correction>();
  for (const correction of corrections) {
    if (isAddition(correction)) continue;
    const path = pathOf(correction.identity) ?? renamedPath(pathOf, correction);
    if (path === undefined) {
      states.set(correction.id, notFound);
      continue;
    }
    const before = chosen.get(path);
    if (before) states.set(before.id, { kind: "replaced", path, by: correction.id });
    chosen.set(path, correction);
  }
  return chosen;
}

/** A name that the machine now reads as the person corrected it is not found under its old one. */
function renamedPath(
  pathOf: ReturnType<typeof finderOf>["pathOf"],
  { identity, corrected }: Correction,
): FieldPath | undefined {
  if (identity.field === "project/name") return pathOf({ ...identity, project: corrected });
  if (identity.of === "unit" && identity.field === "name") return pathOf({ ...identity, unit: corrected });
  const { indicator } = identity;
  if (!indicator || identity.field !== "name") return undefined;
  return pathOf({ ...identity, indicator: { ...indicator, name: corrected } });
}

function stateOf(field: Field | undefined, path: FieldPath, { machine, corrected }: Correction): CorrectionState {
  if (!field) return { kind: "unfit", path, now: undefined };
  if (field.text === corrected) return { kind: "agreed", path };
  return isSame(field, machine) ? { kind: "applied", path } : { kind: "unfit", path, now: field.text };
}

/** Blanks come and go with line wrapping; amounts are compared as amounts. */
function isSame({ kind, text, unit }: Field, seen: string): boolean {
  if (text === seen) return true;
  const amount = kind === "amount" && unit ? fenFromText(text, unit) : undefined;
  if (amount !== undefined && unit) return amount === fenFromText(seen, unit);
  return bare(text) === bare(seen);
}

/** No database holds a NUL or half a character. */
const bare = (text: string): string => text.toWellFormed().replaceAll("\u0000", "\uFFFD").replace(/\s+/gu, "");

/** What is noted of the words of one value, and settled by whoever corrects them. */
const ofWords: ReadonlySet<ReadingNoteCode> = new Set<ReadingNoteCode>([
  "lookalike-characters",
  "low-confidence",
  "amount-unreadable",
  "cell-truncated",
  "cell-clipped",
  "delimiter-inside-value",
  "competing-amounts",
]);

function isSettled(note: ReadingNote, applied: ReadonlyMap<FieldPath, Correction>): boolean {
  if (!ofWords.has(note.code)) return false;
  const own = applied.get(note.subject);
  if (own) return note.code !== "lookalike-characters" || !own.corrected.includes(String(note.facts.printed ?? ""));
  return note.code === "cell-truncated" && applied.has(`${note.subject}/annualTarget`);
}
