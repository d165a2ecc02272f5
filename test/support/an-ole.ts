import { joined } from "./a-zip.ts";

/** A stream of an OLE2 container as a test tells it. */
export interface OleSpec {
  readonly name: string;
  readonly content: Uint8Array;
}

const sector = 512;
const free = 0xffffffff;
const end = 0xfffffffe;

/** An OLE2 container with some streams beside each other, small ones too kept in whole sectors. */
export function anOle(streams: readonly OleSpec[]): Uint8Array {
  const directorySectors = Math.ceil(((streams.length + 1) * 128) / sector);
  const sizes = streams.map(({ content }) => Math.max(1, Math.ceil(content.length / sector)));
  const fat: number[] = [];
  const chain = (length: number): number => {
    const start = fat.length;
    for (let at = 1; at <= length; at++) fat.push(at === length ? end : start + at);
    return start;
  };
  chain(directorySectors);
  const starts = sizes.map(chain);
  const fatSectors = Math.ceil((fat.length + 8) / (sector / 4));
  const fatStart = fat.length;
  for (let at = 0; at < fatSectors; at++) fat.push(0xfffffffd);
  while (fat.length < fatSectors * (sector / 4)) fat.push(free);

  const head = new DataView(new ArrayBuffer(sector));
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].forEach((byte, at) => {
    head.setUint8(at, byte);
  });
  head.setUint16(24, 0x3e, true);
  head.setUint16(26, 3, true);
  head.setUint16(28, 0xfffe, true);
  head.setUint16(30, 9, true);
  head.setUint16(32, 6, true);
  head.setUint32(44, fatSectors, true);
  head.setUint32(48, 0, true);
  head.setUint32(56, 0, true); // no stream is too small for whole sectors
  head.setUint32(60, end, true);
  head.setUint32(68, end, true);
  for (let at = 0; at < 109; at++) head.setUint32(76 + at * 4, at < fatSectors ? fatStart + at : free, true);

  const directory = new DataView(new ArrayBuffer(directorySectors * sector));
  const entry = (at: number, name: string, kind: number, start: number, size: number, child: number): void => {
    [...name].forEach((character, index) => {
      directory.setUint16(at * 128 + index * 2, character.charCodeAt(0), true);
    });
    directory.setUint16(at * 128 + 64, name.length * 2 + 2, true);
    directory.setUint8(at * 128 + 66, kind);
    directory.setUint32(at * 128 + 68, free, true);
    // every stream is the right neighbour of the one before it
    directory.setUint32(at * 128 + 72, kind === 2 && at < streams.length ? at + 1 : free, true);
    directory.setUint32(at * 128 + 76, child, true);
    directory.setUint32(at * 128 + 116, start, true);
    directory.setUint32(at * 128 + 120, size, true);
  };
  entry(0, "Root Entry", 5, end, 0, streams.length > 0 ? 1 : free);
  streams.forEach(({ name, content }, at) => {
    entry(at + 1, name, 2, starts[at]!, content.length, free);
  });

  const padded = streams.map(({ content }, at) => {
    const whole = new Uint8Array(sizes[at]! * sector);
    whole.set(content);
    return whole;
  });
  const table = new DataView(new ArrayBuffer(fat.length * 4));
  fat.forEach((value, at) => {
    table.setUint32(at * 4, value, true);
  });
  return joined([
    new Uint8Array(head.buffer),
    new Uint8Array(directory.buffer),
    ...padded,
    new Uint8Array(table.buffer),
  ]);
}
