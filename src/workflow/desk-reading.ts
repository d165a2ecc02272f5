import type { CorrectionState } from "../domain/correction.ts";
import type { TargetTable } from "../domain/declaration.ts";
import { applyCorrections } from "../read/corrections/apply-corrections.ts";
import type { Key, Store, StoredDocument } from "../store/store.ts";

/** A document on the reading desk: what holds, and how each correction stands to it — 核对台上的文件. */
export interface DeskReading {
  readonly document: StoredDocument;
  /** As the machine reads it, with the indicators that people added. */
  readonly base: readonly TargetTable[];
  readonly states: ReadonlyMap<string, CorrectionState>;
}

/** Fetches a document for the desk — 取到核对台. */
export async function deskReading(store: Store, key: Key): Promise<DeskReading | undefined> {
  const document = await store.document(key);
  return document && standingOf(document);
}

/** How the corrections of a document stand to its reading — 更正现状. */
export function standingOf(document: StoredDocument): DeskReading {
  const { base, states } = applyCorrections(document.machine, document.corrections);
  return { document, base, states };
}
