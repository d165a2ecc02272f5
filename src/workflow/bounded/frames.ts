import { readSync, writeSync } from "node:fs";

/** What goes between the program and a reading process: a small head and raw bytes — 帧. */
export interface Frame {
  readonly head: unknown;
  readonly body: Uint8Array;
}

const prefix = 8;

/** A frame as bytes: the two lengths, the head as JSON, the body as it is. */
export function frameBytes(head: unknown, body: Uint8Array): readonly Uint8Array[] {
  const json = Buffer.from(JSON.stringify(head));
  const lengths = Buffer.alloc(prefix);
  lengths.writeUInt32BE(json.length, 0);
  lengths.writeUInt32BE(body.length, 4);
  return body.length === 0 ? [Buffer.concat([lengths, json])] : [Buffer.concat([lengths, json]), body];
}

/** Puts frames together from whatever pieces a pipe delivers — 帧的拼接. Linear, however small the pieces. */
export class FrameParser {
  #pieces: Buffer[] = [];
  #length = 0;
  #lengths: { readonly head: number; readonly body: number } | undefined;

  push(piece: Buffer): readonly Frame[] {
    this.#pieces.push(piece);
    this.#length += piece.length;
    const frames: Frame[] = [];
    for (;;) {
      this.#lengths ??= this.#takeLengths();
      if (!this.#lengths) return frames;
      const { head, body } = this.#lengths;
      if (this.#length < head + body) return frames;
      frames.push({ head: JSON.parse(this.#take(head).toString()), body: this.#take(body) });
      this.#lengths = undefined;
    }
  }

  #takeLengths() {
    if (this.#length < prefix) return undefined;
    const lengths = this.#take(prefix);
    return { head: lengths.readUInt32BE(0), body: lengths.readUInt32BE(4) };
  }

  #take(length: number): Buffer {
    const all = this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces);
    this.#pieces = [all.subarray(length)];
    this.#length -= length;
    return all.subarray(0, length);
  }
}

/** The next frame of a file descriptor, waited for; `undefined` at its end — 同步读帧. */
export function readFrame(descriptor: number): Frame | undefined {
  const lengths = readExactly(descriptor, prefix);
  if (!lengths) return undefined;
  const head = readExactly(descriptor, lengths.readUInt32BE(0));
  const body = readExactly(descriptor, lengths.readUInt32BE(4));
  return head && body && { head: JSON.parse(head.toString()), body };
}

function readExactly(descriptor: number, length: number): Buffer | undefined {
  const all = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const read = readOrEnd(descriptor, all, at);
    if (read === 0) return undefined;
    at += read;
  }
  return all;
}

function readOrEnd(descriptor: number, into: Buffer, at: number): number {
  try {
    return readSync(descriptor, into, at, into.length - at, null);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EOF") return 0; // how Windows says it
    throw error;
  }
}

/** Writes a frame, and waits until it is taken — 同步写帧. */
export function writeFrame(descriptor: number, head: unknown, body: Uint8Array = new Uint8Array()): void {
  for (const piece of frameBytes(head, body))
    for (let at = 0; at < piece.length; ) at += writeSync(descriptor, piece, at, piece.length - at);
}
