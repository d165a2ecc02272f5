import type { XmlAttributes, XmlClose, XmlHandler } from "../xml/read-xml.ts";
import { isOff } from "./on-off.ts";

/** What a style of Word says about reading: whether its words are hidden, and which list it numbers — 样式. */
export interface WordStyle {
  based?: string;
  hidden?: boolean;
  list?: string;
  level?: number;
}

/** Styles by id, each with what it inherits — 样式表. */
export interface WordStyles {
  of(id: string | undefined): Readonly<Omit<WordStyle, "based">>;
}

const longestChain = 20;

/** Reads `styles.xml` — 读取样式. */
export function openStyles(): { readonly handler: XmlHandler; readonly styles: WordStyles } {
  const found = new Map<string, WordStyle>();
  let style: WordStyle | undefined;
  const elements: Readonly<Record<string, (attribute: XmlAttributes) => XmlClose>> = {
    "w:style": (attribute) => {
      style = {};
      found.set(attribute("w:styleId") ?? "", style);
      return () => {
        style = undefined;
      };
    },
    "w:basedOn": (attribute) => {
      if (style) style.based = attribute("w:val") ?? "";
      return undefined;
    },
    "w:vanish": (attribute) => {
      if (style) style.hidden = !isOff(attribute("w:val"));
      return undefined;
    },
    "w:numId": (attribute) => {
      if (style) style.list = attribute("w:val") ?? "";
      return undefined;
    },
    "w:ilvl": (attribute) => {
      if (style) style.level = Number(attribute("w:val") ?? 0);
      return undefined;
    },
    "w:tblStylePr": () => "skip",
  };
  const byName = new Map(Object.entries(elements));
  return {
    handler: { open: (name, attribute) => byName.get(name)?.(attribute) },
    styles: {
      of(id) {
        let merged: Omit<WordStyle, "based"> = {};
        let next = id;
        for (let step = 0; next !== undefined && step < longestChain; step++) {
          const one = found.get(next);
          if (!one) break;
          const { based, ...own } = one;
          merged = { ...own, ...merged };
          next = based;
        }
        return merged;
      },
    },
  };
}
