// A drawing process (画页进程): takes one document at a time and hands back a picture of one of its pages. As little is
// allowed to it as to a reading process, for the bytes are as little to be trusted.
import { greyPng } from "../../engines/grey-png.ts";
import type { Engines } from "../../read/engines.ts";
import { pdfOfImage } from "../../read/formats/image/pdf-of-image.ts";
import { closeNetwork } from "./close-network.ts";
import { enginesOnDemand } from "./engines-on-demand.ts";
import { endsItself, serveTasks, watchMemory } from "./serve-tasks.ts";

const withEngines = enginesOnDemand();

/** Twice the points of a page: sharp on a screen, also enlarged. */
const dpi = 144;

closeNetwork();
await serveTasks(({ page = 1, milliseconds, memoryBytes }, bytes, answer) =>
  withEngines((engines) =>
    endsItself(milliseconds, () => {
      const picture = pictureOf(engines, bytes, page);
      watchMemory(memoryBytes);
      if (picture) answer({ kind: "file", name: `${page}.png` }, picture);
      answer({ kind: "done" });
    }),
  ),
);

function pictureOf({ pdf }: Engines, bytes: Uint8Array, page: number): Uint8Array | undefined {
  const opened = pdf?.open(pdfOfImage(bytes)?.pdf ?? bytes);
  if (!opened?.ok) return undefined;
  try {
    return page <= opened.value.pages ? greyPng(opened.value.render(page, dpi)) : undefined;
  } finally {
    opened.value.close();
  }
}
