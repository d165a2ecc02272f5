import type { Catalogue } from "./catalogue.ts";

/** Words beside the source — 原文. */
export const sourceWords = {
  zh: {
    source: "原文",
    about: "左侧带虚线的值都能点，点后这里标出它的原话；点标出的字可回到左侧。",
    aboutShort: "点带虚线的值，这里标出它的原话。",
    file: "文件",
    hash: "文件指纹",
    whole: "看整份文件",
    unplaced: "这一处没有归入任何字段",
    noPlace: "此值没有出处",
    piece: (nth: number) => `第 ${nth} 段`,
    showWords: "在原文中标出",
  },
  en: {
    source: "Source",
    about: "Values with a dotted line can be clicked: their words are marked here. Click marked words to go back.",
    aboutShort: "Click a value with a dotted line: its words are marked here.",
    file: "File",
    hash: "Fingerprint",
    whole: "See the whole file",
    unplaced: "This stretch belongs to no field",
    noPlace: "This value has no place",
    piece: (nth: number) => `piece ${nth}`,
    showWords: "Mark in the source",
  },
} as const satisfies Catalogue;
