import { exampleFiles } from "../../example/example-files.ts";
import type { Store } from "../../store/store.ts";
import { importFile } from "../../workflow/import-file.ts";
import { exitCodes } from "../exit-codes.ts";
import { openPortal } from "../open-portal.ts";
import { CommandRefusal, type Terminal } from "../terminal.ts";

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  /** Whether the port was asked for; else the next free one will do. */
  readonly portAsked: boolean;
  readonly example: boolean;
  readonly allowUpload: boolean;
  readonly version: string;
}

/** `jiheng serve` — 启动门户: API and pages until it is told to stop. */
export async function serveCommand(terminal: Terminal, store: Store, options: ServeOptions): Promise<void> {
  if (options.example) await importExample(terminal, store);
  const { allowUpload, version } = options;
  const app = await openPortal({ store, allowUpload, version, log: true });
  const address = await listen(app, options);
  terminal.write(`${address}\n`);
  terminal.say({
    zh: `绩衡已就绪：请用浏览器打开 ${address} （按 Ctrl+C 停止）`,
    en: `Jiheng is ready: open ${address} in a browser (Ctrl+C stops it)`,
  });
  const stop = async () => {
    await app.close();
    await store.close();
  };
  await new Promise<void>((stopped) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopped(stop()));
  });
}

type Portal = Awaited<ReturnType<typeof openPortal>>;

const portsToTry = 20;

async function listen(app: Portal, { host, port, portAsked }: ServeOptions): Promise<string> {
  for (let next = port; ; next++) {
    try {
      return await app.listen({ host, port: next });
    } catch (error) {
      const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!taken) throw error;
      if (portAsked || next - port >= portsToTry)
        throw new CommandRefusal(
          {
            zh: `端口 ${next} 已被占用。请用 --port 换一个端口。`,
            en: `Port ${next} is taken. Choose another with --port.`,
          },
          exitCodes.conflict,
        );
    }
  }
}

/** Brings in the invented district; what is there already is recognised by its bytes. */
async function importExample(terminal: Terminal, store: Store): Promise<void> {
  const files = exampleFiles();
  for (const [at, { name, bytes, region, year }] of files.entries()) {
    terminal.progress({
      zh: `正在载入虚构的示例区 ${at + 1}/${files.length} ${name}`,
      en: `Loading the invented example district ${at + 1}/${files.length} ${name}`,
    });
    const result = await importFile(store, { name, bytes, region, year, actor: "example" });
    if (!result.ok) throw new Error(`an example file of ours was refused: ${name}: ${result.refusal.message.en}`);
  }
}
