/** One part of a message — MIME 部件. */
export interface MimePart {
  readonly type: string;
  readonly charset: string | undefined;
  /** Where a page says it lies. */
  readonly location: string;
  readonly bytes: Uint8Array;
}

const mostParts = 5_000;
const deepest = 20;

/** The parts of a message in their order, those within parts too — 拆出 MIME 部件. Never throws on bad bytes. */
export function mimeParts(bytes: Uint8Array): readonly MimePart[] {
  const found: MimePart[] = [];
  const open: { readonly body: Body; readonly depth: number }[] = [{ body: bodyOf(bytes, 0, bytes.length), depth: 0 }];
  for (let next = open.pop(); next && found.length < mostParts; next = open.pop()) {
    const { body, depth } = next;
    const type = parameters(body.heads.get("content-type") ?? "text/plain");
    const boundary = type.parameters.get("boundary");
    if (type.value.startsWith("multipart/") && boundary && depth < deepest) {
      const inner = partsWithin(bytes, body, boundary).map((one) => ({ body: one, depth: depth + 1 }));
      for (const one of inner.reverse()) open.push(one);
      continue;
    }
    found.push({
      type: type.value,
      charset: type.parameters.get("charset"),
      location: body.heads.get("content-location") ?? "",
      bytes: decoded(bytes.subarray(body.start, body.end), body.heads.get("content-transfer-encoding") ?? ""),
    });
  }
  return found;
}

interface Body {
  readonly heads: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
}

/** Head lines up to the first empty line; a line that begins with a blank goes on with the one before. */
function bodyOf(bytes: Uint8Array, from: number, end: number): Body {
  const heads = new Map<string, string>();
  let at = from;
  let name = "";
  while (at < end) {
    const next = endOfLine(bytes, at, end);
    const line = latin(bytes, at, Math.min(next, at + 8_192)).trimEnd();
    at = next;
    if (line === "") {
      if (heads.size > 0) break;
      continue;
    }
    if (/^[ \t]/u.test(line)) {
      if (name !== "") heads.set(name, `${heads.get(name) ?? ""} ${line.trim()}`.slice(0, 20_000));
      continue;
    }
    const colon = line.indexOf(":");
    if (colon === -1) break;
    name = line.slice(0, colon).trim().toLowerCase();
    if (!heads.has(name)) heads.set(name, line.slice(colon + 1).trim());
  }
  return { heads, start: at, end };
}

/** Between the lines that a boundary marks; the last part may have lost its end. */
function partsWithin(bytes: Uint8Array, { start, end }: Body, boundary: string): Body[] {
  const mark = `--${boundary}`;
  const parts: Body[] = [];
  let from = -1;
  for (let at = start; at < end && parts.length < mostParts; ) {
    const next = endOfLine(bytes, at, end);
    if (bytes[at] === 0x2d && bytes[at + 1] === 0x2d) {
      const line = latin(bytes, at, Math.min(next, at + mark.length + 4)).trimEnd();
      const isEnd = line === `${mark}--`;
      if (line === mark || isEnd) {
        if (from !== -1) parts.push(bodyOf(bytes, from, at));
        from = isEnd ? -1 : next;
      }
    }
    at = next;
  }
  if (from !== -1 && from < end) parts.push(bodyOf(bytes, from, end));
  return parts;
}

/** `text/html; charset="gb2312"`. */
function parameters(value: string): { readonly value: string; readonly parameters: ReadonlyMap<string, string> } {
  const [first = "", ...rest] = value.slice(0, 4_000).split(";");
  const found = new Map<string, string>();
  for (const one of rest) {
    const equals = one.indexOf("=");
    if (equals === -1) continue;
    const name = one.slice(0, equals).trim().toLowerCase();
    found.set(
      name,
      one
        .slice(equals + 1)
        .trim()
        .replace(/^"/u, "")
        .replace(/"$/u, ""),
    );
  }
  return { value: first.trim().toLowerCase(), parameters: found };
}

function decoded(bytes: Uint8Array, encoding: string): Uint8Array {
  const kind = encoding.trim().toLowerCase();
  if (kind === "base64") return fromBase64(bytes);
  return kind === "quoted-printable" ? fromQuotedPrintable(bytes) : bytes;
}

function fromBase64(bytes: Uint8Array): Uint8Array {
  const found = new Uint8Array(Math.ceil((bytes.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    const value = base64Value(byte);
    if (byte === 0x3d) break;
    if (value === -1) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    found[length++] = (held >>> bits) & 0xff;
  }
  return found.subarray(0, length);
}

function base64Value(byte: number): number {
  if (byte >= 0x41 && byte <= 0x5a) return byte - 0x41;
  if (byte >= 0x61 && byte <= 0x7a) return byte - 0x61 + 26;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30 + 52;
  if (byte === 0x2b || byte === 0x2d) return 62;
  return byte === 0x2f || byte === 0x5f ? 63 : -1;
}

/** `=B9=FA`; an equals sign at the end of a line joins it with the next. */
function fromQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const found = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte !== 0x3d) {
      found[length++] = byte;
      continue;
    }
    const [first, second] = [bytes[at + 1], bytes[at + 2]];
    const high = hexValue(first);
    const low = hexValue(second);
    if (high >= 0 && low >= 0) {
      found[length++] = high * 16 + low;
      at += 2;
    } else if (first === 0x0d && second === 0x0a) at += 2;
    else if (first === 0x0a || first === 0x0d) at += 1;
    else found[length++] = byte;
  }
  return found.subarray(0, length);
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function endOfLine(bytes: Uint8Array, from: number, end: number): number {
  const at = bytes.indexOf(0x0a, from);
  return at === -1 || at >= end ? end : at + 1;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}
