import type { Catalogue } from "./catalogue.ts";

/** Words beside the source — 原文. */
export const sourceWords = {
  zh: {
    source: "原文",
    about: "带虚线的值都能点，点后这里标出它的原话；点标出的字可回到那个值。",
    file: "文件",
    hash: "文件指纹",
    whole: "看整份文件",
    unplaced: "这一处没有归入任何字段",
    lost: "另一种读法，没有采用",
    noPlace: "此值没有出处",
    piece: (nth: number) => `第 ${nth} 段`,
    showWords: "在原文中标出",
  },
  en: {
    source: "Source",
    about: "Click a value with a dotted line: its words are marked here. Click marked words to go back to the value.",
    file: "File",
    hash: "Fingerprint",
    whole: "See the whole file",
    unplaced: "This stretch belongs to no field",
    lost: "Another reading, not taken",
    noPlace: "This value has no place",
    piece: (nth: number) => `piece ${nth}`,
    showWords: "Mark in the source",
  },
} as const satisfies Catalogue;
