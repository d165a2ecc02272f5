import type { ListLevel } from "../flow/list-counters.ts";
import type { XmlAttributes, XmlClose, XmlHandler } from "../xml/read-xml.ts";

/** What styles of an OpenDocument text say about reading — ODT 样式. */
export interface OdtStyles {
  isHidden(style: string | undefined): boolean;
  breaksBefore(style: string | undefined): boolean;
  levelsOf(list: string | undefined): readonly (ListLevel | undefined)[] | undefined;
}

interface FoundStyle {
  parent: string;
  hidden?: boolean;
  breaks?: boolean;
}

const longestChain = 20;

/** Reads styles, wherever they stand: in the part of styles or before the text — 读取样式. */
export function openOdtStyles(): { readonly handler: XmlHandler; readonly styles: OdtStyles } {
  const styles = new Map<string, FoundStyle>();
  const lists = new Map<string, (ListLevel | undefined)[]>();
  let style: FoundStyle | undefined;
  let list: (ListLevel | undefined)[] | undefined;
  const elements: Readonly<Record<string, (attribute: XmlAttributes) => XmlClose>> = {
    "style:style": (attribute) => {
      style = { parent: attribute("style:parent-style-name") ?? "" };
      styles.set(attribute("style:name") ?? "", style);
      return () => {
        style = undefined;
      };
    },
    "style:text-properties": (attribute) => {
      if (style && attribute("text:display") !== undefined) style.hidden = attribute("text:display") === "none";
      return undefined;
    },
    "style:paragraph-properties": (attribute) => {
      if (style && attribute("fo:break-before") === "page") style.breaks = true;
      return undefined;
    },
    "text:list-style": (attribute) => {
      list = Array.from({ length: 10 }, () => undefined);
      lists.set(attribute("style:name") ?? "", list);
      return () => {
        list = undefined;
      };
    },
    "text:list-level-style-number": (attribute) => {
      const level = Number(attribute("text:level") ?? 1) - 1;
      if (list && level >= 0 && level < 10) list[level] = levelOf(attribute, level);
      return undefined;
    },
    "office:body": () => "skip",
  };
  const byName = new Map(Object.entries(elements));
  return {
    handler: { open: (name, attribute) => byName.get(name)?.(attribute) },
    styles: {
      isHidden(name) {
        let next = name;
        for (let step = 0; next !== undefined && step < longestChain; step++) {
          const one = styles.get(next);
          if (!one) return false;
          if (one.hidden !== undefined) return one.hidden;
          next = one.parent;
        }
        return false;
      },
      breaksBefore: (name) => (name === undefined ? undefined : styles.get(name))?.breaks ?? false,
      levelsOf: (name) => (name === undefined ? undefined : lists.get(name)),
    },
  };
}

function levelOf(attribute: XmlAttributes, level: number): ListLevel {
  const shown = Math.max(1, Math.min(Number(attribute("text:display-levels") ?? 1) || 1, level + 1));
  const numbers = Array.from({ length: shown }, (_, at) => `%${level - shown + at + 2}`).join(".");
  const format = attribute("style:num-format") ?? "";
  const text = `${attribute("style:num-prefix") ?? ""}${format === "" ? "" : numbers}${attribute("style:num-suffix") ?? ""}`;
  return { start: Number(attribute("text:start-value") ?? 1) || 0, format: formatOf(format), text };
}

const formats: ReadonlyMap<string, string> = new Map([
  ["1", "decimal"],
  ["a", "lowerLetter"],
  ["A", "upperLetter"],
  ["i", "lowerRoman"],
  ["I", "upperRoman"],
  ["", "none"],
  ["一", "chineseCounting"],
  ["壹", "chineseLegalSimplified"],
  ["壱", "chineseLegalSimplified"],
  ["①", "decimalEnclosedCircle"],
  ["甲", "ideographTraditional"],
  ["子", "ideographZodiac"],
  ["１", "decimalFullWidth"],
]);

/** `一, 二, 三, ...` is named by its first number. */
function formatOf(format: string): string {
  return formats.get(format) ?? formats.get(format.slice(0, 1)) ?? "decimal";
}
