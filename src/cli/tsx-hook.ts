import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { transformSync } from "oxc-transform";

let registered = false;

/** Lets this Node import `.tsx`: it strips types itself, but leaves JSX to others — 页面组件的加载. */
export function readTsx(): void {
  if (registered) return;
  registered = true;
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.startsWith("file:") || !url.endsWith(".tsx")) return nextLoad(url, context);
      const path = fileURLToPath(url);
      const { code, errors } = transformSync(path, readFileSync(path, "utf8"), {
        jsx: { runtime: "automatic", development: false },
      });
      if (errors[0]) throw new SyntaxError(`${path}: ${errors[0].message}`);
      return { format: "module", source: code, shortCircuit: true };
    },
  });
}
