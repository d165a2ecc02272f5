import type { Correction } from "../../src/domain/correction.ts";
import { fieldAt } from "../../src/domain/field-at.ts";
import { finderOf } from "../../src/domain/field-identity.ts";
import type { FieldPath } from "../../src/domain/place.ts";
import type { Reading } from "../../src/domain/reading.ts";

let made = 0;

/** A correction as it is made on a reading: what the machine read there, and what a person says. */
export function aCorrection(
  reading: Reading,
  path: FieldPath,
  corrected: string,
  more: Partial<Correction> = {},
): Correction {
  const identity = finderOf(reading.tables).identityOf(path);
  if (!identity) throw new Error(`no such value: ${path}`);
  made++;
  return {
    id: `correction-${made}`,
    batch: `batch-${made}`,
    sha256: reading.source.sha256,
    path,
    identity,
    machine: fieldAt(reading.tables, path)?.text ?? "",
    corrected,
    placed: undefined,
    why: "原件如此",
    who: "李审核",
    at: "2026-04-01T08:00:00.000Z",
    undone: undefined,
    ...more,
  };
}
