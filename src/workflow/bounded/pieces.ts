import type { PieceShape } from "./reading-task.ts";

/** A part of a large object, small enough to be written as one text — 分片. */
export interface Piece {
  readonly field: string;
  readonly shape: PieceShape;
  readonly value: unknown;
}

const mostItems = 5_000;

/** A large object piece by piece, so that neither side ever holds all of it twice — 拆成分片. */
export function* piecesOf(whole: object): Iterable<Piece> {
  for (const [field, value] of Object.entries(whole)) {
    if (value === undefined) continue;
    if (Array.isArray(value) && value.length > mostItems) yield* listPieces(field, value);
    else if (isRecord(value)) yield* recordPieces(field, value);
    else yield { field, shape: "value", value };
  }
}

/** Puts them together again, in the order in which they came — 拼合分片. */
export class Joined {
  readonly #fields = new Map<string, unknown>();

  add({ field, shape, value }: Piece): void {
    const before = this.#fields.get(field);
    if (shape === "list" && Array.isArray(before) && Array.isArray(value)) for (const item of value) before.push(item);
    else if (shape === "record" && isRecord(before) && isRecord(value)) Object.assign(before, value);
    else this.#fields.set(field, value);
  }

  whole(): object {
    return Object.fromEntries(this.#fields);
  }
}

function* listPieces(field: string, list: readonly unknown[]): Iterable<Piece> {
  for (let at = 0; at < list.length; at += mostItems)
    yield { field, shape: "list", value: list.slice(at, at + mostItems) };
}

function* recordPieces(field: string, record: object): Iterable<Piece> {
  let some: [string, unknown][] = [];
  for (const entry of Object.entries(record)) {
    some.push(entry);
    if (some.length < mostItems) continue;
    yield { field, shape: "record", value: Object.fromEntries(some) };
    some = [];
  }
  yield { field, shape: "record", value: Object.fromEntries(some) };
}

const isRecord = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
