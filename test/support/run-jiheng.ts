import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** What a run of the command line left behind. */
export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** How a run differs from the usual one. */
interface RunOptions {
  readonly cwd?: string;
  readonly input?: string;
  readonly environment?: NodeJS.ProcessEnv;
}

/** The environment of a person who reads Chinese and has set nothing. */
export function plainEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:JIHENG_|NO_COLOR$|FORCE_COLOR$)/.test(name));
  return { ...Object.fromEntries(own), LANG: "zh_CN.UTF-8", LC_ALL: "", ...more };
}

/** The program itself, as `jiheng` starts it. */
export const jihengProgram = resolve("scripts/jiheng.mjs");

/** Runs `jiheng` to its end. */
export function runJiheng(args: readonly string[], { cwd, input = "", environment = {} }: RunOptions = {}): Run {
  const { stdout, stderr, status } = spawnSync(process.execPath, [jihengProgram, ...args], {
    ...(cwd === undefined ? {} : { cwd }),
    input,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: plainEnvironment(environment),
  });
  return { stdout, stderr, status };
}

/** A small table of an invented bureau: two projects, two indicators, one sum that does not add up (M01, line 9). */
export const waterTable = [
  "项目支出绩效目标表",
  "部门名称：云泽市青洲区水务局",
  "单位：万元",
  "",
  "项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标",
  "合计\t30.00\t30.00\t\t\t\t",
  "青洲区水务局\t30.00\t30.00\t\t\t\t",
  '河道巡查\t10.00\t10.00\t\t\t=保持"畅通"。\t1、1-产出指标；11-数量指标；巡查次数；实施周期指标值：4次/年；年度指标值：不少于4次。2、3-满意度指标；31-服务对象满意度；群众满意度；实施周期指标值：≥90%；年度指标值：≥90%。',
  "堤防加固\t25.00\t20.00\t\t\t堤防安全。\t",
].join("\n");
