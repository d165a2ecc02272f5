/** Files that wait for a person to tell their columns — 待对照的文件: in memory, within a bound, for a while. */
export class PendingFiles<File extends { readonly bytes: Uint8Array }> {
  readonly #files = new Map<string, { readonly file: File; readonly until: Date }>();
  readonly #mostBytes: number;
  readonly #milliseconds: number;

  constructor(mostBytes: number, milliseconds: number) {
    this.#mostBytes = mostBytes;
    this.#milliseconds = milliseconds;
  }

  /** Keeps a file from now on; the oldest give way to it. */
  keep(id: string, file: File, now: Date): void {
    this.#files.delete(id);
    this.#files.set(id, { file, until: new Date(now.getTime() + this.#milliseconds) });
    this.#tidy(now);
  }

  /** The file, while it is here; looking at it keeps it no longer. */
  find(id: string, now: Date): { readonly file: File; readonly until: Date } | undefined {
    this.#tidy(now);
    return this.#files.get(id);
  }

  drop(id: string): void {
    this.#files.delete(id);
  }

  #tidy(now: Date): void {
    for (const [id, { until }] of this.#files) if (until <= now) this.#files.delete(id);
    let bytes = 0;
    for (const { file } of this.#files.values()) bytes += file.bytes.byteLength;
    for (const [id, { file }] of this.#files) {
      if (bytes <= this.#mostBytes) return;
      this.#files.delete(id);
      bytes -= file.bytes.byteLength;
    }
  }
}
