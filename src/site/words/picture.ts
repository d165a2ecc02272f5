import type { Catalogue } from "./catalogue.ts";

/** Words of a reading that is drawn as a file — 读取图. */
export const pictureWords = {
  zh: {
    title: (name: string) => `读取图：${name}`,
    lead: "左边是原件，框出的是机器看到的单元格和读出的值；右边是这些值。点框到值，点值到框。本文件自成一体，可离线打开。",
    counts: (projects: string, indicators: string) => `读出 ${projects} 个项目、${indicators} 项指标。`,
    placed: (share: string) => `原文 ${share} 的字都有归处。`,
  },
  en: {
    title: (name: string) => `Reading of ${name}`,
    lead: "The original with the cells that the machine saw and the values that it read outlined on it, beside those values. Each leads to the other. This file needs nothing else.",
    counts: (projects: string, indicators: string) => `${projects} projects and ${indicators} indicators were read.`,
    placed: (share: string) => `${share} of the characters have a place.`,
  },
} as const satisfies Catalogue;
