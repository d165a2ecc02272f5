// A reading process whose reader does what the first word of its document says: everything that a reader must not be able
// to do, run as the real one is.
import { execFileSync } from "node:child_process";
import { lookup } from "node:dns";
import { readFileSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { closeNetwork } from "../../src/workflow/bounded/close-network.ts";
import { endsItself, serveTasks } from "../../src/workflow/bounded/serve-tasks.ts";

const outside = join(tmpdir(), "jiheng-was-here.txt");
const kept: unknown[] = [];

const deeds: Readonly<Record<string, (rest: string) => unknown>> = {
  hang() {
    for (;;);
  },
  "fill the heap"() {
    for (;;) kept.push({ more: [kept.length] });
  },
  "fill buffers"() {
    for (;;) kept.push(Buffer.alloc(16 * 1024 * 1024, 1));
  },
  "fill WASM memory"() {
    const { Memory } = Reflect.get(globalThis, "WebAssembly");
    const memory = new Memory({ initial: 1, maximum: 65_536 });
    for (let grown = memory.grow(256); grown > 0; grown = memory.grow(256))
      new Uint8Array(memory.buffer).fill(1, grown);
  },
  throw() {
    throw new TypeError("a slip of ours");
  },
  exit: () => process.exit(7),
  crash: () => process.abort(),
  connect: (port) => connect(Number(port), "127.0.0.1"),
  fetch: (port) => fetch(`http://127.0.0.1:${port}/`),
  resolve: () => lookup("example.test", () => {}),
  listen: () => createServer().listen(0),
  write: () => writeFileSync(outside, "here"),
  read: (path) => readFileSync(path, "utf8"),
  "read a secret": () => process.env.SECRET ?? Object.keys(process.env).join(),
  "start a process": () => execFileSync("true"),
  "start a thread": () => new Worker("1", { eval: true }),
  "make code": () => new (Object.getPrototypeOf(() => {}).constructor)("return 1"),
  "open a database": () => process.getBuiltinModule("node:sqlite")?.DatabaseSync,
  "kill the program": () => process.kill(process.ppid, 0),
  behave: () => "good",
};

closeNetwork();
await serveTasks(async ({ milliseconds }, bytes, answer) =>
  endsItself(milliseconds, () => {
    const [name = "", rest = ""] = Buffer.from(bytes).toString().split(": ");
    answer({ kind: "progress", done: 3, of: 9 });
    const deed = deeds[name];
    if (!deed) throw new Error(`no such deed: ${name}`);
    const done = deed(rest);
    answer({ kind: "piece", field: "did", shape: "value" }, Buffer.from(JSON.stringify(String(done))));
    answer({ kind: "done" });
  }),
);
