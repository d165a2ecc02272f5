import type { Bilingual } from "../domain/result.ts";
import { NewerSchema } from "../store/migrate.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { CommandRefusal } from "./terminal.ts";

/** An error of the system or a database, as far as it says what it is. */
interface Trouble {
  readonly code: string | undefined;
  /** SQLite's primary result code. */
  readonly sqlite: number | undefined;
  readonly said: string;
}

/**
 * What a person can do about an error of the disk, the network or a database; `undefined` for what should not happen
 * — 可预见的故障. `path` is the file at hand.
 */
export function refusalOf(error: unknown, path?: string): CommandRefusal | undefined {
  if (error instanceof CommandRefusal) return error;
  if (error instanceof NewerSchema) return new CommandRefusal(error.words, exitCodes.conflict, error);
  if (!(error instanceof Error)) return undefined;
  const trouble = troubleOf(error);
  const found = ofFiles(trouble, path ?? pathOf(error)) ?? ofSqlite(trouble) ?? ofServers(trouble);
  return found && new CommandRefusal(found.words, found.code, error);
}

interface Known {
  readonly code: ExitCode;
  readonly words: Bilingual;
}
const known = (code: ExitCode, zh: string, en: string): Known => ({ code, words: { zh, en } });

function ofFiles({ code }: Trouble, path: string): Known | undefined {
  switch (code) {
    case "ENOENT":
      return known(exitCodes.notFound, `找不到文件：${path}。请检查路径。`, `No such file: ${path}. Check the path.`);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return known(
        exitCodes.notAllowed,
        `没有权限：${path}。请检查文件权限，或换一个位置。`,
        `No permission: ${path}. Check the rights of the file, or choose another place.`,
      );
    case "EISDIR":
      return known(
        exitCodes.usage,
        `${path} 是文件夹。请给出其中的文件，例如 ${path.replace(/[/\\]$/, "")}/*.txt。`,
        `${path} is a folder: name the files in it, for example ${path.replace(/[/\\]$/, "")}/*.txt.`,
      );
    case "ENOTDIR":
    case "EEXIST":
      return known(
        exitCodes.conflict,
        `${path} 的位置上已有一个文件，不能建文件夹。请换一个位置。`,
        `There is a file where a folder is needed: ${path}. Choose another place.`,
      );
    case "ENOSPC":
      return known(
        exitCodes.conflict,
        "磁盘已满：没有写完。请腾出空间后重试。",
        "The disk is full: not all was written. Make room and try again.",
      );
    default:
      return undefined;
  }
}

function ofSqlite({ sqlite }: Trouble): Known | undefined {
  switch (sqlite) {
    case 5: // busy
    case 6: // locked
      return known(
        exitCodes.conflict,
        "数据文件正被另一个程序写入。请等它完成后重试。",
        "Another program is writing to the data file. Wait until it is done and try again.",
      );
    case 8: // read-only
    case 14: // cannot open
      return known(
        exitCodes.notAllowed,
        "数据文件打不开或不可写。请检查 --store 指向的文件和文件夹的权限。",
        "The data file cannot be opened or written. Check the rights of the file and folder that --store names.",
      );
    case 11: // corrupt
    case 26: // not a database
      return known(
        exitCodes.usage,
        "--store 指向的文件不是绩衡的数据文件，或已损坏；它没有被改动。请检查路径，或从备份恢复。",
        "The file that --store names is no data file of Jiheng, or is damaged; it was not changed. Check the path, or restore a backup.",
      );
    case 13: // full
      return ofFiles({ code: "ENOSPC", sqlite: undefined, said: "" }, "");
    default:
      return undefined;
  }
}

const networkCodes = /^E(?:CONNREFUSED|CONNRESET|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|TIMEDOUT|PIPE)$/;

/** Codes of PostgreSQL (SQLSTATE) and of the way to it. */
function ofServers({ code = "", said }: Trouble): Known | undefined {
  if (networkCodes.test(code) || /^(?:08\w{3}|57P0[123]|53300)$/.test(code))
    return known(
      exitCodes.unreachable,
      `连不上数据库服务器（${code}）。请检查 --store 的地址和端口，以及服务器是否在运行。`,
      `The database server cannot be reached (${code}). Check the address and port of --store, and whether the server runs.`,
    );
  if (/^28\w{3}$/.test(code) || code === "42501")
    return known(
      exitCodes.notAllowed,
      `数据库服务器拒绝了这个用户：${said}。请检查 --store 里的用户名、密码和权限。`,
      `The database server turned this user away: ${said}. Check the name, password and rights in --store.`,
    );
  if (code === "3D000")
    return known(
      exitCodes.notFound,
      `数据库服务器上没有这个数据库：${said}。请先建库，或检查 --store。`,
      `The database server has no such database: ${said}. Create it, or check --store.`,
    );
  if (code === "55P03" || code === "40P01")
    return known(
      exitCodes.conflict,
      "数据库正被另一个程序占用。请稍后重试。",
      "Another program holds the database. Try again later.",
    );
  if (code === "ERR_INVALID_URL")
    return known(exitCodes.usage, "--store 的地址写法有误。", "The address of --store is not written as one.");
  return undefined;
}

function troubleOf(error: Error): Trouble {
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const number = "errcode" in error && typeof error.errcode === "number" ? error.errcode : undefined;
  return { code, sqlite: number === undefined ? undefined : number & 0xff, said: error.message };
}

const pathOf = (error: Error): string => ("path" in error && typeof error.path === "string" ? error.path : "");
