import type { DeclareCommand } from "../cli.ts";
import { withExamples } from "../help-words.ts";
import { argument, portValue } from "../option-values.ts";
import { closing, openOrMakeStore } from "../store-location.ts";
import { addStore } from "../store-option.ts";

const usualPort = 8090;

/** `jiheng serve` — 启动门户. */
export const declareServe: DeclareCommand = (program, cli) => {
  const { language, words } = cli;
  const command = program.command("serve").description(words({ zh: "启动门户", en: "serve the portal" }));
  addStore(command, cli)
    .option(
      "--host <host>",
      words({ zh: "监听地址（默认 127.0.0.1）", en: "address to listen on (default 127.0.0.1)" }),
    )
    .option(
      "--port <port>",
      words({ zh: `端口；默认 ${usualPort}，被占用时自动换`, en: `port; ${usualPort} or the next free one` }),
      argument(portValue, language),
    )
    .option("--example", words({ zh: "载入虚构的示例区", en: "with the invented example district" }))
    .option(
      "--allow-upload",
      words({
        zh: "允许访问者上传文件（本机访问时默认允许）",
        en: "take files from visitors (default on this machine only)",
      }),
    )
    .option("--no-allow-upload", words({ zh: "不允许上传文件", en: "take no files" }))
    .action(async ({ example = false, ...flags }) => {
      const { store: at, host, port, allowUpload } = cli.settings(flags);
      const { servePortal } = await import("../acts/serve-portal.ts");
      await closing(await openOrMakeStore(at.value), (store) =>
        servePortal(cli.terminal(), store, {
          host: host.value,
          port: port.value ?? usualPort,
          portAsked: port.value !== undefined,
          example,
          allowUpload: allowUpload.value ?? isThisMachine(host.value),
          version: cli.version,
        }),
      );
    });
  withExamples(command, language, [
    "jiheng serve --example",
    "jiheng serve --store postgres://jiheng@localhost/jiheng --host 0.0.0.0 --port 80",
  ]);
};

const isThisMachine = (host: string): boolean => host === "localhost" || host === "::1" || /^127\./.test(host);
