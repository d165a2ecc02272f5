import { describe, expect, test } from "vitest";
import { listOnDemand } from "./list-on-demand.ts";

describe("a list made on demand", () => {
  const squares = listOnDemand(5, (n) => ({ n, square: n * n }));
  const plain = [0, 1, 2, 3, 4].map((n) => ({ n, square: n * n }));

  test("is an array to whoever reads it", () => {
    expect(Array.isArray(squares)).toBe(true);
    expect(squares).toEqual(plain);
    expect([...squares]).toEqual(plain);
    expect(squares.length).toBe(5);
    expect(squares[2]).toEqual({ n: 2, square: 4 });
    expect(squares.at(-1)).toEqual({ n: 4, square: 16 });
    expect(squares[5]).toBeUndefined();
    expect(squares.slice(1, 3)).toEqual(plain.slice(1, 3));
    expect(squares.filter(({ square }) => square > 3)).toEqual(plain.slice(2));
    expect(squares.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4]);
    expect(squares.findLast(({ n }) => n < 3)).toEqual({ n: 2, square: 4 });
    expect(Object.keys(squares)).toEqual(Object.keys(plain));
    expect(JSON.stringify({ squares })).toBe(JSON.stringify({ squares: plain }));
    expect(3 in squares).toBe(true);
    expect(7 in squares).toBe(false);
  });

  test("cannot be changed", () => {
    expect(Reflect.set(squares, 0, { n: 9, square: 81 })).toBe(false);
    expect(Reflect.deleteProperty(squares, 0)).toBe(false);
    expect(() => (squares as { n: number; square: number }[]).push({ n: 5, square: 25 })).toThrow(TypeError); // it is no such list
    expect(squares[0]).toEqual({ n: 0, square: 0 });
  });

  test("makes nothing that is not asked for", () => {
    const asked: number[] = [];
    const list = listOnDemand(1_000_000, (n) => asked.push(n));
    expect(list[999_999]).toBe(1);
    expect(asked).toEqual([999_999]);
  });
});
