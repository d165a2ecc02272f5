import { afterAll } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import type { NewLocation } from "./a-location.ts";

/** Opens stores in new places and is rid of all of them when the tests of the group are done. */
export function newStores(newLocation: () => Promise<NewLocation>): () => Promise<Store> {
  const opened: { readonly store: Store; readonly remove: () => Promise<void> }[] = [];
  afterAll(async () => {
    for (const { store, remove } of opened) {
      await store.close();
      await remove();
    }
  });
  return async () => {
    const { location, remove } = await newLocation();
    const store = await openStore(location);
    opened.push({ store, remove });
    return store;
  };
}
