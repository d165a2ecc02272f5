import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Store } from "../store/store.ts";
import { exitCodes } from "./exit-codes.ts";
import { CommandRefusal } from "./terminal.ts";

/** A server's address, not a file — 是否服务器地址. */
export const isServer = (location: string): boolean => /^postgres(ql)?:\/\//.test(location);

/** Whether there may be something at this place; a file that is not there holds nothing — 数据是否存在. */
export const mayExist = (location: string): boolean =>
  isServer(location) || location === ":memory:" || existsSync(location);

/** Opens a store, making it where there is none — 打开存储. */
export async function openOrMakeStore(location: string): Promise<Store> {
  if (!isServer(location) && location !== ":memory:") mkdirSync(dirname(resolve(location)), { recursive: true });
  const { openStore } = await import("../store/open-store.ts");
  return openStore(location);
}

/** Does something with what is kept, and closes it — 使用已有数据. Makes nothing where there is nothing. */
export async function withKept(location: string, act: (store: Store) => Promise<void>): Promise<void> {
  if (!mayExist(location))
    throw new CommandRefusal(
      {
        zh: `还没有数据：${location} 不存在。请先用 jiheng import 文件 入库，或用 --store 指向已有的数据。`,
        en: `Nothing is kept yet: ${location} does not exist. Run jiheng import FILE first, or point --store at what there is.`,
      },
      exitCodes.notFound,
    );
  await closing(await openOrMakeStore(location), act);
}

/** Closes the store whatever happens — 用后关闭. */
export async function closing(store: Store, act: (store: Store) => Promise<void>): Promise<void> {
  try {
    await act(store);
  } finally {
    await store.close();
  }
}
