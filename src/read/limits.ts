/** What one document may ask of the machine — 单个文件的各项上限. Each is tested one below and one above. */
export const limits = {
  /** Bytes of a file. */
  fileBytes: 50 * 1024 * 1024,
  /** Bytes that a packed file may unpack to. */
  unpackedBytes: 512 * 1024 * 1024,
  /** Unpacked to packed bytes of one entry. */
  unpackedRatio: 200,
  archiveEntries: 5_000,
  xmlDepth: 128,
  htmlDepth: 512,
  /** colspan, rowspan. */
  htmlSpan: 1_000,
  cells: 2_000_000,
  /** Places of sheets, empty ones counted. */
  sheetSpace: 32_000_000,
  pdfPages: 10_000,
  imagePixels: 100_000_000,
  /** Time and memory of one document, watched from outside. */
  milliseconds: 120_000,
  memoryBytes: 768 * 1024 * 1024,
} as const;
