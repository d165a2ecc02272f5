/** A file to be opened — 待打开的文件. */
export interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}
