import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";

/** Where data is kept unless told otherwise — 默认数据文件. */
export const defaultStore = "data/jiheng.sqlite";

/** Opens the store that a command was told, that the environment names, or the default — 打开存储. Makes the folder. */
export async function storeAt(asked: string | undefined): Promise<Store> {
  const location = asked ?? process.env.JIHENG_STORE ?? defaultStore;
  if (!/^postgres(ql)?:\/\//.test(location) && location !== ":memory:")
    mkdirSync(dirname(resolve(location)), { recursive: true });
  return openStore(location);
}
