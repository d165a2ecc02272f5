// Runs a PostgreSQL server for as long as its standard input is open, and then removes its folder: whatever becomes of the
// program that asked for it, even where it is killed, no server and no data stay behind.
//   node postgres-keeper.ts FOLDER UID GID POSTGRES ARGUMENT…
import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";

const [folder, uid, gid, command, ...rest] = process.argv.slice(2);
if (folder === undefined || command === undefined) throw new Error("a folder and a command are needed");

const owner = uid === "-" ? {} : { uid: Number(uid), gid: Number(gid) };
const server = spawn(command, rest, { ...owner, cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
server.once("error", (error) => {
  console.error(String(error));
  void leave(1);
});
server.once("exit", (code) => void leave(code ?? 1));
process.stdin.resume().once("end", shutDown);
process.once("SIGTERM", shutDown);
process.on("SIGINT", () => {}); // the keys that stop a test run reach the server too; the folder is still to be removed

/** Fast shutdown; a server that does not end by itself is ended. */
function shutDown(): void {
  server.kill("SIGINT");
  setTimeout(() => server.kill("SIGKILL"), 10_000).unref();
}

async function leave(code: number): Promise<void> {
  await rm(folder!, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}
