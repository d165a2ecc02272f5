import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { workThrough } from "./work-through.ts";

async function* numbers(count: number): AsyncGenerator<number> {
  for (let n = 0; n < count; n++) yield n;
}

test("results are shown in the order of the items, whichever is done first", async () => {
  const shown: number[] = [];
  let most = 0;
  let under = 0;
  const all = await workThrough(numbers(20), {
    jobs: 4,
    stopped: () => false,
    async act(n) {
      most = Math.max(most, ++under);
      await wait(n % 5 === 0 ? 12 : 1);
      under--;
      return n;
    },
    show: async (n) => void shown.push(n),
  });
  expect(all).toBe(true);
  expect(shown).toEqual(Array.from({ length: 20 }, (_, n) => n));
  expect(most).toBe(4);
});

test("a turn comes when all before it are done", async () => {
  const order: number[] = [];
  await workThrough(numbers(12), {
    jobs: 3,
    stopped: () => false,
    async act(n, turn) {
      await wait((12 - n) % 4);
      await turn();
      order.push(n);
    },
    async show() {},
  });
  expect(order).toEqual(Array.from({ length: 12 }, (_, n) => n));
});

test("while the first takes long, no more than a few wait behind it", async () => {
  let begun = 0;
  let first: () => void = () => {};
  const slow = new Promise<void>((end) => {
    first = end;
  });
  const working = workThrough(numbers(1_000), {
    jobs: 2,
    stopped: () => false,
    async act(n) {
      begun++;
      if (n === 0) await slow;
    },
    async show() {},
  });
  await wait(50);
  expect(begun).toBeLessThan(40);
  first();
  expect(await working).toBe(true);
  expect(begun).toBe(1_000);
});

test("when it is stopped, what is under way is finished and shown, and the rest is left", async () => {
  const shown: number[] = [];
  const all = await workThrough(numbers(20), {
    jobs: 2,
    stopped: () => shown.length >= 5,
    act: async (n) => n,
    show: async (n) => void shown.push(n),
  });
  expect(all).toBe(false);
  expect(shown.length).toBeLessThan(12);
});

test.each(["act", "show"] as const)("an error while it is to %s comes out, and ends it", async (where) => {
  let begun = 0;
  const failing = async (n: number): Promise<number> => {
    if (n === 3) throw new Error("a slip");
    return n;
  };
  const working = workThrough(numbers(100), {
    jobs: 2,
    stopped: () => false,
    async act(n) {
      begun++;
      return where === "act" ? failing(n) : n;
    },
    show: async (n) => void (where === "show" && (await failing(n))),
  });
  await expect(working).rejects.toThrow("a slip");
  expect(begun).toBeLessThan(60);
});
