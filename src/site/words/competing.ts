import type { Catalogue } from "./catalogue.ts";

/** Words of competing readings — 两种读法. */
export const competingWords = {
  zh: {
    title: "两种读法",
    lead: "同一个值在原文中有不止一种读法；采用的和落选的都留在这里。",
    taken: "采用",
    lost: "落选",
    because: "理由：",
    sum: "与印出的合计相符",
    "same-row": "与同一行的其他数相符",
    order: "按先后次序",
  },
  en: {
    title: "Competing readings",
    lead: "The source gives more than one reading of a value; the one that was taken and the other one are both kept.",
    taken: "taken",
    lost: "not taken",
    because: "Because",
    sum: "it closes the printed sum",
    "same-row": "it agrees with its own row",
    order: "of its order",
  },
} as const satisfies Catalogue;
