/** A text in UTF-16, lower byte first, without a mark. */
export function utf16le(text: string): Uint8Array {
  return Buffer.from(text, "utf16le");
}
