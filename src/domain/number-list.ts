/** Whole numbers in few bytes, as many as come — 整数列. It grows by pieces: nothing is ever copied to a larger place. */
export class NumberList {
  readonly #pieces: Int32Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const within = this.#length & last;
    if (within === 0) this.#pieces.push(new Int32Array(pieceOf(this.#pieces.length)));
    else if (within === this.#pieces.at(-1)!.length) this.#widen();
    this.#pieces[this.#length >>> bits]![within] = value;
    this.#length++;
  }

  /** The number at a place that was filled. */
  at(index: number): number {
    return this.#pieces[index >>> bits]![index & last]!;
  }

  set(index: number, value: number): void {
    this.#pieces[index >>> bits]![index & last] = value;
  }

  /** The first piece begins small: most documents are. */
  #widen(): void {
    const narrow = this.#pieces.pop()!;
    const wide = new Int32Array(Math.min(size, narrow.length * 4));
    wide.set(narrow);
    this.#pieces.push(wide);
  }
}

const bits = 15;
const size = 1 << bits;
const last = size - 1;
const pieceOf = (before: number): number => (before === 0 ? 256 : size);
