import { joined } from "./a-zip.ts";
import { codesOfText } from "./old-encodings.ts";

/** A record of a workbook stream: its number and its bytes. */
export function biffRecord(type: number, ...content: readonly (readonly number[])[]): Uint8Array {
  const bytes = content.flat();
  return Uint8Array.from([type & 255, type >> 8, bytes.length & 255, bytes.length >> 8, ...bytes]);
}

/** A number in two bytes, and in four. */
export const word = (value: number): number[] => [value & 255, (value >> 8) & 255];
export const long = (value: number): number[] => [...word(value & 0xffff), ...word(value >>> 16)];

/** A number as the eight bytes of a double. */
export function double(value: number): number[] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  return [...new Uint8Array(view.buffer)];
}

/** A text of BIFF5 in GBK with its length before it. */
export function gbkText(text: string, isShort = false): number[] {
  const codes = codesOfText("gb18030", text);
  return isShort ? [codes.length, ...codes] : [...word(codes.length), ...codes];
}

/** A text of BIFF8 with its length before it. */
export function wideText(text: string, isShort = false): number[] {
  const units = [...text].flatMap((character) => word(character.charCodeAt(0)));
  return [...(isShort ? [text.length] : word(text.length)), 1, ...units];
}

/** A workbook stream: records before the list of sheets, and the records of each sheet. */
export function aBiff(
  version: 5 | 8,
  globals: readonly Uint8Array[],
  sheets: readonly {
    readonly name: string;
    readonly state?: number;
    readonly kind?: number;
    readonly records: readonly Uint8Array[];
  }[],
): Uint8Array {
  const number = version === 8 ? 0x600 : 0x500;
  const begin = (kind: number): Uint8Array => biffRecord(0x809, word(number), word(kind), word(0), word(0));
  const end = biffRecord(0x0a);
  const listed = (at: readonly number[]): Uint8Array[] =>
    sheets.map(({ name, state = 0, kind = 0 }, index) =>
      biffRecord(0x85, long(at[index] ?? 0), [state, kind], version === 8 ? wideText(name, true) : gbkText(name, true)),
    );
  const bodies = sheets.map(({ records }) => joined([begin(0x10), ...records, end]));
  const head = joined([begin(5), ...globals, ...listed([]), end]).length;
  const starts = bodies.map((_, index) => head + bodies.slice(0, index).reduce((sum, body) => sum + body.length, 0));
  return joined([begin(5), ...globals, ...listed(starts), end, ...bodies]);
}
