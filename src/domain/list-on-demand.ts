/**
 * A list whose items are made when they are asked for, and not kept — 按需生成的列表. To whoever reads it it is an array;
 * two questions for one item give two objects.
 */
export function listOnDemand<T>(length: number, itemAt: (index: number) => T): readonly T[] {
  const target: T[] = [];
  target.length = length; // its items are never asked for
  const indexOf = (key: string | symbol): number => {
    const index = typeof key === "string" ? Number(key) : -1;
    return Number.isInteger(index) && index >= 0 && index < length && String(index) === key ? index : -1;
  };
  return new Proxy(target, {
    get(_, key, receiver) {
      const index = indexOf(key);
      return index === -1 ? Reflect.get(target, key, receiver) : itemAt(index);
    },
    has: (_, key) => indexOf(key) !== -1 || Reflect.has(target, key),
    ownKeys: () => [...Array.from({ length }, (_, index) => String(index)), "length"],
    getOwnPropertyDescriptor(_, key) {
      const index = indexOf(key);
      if (index === -1) return Reflect.getOwnPropertyDescriptor(target, key);
      return { value: itemAt(index), enumerable: true, configurable: true, writable: false };
    },
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false,
  });
}
