// `npm run fuzz [rounds]`: the laws of reading, target values and rules on texts and files that no run has seen before:
// 200,000 files of all formats each round (FUZZ_INPUTS=… for another number).
import { join } from "node:path";
import { root, run } from "./pinned-node.mjs";

const rounds = Number(process.argv[2] ?? 10);
const laws = ["src/domain", "src/read", "src/rules", "src/publish", "test/fuzz"];
const env = { ...process.env, PROPERTY_SEED: "random" };

for (let round = 1; round <= rounds; round++) {
  console.error(`第 ${round}/${rounds} 轮 · round ${round} of ${rounds}`);
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const code = await run(process.execPath, [vitest, "run", "--reporter=dot", ...laws], { cwd: root, env });
  if (code !== 0) {
    process.exitCode = code;
    break;
  }
}
