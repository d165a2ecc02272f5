import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { district } from "../../example/district.ts";
import { type ExampleFile, exampleFiles } from "../../example/example-files.ts";
import type { Store } from "../../store/store.ts";
import { importFile } from "../../workflow/import-file.ts";
import { exitCodes } from "../exit-codes.ts";
import { openPortal } from "../open-portal.ts";
import { CommandRefusal, type Terminal } from "../terminal.ts";

interface ServeOptions {
  readonly host: string;
  readonly port: number;
  /** Whether the port was asked for; else the next free one will do. */
  readonly portAsked: boolean;
  readonly example: boolean;
  readonly allowUpload: boolean;
  readonly version: string;
}

/** `jiheng serve` — 启动门户: API and pages until it is told to stop. */
export async function servePortal(terminal: Terminal, store: Store, options: ServeOptions): Promise<void> {
  if (options.example) await importExample(terminal, store);
  const { allowUpload, version } = options;
  const app = await openPortal({ store, allowUpload, version, log: true });
  const address = await listen(app, options);
  const told = toldToStop(); // before the address is out: whoever reads it may stop us at once
  await terminal.write(`${address}\n`);
  terminal.say({
    zh: `绩衡已就绪：请用浏览器打开 ${address} （按 Ctrl+C 停止）`,
    en: `Jiheng is ready: open ${address} in a browser (Ctrl+C stops it)`,
  });
  await told;
  // A browser may hold a connection open for as long as it likes; answers under way get a moment to end.
  const patience = setTimeout(() => app.server.closeAllConnections(), longestGoodbye);
  await app.close();
  clearTimeout(patience);
}

const longestGoodbye = 2_000;

const toldToStop = (): Promise<void> =>
  new Promise((stopped) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopped());
  });

type Portal = Awaited<ReturnType<typeof openPortal>>;

const portsToTry = 20;

async function listen(app: Portal, { host, port, portAsked }: ServeOptions): Promise<string> {
  for (let next = port; ; next++) {
    try {
      return await app.listen({ host, port: next });
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      const refusal =
        code === "EADDRINUSE" && !portAsked && next - port < portsToTry ? undefined : refusalAt(code, host, next);
      if (refusal) {
        await app.close();
        throw refusal;
      }
      if (code !== "EADDRINUSE") throw error;
    }
  }
}

function refusalAt(code: unknown, host: string, port: number): CommandRefusal | undefined {
  switch (code) {
    case "EADDRINUSE":
      return new CommandRefusal(
        {
          zh: `端口 ${port} 已被占用。请用 --port 换一个端口。`,
          en: `Port ${port} is taken. Choose another with --port.`,
        },
        exitCodes.conflict,
      );
    case "EACCES":
      return new CommandRefusal(
        {
          zh: `没有权限使用端口 ${port}。请用 --port 换一个大于 1023 的端口。`,
          en: `No permission to use port ${port}. Choose one above 1023 with --port.`,
        },
        exitCodes.notAllowed,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new CommandRefusal(
        {
          zh: `本机没有 ${host} 这个地址。请检查 --host；只给本机用时填 127.0.0.1。`,
          en: `This machine has no address ${host}. Check --host; 127.0.0.1 is for this machine only.`,
        },
        exitCodes.usage,
      );
    default:
      return undefined;
  }
}

/** Brings in the invented district; what is there already is recognised by its bytes. */
async function importExample(terminal: Terminal, store: Store): Promise<void> {
  const files = [...exampleFiles(), ...(await examplesInOtherFormats())];
  for (const [done, { name, bytes, region, year }] of files.entries()) {
    terminal.progress(done, files.length, {
      zh: `正在载入虚构的示例区 ${name}`,
      en: `Loading the invented example district ${name}`,
    });
    const result = await importFile(store, { name, bytes, region, year, actor: "example" });
    if (!result.ok) throw new Error(`an example file of ours was refused: ${name}: ${result.refusal.message.en}`);
  }
}

/** The files of the year after, in all formats; none where only the program was installed — 其他格式的示例文件. */
async function examplesInOtherFormats(): Promise<readonly Pick<ExampleFile, "name" | "bytes" | "region" | "year">[]> {
  const folder = new URL("../../../examples/", import.meta.url);
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.*\.\w+$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      bytes: new Uint8Array(await readFile(new URL(encodeURIComponent(name), folder))),
      region: district.region,
      year: Number(name.slice(0, 4)),
    })),
  );
}
