import { deflateSync } from "fflate";

/** One entry of a ZIP as a test tells it; what is not said is as a packer would write it. */
export interface ZipSpec {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  /** Lies of the directory. */
  readonly unpacked?: number;
  readonly crc?: number;
  /** Where it claims to stand, in place of where it does. */
  readonly at?: number;
  readonly madeBy?: number;
  readonly mode?: number;
  readonly extra?: Uint8Array;
  /** Sizes in the long form that writers of streams use. */
  readonly isZip64?: boolean;
}

const encoder = new TextEncoder();
const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === "string" ? encoder.encode(content) : content;

/** A ZIP, whose directory may lie. */
export function aZip(entries: readonly ZipSpec[], end: { readonly count?: number; readonly before?: Uint8Array } = {}) {
  const before = end.before ?? new Uint8Array();
  const locals: Uint8Array[] = [before];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const spec of entries) {
    const content = bytesOf(spec.content ?? "");
    const method = spec.method ?? 8;
    const packed = method === 8 ? deflateSync(content) : content;
    const name = bytesOf(spec.name);
    const sizes = [spec.unpacked ?? content.length, packed.length] as const;
    const long = numbers([
      [2, 1],
      [2, 16],
      [4, sizes[0]],
      [4, 0],
      [4, sizes[1]],
      [4, 0],
    ]);
    const extra = spec.extra ?? (spec.isZip64 ? long : new Uint8Array());
    const fields = [
      [2, 20],
      [2, spec.flags ?? 0x0800],
      [2, method],
      [4, 0],
      [4, spec.crc ?? crcOf(content)],
      [4, spec.isZip64 ? 0xffffffff : sizes[1]],
      [4, spec.isZip64 ? 0xffffffff : sizes[0]],
      [2, name.length],
      [2, extra.length],
    ] as const;
    const local = numbers([[4, 0x04034b50], ...fields]);
    const madeBy = [2, ((spec.madeBy ?? 3) << 8) | 20] as const;
    const tail = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, (spec.mode ?? 0o100644) * 0x10000],
      [4, spec.at ?? at],
    ] as const;
    central.push(numbers([[4, 0x02014b50], madeBy, ...fields, ...tail]), name, extra);
    locals.push(local, name, extra, packed);
    at += local.length + name.length + extra.length + packed.length;
  }
  const directory = joined(central);
  const count = end.count ?? entries.length;
  const close = numbers([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, directory.length],
    [4, at],
    [2, 0],
  ]);
  return joined([...locals, directory, close]);
}

function numbers(fields: readonly (readonly [number, number])[]): Uint8Array {
  const bytes: number[] = [];
  for (const [width, value] of fields)
    for (let byte = 0; byte < width; byte++) bytes.push(Math.floor(value / 2 ** (8 * byte)) & 0xff);
  return Uint8Array.from(bytes);
}

/** Several byte strings as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
