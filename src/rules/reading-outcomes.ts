import { couldNotRead } from "./outcome.ts";

/** 文件里没有读出表. */
export const noTable = couldNotRead(
  "没有读出绩效目标表，读取规则无从判断",
  "No target table was read, so there is nothing to judge",
);
