// A reading process (读取进程): takes one document at a time from standard input, says how far it is, and hands the reading
// back. It has no network, no disk but the program's own files to read, and nothing of the environment. It ends when
// its input does.
import type { Reading } from "../../domain/reading.ts";
import { readSource } from "../../read/read-source.ts";
import { closeNetwork } from "./close-network.ts";
import { enginesOnDemand } from "./engines-on-demand.ts";
import { piecesOf } from "./pieces.ts";
import { type Answer, endsItself, serveTasks, watchMemory } from "./serve-tasks.ts";

const withEngines = enginesOnDemand();

closeNetwork();
await serveTasks(({ brought, milliseconds, memoryBytes }, bytes, answer) => {
  const onProgress = (done: number, of: number): void => {
    answer({ kind: "progress", done, of });
    watchMemory(memoryBytes);
  };
  return withEngines((engines) =>
    endsItself(milliseconds, () => {
      const result = readSource({ ...brought, bytes }, { ...engines, onProgress });
      if (result.ok) hand(result.value, answer);
      else answer({ kind: "refused", refusal: result.refusal });
    }),
  );
});

function hand(reading: Reading, answer: Answer): void {
  for (const { field, shape, value } of piecesOf(reading))
    answer({ kind: "piece", field, shape }, Buffer.from(JSON.stringify(value)));
  answer({ kind: "done" });
}
