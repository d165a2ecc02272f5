/** How many pages of a file are read, where it has some. */
type Pages = { readonly done: number; readonly of: number } | null;

/** Words of the page that shows a file being read — 导入. */
export const importWords = {
  zh: {
    title: "正在读取",
    titleDone: "读取完成",
    titleNo: "没有收录",
    stages: { received: "收到文件", reading: "读表", checking: "审核", keeping: "保存", done: "完成" },
    doing: (pages: Pages) => (pages ? `第 ${pages.done} / ${pages.of} 页` : "进行中"),
    did: "已完成",
    waiting: "等待",
    refreshes: "本页每秒自动刷新。",
    file: (name: string, bytes: string) => `${name}，${bytes} 字节`,
    alreadyHere: "这份文件以前收录过，内容一字不差，没有重复收录。",
    fresh: (projects: string, indicators: string) => `读出 ${projects} 个项目、${indicators} 项绩效指标。`,
    newVersion: (version: number) => `这是同一张表的第 ${version} 版，旧版仍然保留。`,
    see: "看读取结果",
    differences: "与上一版的差异",
    failed: "系统出错，没有收录。这是我们的问题，请把编号告诉管理员：",
    again: "再读一份",
  },
  en: {
    title: "Reading",
    titleDone: "Read",
    titleNo: "Not kept",
    stages: { received: "Received", reading: "Reading", checking: "Checking", keeping: "Keeping", done: "Done" },
    doing: (pages: Pages) => (pages ? `page ${pages.done} of ${pages.of}` : "under way"),
    did: "done",
    waiting: "waiting",
    refreshes: "This page refreshes itself every second.",
    file: (name: string, bytes: string) => `${name}, ${bytes} bytes`,
    alreadyHere: "This very file is here already, to the last character. It was not kept twice.",
    fresh: (projects: string, indicators: string) => `${projects} projects and ${indicators} indicators were read.`,
    newVersion: (version: number) => `This is version ${version} of the same table; the old one is kept.`,
    see: "See the result",
    differences: "Differences from the version before",
    failed: "Something went wrong on our side and nothing was kept. Please give the operator this id:",
    again: "Read another",
  },
} as const;
