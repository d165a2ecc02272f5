import { type Picture, rowsHere, sharpness } from "./picture-pdf.ts";

/** So many pages of one file are looked at. */
const mostPages = 2_000;

/**
 * The pages of a TIFF as scanners and fax machines write them — TIFF 图像: strips that are plain or packed by fax coding,
 * LZW, Deflate, PackBits or JPEG. Pages of other kinds are left out.
 */
export function tiffPictures(bytes: Uint8Array): Picture[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) return [];
  const little = view.getUint16(0) === 0x4949;
  const pictures: Picture[] = [];
  const seen = new Set<number>();
  let at = view.getUint32(4, little);
  while (at > 0 && at + 2 <= bytes.length && !seen.has(at) && seen.size < mostPages) {
    seen.add(at);
    const count = view.getUint16(at, little);
    if (at + 2 + 12 * count > bytes.length) break;
    const picture = pictureOf(bytes, fieldsOf(view, at + 2, count, little));
    if (picture) pictures.push(picture);
    const next = at + 2 + 12 * count;
    at = next + 4 <= bytes.length ? view.getUint32(next, little) : 0;
  }
  return pictures;
}

const tag = {
  width: 256,
  height: 257,
  bits: 258,
  packing: 259,
  meaning: 262,
  bitOrder: 266,
  offsets: 273,
  samples: 277,
  rows: 278,
  lengths: 279,
  resolution: 282,
  faxOptions: 292,
  unit: 296,
  predictor: 317,
  jpegTables: 347,
} as const;

type Fields = ReadonlyMap<number, readonly number[]>;

/** A field that says that it has more values than this is damaged. */
const mostValues = 200_000;

function fieldsOf(view: DataView, from: number, count: number, little: boolean): Fields {
  const fields = new Map<number, readonly number[]>();
  for (let n = 0; n < count; n++) {
    const entry = from + 12 * n;
    const kind = view.getUint16(entry + 2, little);
    const size = kind === 3 ? 2 : kind === 4 ? 4 : kind === 5 ? 8 : kind === 1 || kind === 7 ? 1 : 0;
    const length = view.getUint32(entry + 4, little);
    const at = size * length <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
    if (size === 0 || length > mostValues || at + size * length > view.byteLength) continue;
    fields.set(
      view.getUint16(entry, little),
      Array.from({ length }, (_, one) => {
        const place = at + size * one;
        if (kind === 3) return view.getUint16(place, little);
        if (kind === 4) return view.getUint32(place, little);
        if (kind === 5) return view.getUint32(place, little) / Math.max(1, view.getUint32(place + 4, little));
        return view.getUint8(place);
      }),
    );
  }
  return fields;
}

function pictureOf(bytes: Uint8Array, fields: Fields): Picture | undefined {
  const one = (name: number, otherwise: number): number => fields.get(name)?.[0] ?? otherwise;
  const width = one(tag.width, 0);
  const height = one(tag.height, 0);
  const samples = one(tag.samples, 1);
  const bits = one(tag.bits, 1);
  const meaning = one(tag.meaning, 1);
  const offsets = fields.get(tag.offsets) ?? [];
  const lengths = fields.get(tag.lengths) ?? [];
  const filter = filterOf(fields, width, samples, bits);
  const colour =
    samples === 1 && meaning <= 1 ? "/DeviceGray" : samples === 3 && meaning !== 3 ? "/DeviceRGB" : undefined;
  const isPlain = (bits === 1 || bits === 8) && offsets.length > 0 && offsets.length === lengths.length;
  if (filter === undefined || !colour || !isPlain || width === 0 || height === 0) return undefined;
  const perStrip = Math.min(height, one(tag.rows, height)) || height;
  const strips = offsets.map((offset, n) => ({
    rows: Math.min(perStrip, height - n * perStrip),
    data: whole(
      inOrder(bytes.subarray(offset, offset + lengths[n]!), one(tag.bitOrder, 1)),
      fields.get(tag.jpegTables),
    ),
  }));
  if (strips.some(({ rows }) => rows <= 0)) return undefined;
  // fax coding calls black what the page calls black; other bits mean what the file says
  const inverted = isFax(one(tag.packing, 1)) ? meaning === 1 : meaning === 0;
  const unit = one(tag.unit, 2);
  const said = fields.has(tag.resolution) ? one(tag.resolution, 0) * (unit === 3 ? 2.54 : 1) : undefined;
  return {
    width,
    height,
    dpi: sharpness(width, height, said),
    dictionary: `/ColorSpace ${colour} /BitsPerComponent ${bits} ${filter}${inverted && samples === 1 ? " /Decode [1 0]" : ""}`,
    strips,
  };
}

function isFax(packing: number): boolean {
  return packing >= 2 && packing <= 4;
}

/** How PDF calls the packing of a strip; `undefined` where it has no word for it. */
function filterOf(fields: Fields, width: number, samples: number, bits: number): string | undefined {
  const packing = fields.get(tag.packing)?.[0] ?? 1;
  const fax = (k: number): string =>
    `/Filter /CCITTFaxDecode /DecodeParms << /K ${k} /Columns ${width} /Rows ${rowsHere}${packing === 2 ? " /EncodedByteAlign true" : ""} >>`;
  const predictor = fields.get(tag.predictor)?.[0] === 2;
  const steps = predictor
    ? ` /DecodeParms << /Predictor 2 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${width} >>`
    : "";
  if (packing === 1) return "";
  if (packing === 2) return fax(0);
  if (packing === 3) return fax((fields.get(tag.faxOptions)?.[0] ?? 0) & 1 ? 1 : 0);
  if (packing === 4) return fax(-1);
  if (packing === 5) return `/Filter /LZWDecode${steps}`;
  if (packing === 7) return "/Filter /DCTDecode";
  if (packing === 8 || packing === 32946) return `/Filter /FlateDecode${steps}`;
  return packing === 32773 ? "/Filter /RunLengthDecode" : undefined;
}

/** Strips of JPEG leave out the tables that they share: these go behind the start of each. */
function whole(strip: Uint8Array, tables: readonly number[] | undefined): Uint8Array {
  if (!tables || tables.length < 4) return strip;
  const joined = new Uint8Array(strip.length + tables.length - 4);
  joined.set(strip.subarray(0, 2));
  joined.set(tables.slice(2, -2), 2);
  joined.set(strip.subarray(2), tables.length - 2);
  return joined;
}

/** Some fax machines write the bits of a byte from the right. */
function inOrder(data: Uint8Array, order: number): Uint8Array {
  if (order !== 2) return data;
  return data.map((byte) => {
    let turned = 0;
    for (let bit = 0; bit < 8; bit++) turned |= ((byte >> bit) & 1) << (7 - bit);
    return turned;
  });
}
