/** Numbers in bytes, least byte first; 0 beyond their end — 小端数. */
export function u8(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

/** 16 bits. */
export function u16(bytes: Uint8Array, at: number): number {
  return u8(bytes, at) | (u8(bytes, at + 1) << 8);
}

/** 16 bits, signed. */
export function i16(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) << 16) >> 16;
}

/** 32 bits. */
export function u32(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;
}

/** 32 bits, signed. */
export function i32(bytes: Uint8Array, at: number): number {
  return u32(bytes, at) | 0;
}
