/** How items are worked on — 并行处理. */
export interface Workers<Item, Result> {
  /** How many at a time. */
  readonly jobs: number;
  /** Several at a time; `turn` waits until the items before this one are done. */
  act(item: Item, turn: () => Promise<void>): Promise<Result>;
  /** One after another, in the order of the items. */
  show(result: Result): Promise<void>;
  /** Whether no further item is to be begun. */
  stopped(): boolean;
}

/** So many results may wait for one before them that takes long. */
const waitingPerJob = 8;

/**
 * Works on items several at a time, and shows what became of them in their order — 并行处理，按序给出结果. Answers whether all
 * were worked on. An error ends it, once what is under way has ended.
 */
export async function workThrough<Item, Result>(
  items: AsyncGenerator<Item>,
  { jobs, act, show, stopped }: Workers<Item, Result>,
): Promise<boolean> {
  const done: Promise<void>[] = [];
  let showing: Promise<void> = Promise.resolve();
  const shown: Promise<void>[] = [];
  let failed = false;

  const work = async (item: Item): Promise<void> => {
    const before = done.at(-1) ?? Promise.resolve();
    const acting = act(item, () => before);
    done.push(Promise.allSettled([before, acting]).then(() => {}));
    const earlier = showing;
    showing = acting.then(async (result) => {
      await earlier;
      await show(result);
    });
    shown.push(showing);
    await acting;
  };
  const worker = async (): Promise<boolean> => {
    try {
      while (!failed && !stopped()) {
        const { done: none, value: item } = await items.next();
        if (none) return true;
        await work(item);
        await shown[shown.length - 1 - jobs * waitingPerJob];
      }
    } catch (error) {
      failed = true;
      throw error;
    }
    return false;
  };
  const ends = await Promise.allSettled(Array.from({ length: jobs }, worker));
  const trouble = [...ends, ...(await Promise.allSettled(shown))].find((end) => end.status === "rejected");
  if (trouble) throw trouble.reason;
  return ends.every((end) => end.status === "fulfilled" && end.value);
}
