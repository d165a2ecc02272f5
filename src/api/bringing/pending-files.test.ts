import { expect, test } from "vitest";
import { PendingFiles } from "./pending-files.ts";

const file = (size: number) => ({ bytes: new Uint8Array(size) });
const at = (minutes: number) => new Date(minutes * 60_000);

test("a file that waits is here for its time, however often it is looked at", () => {
  const pending = new PendingFiles(100, 60 * 60_000);
  pending.keep("a", file(10), at(0));
  expect(pending.find("a", at(59))?.until).toEqual(at(60));
  expect(pending.find("a", at(60))).toBeUndefined();
});

test("the oldest give way where there are too many bytes; one that is kept again is new", () => {
  const pending = new PendingFiles(100, 60 * 60_000);
  for (const id of ["a", "b", "c"]) pending.keep(id, file(30), at(0));
  pending.keep("a", file(30), at(1));
  pending.keep("d", file(30), at(2));
  expect(["a", "b", "c", "d"].map((id) => pending.find(id, at(3)) !== undefined)).toEqual([true, false, true, true]);
  pending.drop("a");
  expect(pending.find("a", at(3))).toBeUndefined();
  pending.keep("huge", file(101), at(4));
  expect(pending.find("huge", at(4))).toBeUndefined();
});
