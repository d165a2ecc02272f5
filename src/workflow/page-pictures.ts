/** A file whose pages are drawn, by its fingerprint — 待画的文件. */
interface PicturedFile {
  readonly sha256: string;
  readonly bytes: () => Promise<Uint8Array | undefined>;
}

/** Draws one page, PNG; `undefined` where it cannot be drawn. */
type PageDrawer = (bytes: Uint8Array, page: number) => Promise<Uint8Array | undefined>;

/** Whoever comes when so many pages are being drawn sees what was read in place of the picture. */
const mostWaiting = 24;
const bytesKept = 48 * 1024 * 1024;

/**
 * Pictures of pages, drawn when someone looks at them and kept while they are looked at — 页面图像. Two people who open
 * one page at once wait for one drawing.
 */
export class PagePictures {
  readonly #draw: PageDrawer;
  readonly #kept = new Map<string, Uint8Array>();
  readonly #drawing = new Map<string, Promise<Uint8Array | undefined>>();
  #size = 0;

  constructor(draw: PageDrawer) {
    this.#draw = draw;
  }

  async of(file: PicturedFile, page: number): Promise<Uint8Array | undefined> {
    const name = `${file.sha256}/${page}`;
    const kept = this.#kept.get(name);
    if (kept) {
      this.#kept.delete(name);
      this.#kept.set(name, kept);
      return kept;
    }
    const under = this.#drawing.get(name);
    if (!under && this.#drawing.size >= mostWaiting) return undefined;
    const drawing = under ?? this.#drawAndKeep(name, file, page);
    this.#drawing.set(name, drawing);
    try {
      return await drawing;
    } finally {
      this.#drawing.delete(name);
    }
  }

  async #drawAndKeep(name: string, file: PicturedFile, page: number): Promise<Uint8Array | undefined> {
    const bytes = await file.bytes();
    const picture = bytes && (await this.#draw(bytes, page));
    if (!picture) return undefined;
    this.#kept.set(name, picture);
    this.#size += picture.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#size <= bytesKept || oldest === name) break;
      this.#kept.delete(oldest);
      this.#size -= length;
    }
    return picture;
  }
}
