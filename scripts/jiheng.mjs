#!/usr/bin/env node
// The command `jiheng`: the CLI on a Node that can run it. Prints nothing of its own while all is well.
import { realpathSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chosenNode, compileCache, noNodeAdvice, root, runOn } from "./pinned-node.mjs";

const main = "src/cli/main.ts";
const node = chosenNode();

if (node === undefined) {
  console.error(noNodeAdvice);
  process.exitCode = 1;
} else if (node === realpathSync(process.execPath) && Number(process.versions.node.split(".")[0]) >= 24) {
  module.enableCompileCache(compileCache);
  process.argv[1] = join(root, main);
  await import(pathToFileURL(process.argv[1]).href);
} else {
  process.exitCode = await runOn(node, main, process.argv.slice(2));
}
