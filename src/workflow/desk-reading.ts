import type { CorrectionState } from "../domain/correction.ts";
import { countReading } from "../domain/count-reading.ts";
import type { TargetTable } from "../domain/declaration.ts";
import type { Reading } from "../domain/reading.ts";
import { applyCorrections } from "../read/corrections/apply-corrections.ts";
import type { DocumentRow, Key, Store, StoredDocument } from "../store/store.ts";

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

/** A reading that is kept nowhere, as it would lie on the desk — 未入库的读取结果. */
export function readingOnDesk(reading: Reading): DeskReading {
  const { source, conservation } = reading;
  const table = reading.tables[0];
  const key = { region: 0, year: 0, id: "" };
  const row: DocumentRow = {
    key,
    yearInferred: false,
    sha256: source.sha256,
    fileName: source.name,
    title: table?.title,
    departmentId: "",
    department: table?.department ?? "",
    bytes: source.bytes,
    sourceUrl: undefined,
    importedAt: "",
    version: 1,
    current: true,
    ...countReading(reading),
    total: undefined,
    findings: { error: 0, warning: 0, info: 0 },
    characters: conservation.characters,
    unplacedCharacters: conservation.unplacedCharacters,
  };
  const nothing = { corrections: [], revision: 0, findings: [], versions: [], differences: [], projectKeys: {} };
  return standingOf({ row, reading, machine: reading, ...nothing });
}

/** How the corrections of a document stand to its reading — 更正现状. */
export function standingOf(document: StoredDocument): DeskReading {
  const { base, states } = applyCorrections(document.machine, document.corrections);
  return { document, base, states };
}
