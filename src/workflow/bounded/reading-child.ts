// A reading process (读取进程): takes one document at a time from standard input, says how far it is, and hands the reading
// back. It has no network, no disk but the program's own files to read, and nothing of the environment. It ends when
// its input does.
import { filesIn } from "../../read/formats/archive.ts";
import type { FileBytes } from "../../read/formats/file-bytes.ts";
import { type ReadAndSeen, readAndSee } from "../../read/read-source.ts";
import { closeNetwork } from "./close-network.ts";
import { enginesOnDemand } from "./engines-on-demand.ts";
import { piecesOf } from "./pieces.ts";
import { type Answer, endsItself, serveTasks, watchMemory } from "./serve-tasks.ts";

const withEngines = enginesOnDemand();

closeNetwork();
await serveTasks(async ({ kind, brought, milliseconds, memoryBytes }, bytes, answer) => {
  if (kind === "files") return endsItself(milliseconds, () => unpack({ ...brought, bytes }, answer));
  const onProgress = (done: number, of: number): void => {
    answer({ kind: "progress", done, of });
    watchMemory(memoryBytes);
  };
  return withEngines((engines) =>
    endsItself(milliseconds, () => {
      const result = readAndSee({ ...brought, bytes }, { ...engines, onProgress });
      if (result.ok) hand(result.value, answer);
      else answer({ kind: "refused", refusal: result.refusal });
    }),
  );
});

/** What is no archive is not sent back: whoever asks has it. */
function unpack(brought: FileBytes, answer: Answer): void {
  const found = filesIn(brought);
  if (!found.ok) {
    answer({ kind: "refused", refusal: found.refusal });
    return;
  }
  const { files, skipped } = found.value;
  for (const { name, bytes } of files) if (bytes !== brought.bytes) answer({ kind: "file", name }, bytes);
  answer({ kind: "piece", field: "skipped", shape: "value" }, Buffer.from(JSON.stringify(skipped)));
  answer({ kind: "done" });
}

function hand({ reading, seen }: ReadAndSeen, answer: Answer): void {
  for (const { field, shape, value } of piecesOf({ ...reading, seen }))
    answer({ kind: "piece", field, shape }, Buffer.from(JSON.stringify(value)));
  answer({ kind: "done" });
}
