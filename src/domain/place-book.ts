import { NumberList } from "./number-list.ts";
import type { FieldPath, Place, Places, Span } from "./place.ts";

/**
 * The places of a reading in few bytes — 出处簿. A large document has millions of them: as objects they took ten times the
 * memory of its text. Paths are kept as they branch, places as numbers; both are made anew when they are asked for.
 */
export class PlaceBook {
  readonly #branches = new Branches();
  readonly #branch = new NumberList();
  readonly #leaf = new NumberList();
  /** The place filed before this one under the same branch; -1 where there is none. */
  readonly #before = new NumberList();
  readonly #line = new NumberList();
  readonly #from = new NumberList();
  readonly #count = new NumberList();
  readonly #starts = new NumberList();
  readonly #ends = new NumberList();
  readonly #names: string[] = [];
  readonly #nameNumbers = new Map<string, number>();

  get size(): number {
    return this.#branch.length;
  }

  /** Files a place under a path; one that is filed there already is replaced, and keeps its turn. */
  file(path: FieldPath, { line, spans }: Place): void {
    const from = this.#starts.length;
    for (const { start, end } of spans) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
    const { branch, name } = this.#branches.grown(path);
    const leaf = name === undefined ? branchItself : this.#numberOf(name);
    const found = this.#find(branch, leaf);
    if (found !== -1) {
      this.#line.set(found, line);
      this.#from.set(found, from);
      this.#count.set(found, spans.length);
      return;
    }
    this.#branch.push(branch);
    this.#leaf.push(leaf);
    this.#before.push(this.#branches.last(branch));
    this.#branches.setLast(branch, this.#line.length);
    this.#line.push(line);
    this.#from.push(from);
    this.#count.push(spans.length);
  }

  /** The place under a path. */
  at(path: FieldPath): Place | undefined {
    const found = this.#numberAt(path);
    return found === -1 ? undefined : this.#placeOf(found);
  }

  has(path: FieldPath): boolean {
    return this.#numberAt(path) !== -1;
  }

  /** All places with their paths, in the order in which they were filed. */
  *entries(): Generator<readonly [FieldPath, Place]> {
    for (let at = 0; at < this.size; at++) yield [this.#pathOf(at), this.#placeOf(at)];
  }

  *paths(): Generator<FieldPath> {
    for (let at = 0; at < this.size; at++) yield this.#pathOf(at);
  }

  /** Few names stand under one branch, so that going through them is no long way. */
  #find(branch: number, leaf: number): number {
    let at = this.#branches.last(branch);
    while (at !== -1 && this.#leaf.at(at) !== leaf) at = this.#before.at(at);
    return at;
  }

  #numberAt(path: FieldPath): number {
    const found = this.#branches.found(path);
    if (!found) return -1;
    const leaf = found.name === undefined ? branchItself : this.#nameNumbers.get(found.name);
    return leaf === undefined ? -1 : this.#find(found.branch, leaf);
  }

