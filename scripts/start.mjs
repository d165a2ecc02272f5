// `npm start`: installs what is needed if it is not there, then opens Jiheng with the example district.
// Plain JavaScript without dependencies: this file also runs on Node 20 and before anything is installed.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installedState } from "./installed.mjs";
import { chosenNode, noNodeAdvice, root, run, runOn } from "./pinned-node.mjs";

const main = "src/cli/main.ts";
const begun = performance.now();
const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
const say = (/** @type {string} */ zh, /** @type {string} */ en) => console.error(`${zh} · ${en}`);

process.exitCode = (await install()) || (await serve());

async function install() {
  const { state, withDevelopment } = installedState(root);
  if (state === "as-locked") return 0;
  if (state === "nothing") say("首次启动：正在安装运行所需的软件包", "First start: installing the packages it runs on");
  else say("软件包清单有变化：正在更新", "The list of packages has changed: updating");
  const beat = setInterval(() => say(`……安装中 ${seconds()}`, `still installing, ${seconds()}`), 10_000);
  const code = await npm(["ci", "--loglevel=error", ...(withDevelopment ? [] : ["--omit=dev"])]);
  clearInterval(beat);
  if (code === 0) {
    say(`安装完成 ${seconds()}`, `installed, ${seconds()}`);
    return 0;
  }
  say(
    `安装没有完成（npm 退出码 ${code}）。请检查网络和 npm 镜像地址（npm config get registry），然后重新执行 npm start`,
    `Not installed (npm ended with ${code}). Check the network and the registry (npm config get registry), then run npm start again`,
  );
  return code;
}

/**
 * npm as it was called, on the Node it was called with: the pinned Node may be what is being replaced.
 * @param {readonly string[]} args
 */
function npm(args) {
  const cli = process.env.npm_execpath;
  const options = { cwd: root };
  if (cli !== undefined && /\.c?js$/.test(cli) && existsSync(cli)) {
    return run(process.env.npm_node_execpath ?? process.execPath, [cli, ...args], options);
  }
  return process.platform === "win32" ? run("npm.cmd", args, { ...options, shell: true }) : run("npm", args, options);
}

async function serve() {
  const node = chosenNode();
  if (node === undefined) {
    console.error(noNodeAdvice);
    return 1;
  }
  if (!existsSync(join(root, main))) {
    say(`找不到 ${main}，请重新获取完整的仓库`, `${main} is not there: get the whole repository again`);
    return 1;
  }
  say(`正在打开绩衡 ${seconds()}`, `Opening Jiheng, ${seconds()}`);
  return runOn(node, main, ["serve", "--example", ...process.argv.slice(2)]);
}