  #numberOf(name: string): number {
    const known = this.#nameNumbers.get(name);
    if (known !== undefined) return known;
    this.#nameNumbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  #pathOf(at: number): FieldPath {
    const branch = this.#branches.pathOf(this.#branch.at(at));
    const leaf = this.#leaf.at(at);
    if (leaf === branchItself) return branch;
    return branch === "" ? this.#names[leaf]! : `${branch}/${this.#names[leaf]!}`;
  }

  #placeOf(at: number): Place {
    const from = this.#from.at(at);
    const spans: Span[] = [];
    for (let n = from; n < from + this.#count.at(at); n++)
      spans.push({ start: this.#starts.at(n), end: this.#ends.at(n) });
    return { line: this.#line.at(at), spans };
  }
}

/** The place is that of the branch: its path ends with a number. */
const branchItself = -1;

interface BranchAndName {
  readonly branch: number;
  /** What stands behind the branch. */
  readonly name: string | undefined;
}

/**
 * What paths begin with, each once: `tables/0/declarations/3/indicators/1` is `tables/0/declarations/3/indicators` and a
 * number. Numbers are many and parted by their branch; what stands between them are a few words.
 */
class Branches {
  readonly #parent = new NumberList();
  /** A number from 0 up, or a word as -1 − its number. */
  readonly #step = new NumberList();
  readonly #last = new NumberList();
  readonly #words: string[] = [];
  readonly #wordNumbers = new Map<string, number>();
  /** By parent and step: the number of the branch, + 1. */
  #table = new Int32Array(256);
  /** The branch that was asked for last: the next path mostly begins with it. */
  #recent = { path: "", branch: 0 };
  #recentPath = { path: "", branch: 0 };

  constructor() {
    this.#add(-1, 0);
  }

  last(branch: number): number {
    return this.#last.at(branch);
  }

  setLast(branch: number, place: number): void {
    this.#last.set(branch, place);
  }

  /** The branch of a path, made where it is new. */
  grown(path: FieldPath): BranchAndName {
    const { head, name } = parted(path);
    if (this.#recent.path !== head)
      this.#recent = { path: head, branch: this.#walk(head, (parent, step) => this.#add(parent, step))! };
    return { branch: this.#recent.branch, name };
  }

  found(path: FieldPath): BranchAndName | undefined {
    const { head, name } = parted(path);
    if (this.#recent.path === head) return { branch: this.#recent.branch, name };
    const branch = this.#walk(head);
    if (branch === undefined) return undefined;
    this.#recent = { path: head, branch };
    return { branch, name };
  }

  pathOf(branch: number): FieldPath {
    if (this.#recentPath.branch !== branch) this.#recentPath = { path: this.#written(branch), branch };
    return this.#recentPath.path;
  }

  #written(branch: number): FieldPath {
    const steps: (string | number)[] = [];
    for (let at = branch; at > 0; at = this.#parent.at(at)) {
      const step = this.#step.at(at);
      steps.push(step >= 0 ? step : this.#words[-1 - step]!);
    }
    return steps.reverse().join("/");
  }

  #walk(head: string, add?: (parent: number, step: number) => number): number | undefined {
    if (head === "") return 0;
    let branch = 0;
    for (const step of head.split("/")) {
      const number = this.#stepOf(step, add !== undefined);
      const next = number === undefined ? -1 : this.#child(branch, number);
      if (next === -1 && (!add || number === undefined)) return undefined;
      branch = next === -1 ? add!(branch, number!) : next;
    }
    return branch;
  }

  #stepOf(step: string, isNew: boolean): number | undefined {
    if (isNumber(step)) return Number(step);
    const known = this.#wordNumbers.get(step);
    if (known !== undefined) return -1 - known;
    if (!isNew) return undefined;
    this.#wordNumbers.set(step, this.#words.length);
    return -this.#words.push(step);
  }

  #child(parent: number, step: number): number {
    const table = this.#table;
    for (let slot = slotOf(parent, step, table.length); ; slot = (slot + 1) & (table.length - 1)) {
      const branch = table[slot]! - 1;
      if (branch === -1 || (this.#parent.at(branch) === parent && this.#step.at(branch) === step)) return branch;
    }
  }

  #add(parent: number, step: number): number {
    const branch = this.#parent.length;
    this.#parent.push(parent);
    this.#step.push(step);
    this.#last.push(-1);
    if (branch * 2 > this.#table.length) {
      this.#table = new Int32Array(this.#table.length * 4);
      for (let at = 0; at < branch; at++) this.#enter(at);
    }
    this.#enter(branch);
    return branch;
  }

  #enter(branch: number): void {
    const table = this.#table;
    let slot = slotOf(this.#parent.at(branch), this.#step.at(branch), table.length);
    while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
    table[slot] = branch + 1;
  }
}

/** A path that ends with a number is a branch; else its last word is a name under one. */
function parted(path: FieldPath): { readonly head: string; readonly name: string | undefined } {
  const slash = path.lastIndexOf("/");
  if (slash <= 0) return { head: "", name: path };
  const name = path.slice(slash + 1);
  return isNumber(name) ? { head: path, name: undefined } : { head: path.slice(0, slash), name };
}

/** A number as we write it, that comes out as it went in. */
function isNumber(step: string): boolean {
  if (step.length === 0 || step.length > 9 || (step.length > 1 && step.startsWith("0"))) return false;
  for (let at = 0; at < step.length; at++) {
    const unit = step.charCodeAt(at);
    if (unit < 0x30 || unit > 0x39) return false;
  }
  return true;
}

const slotOf = (parent: number, step: number, length: number): number => {
  const mixed = Math.imul(Math.imul(parent, 0x9e3779b1) ^ step, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (length - 1);
};

const books = new WeakMap<Places, PlaceBook>();

/** A book as the record that it stands for: places by path — 出处表. */
export function placesOf(book: PlaceBook): Places {
  const places = new Proxy<Record<FieldPath, Place>>(
    {},
    {
      get: (empty, key) =>
        typeof key === "string" ? (book.at(key) ?? Reflect.get(empty, key)) : Reflect.get(empty, key),
      has: (_, key) => typeof key === "string" && book.has(key),
      ownKeys: () => [...book.paths()],
      getOwnPropertyDescriptor(_, key) {
        const value = typeof key === "string" ? book.at(key) : undefined;
        return value && { value, enumerable: true, configurable: true, writable: false };
      },
      set: () => false,
      defineProperty: () => false,
      deleteProperty: () => false,
    },
  );
  books.set(places, book);
  return places;
}

/** All places with their paths one by one, so that no list of them all is made — 逐个取出处. */
export function entriesOf(places: Places): Iterable<readonly [FieldPath, Place]> {
  return books.get(places)?.entries() ?? Object.entries(places);
}
