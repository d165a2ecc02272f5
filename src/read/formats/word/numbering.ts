import { countLists, type ListLevel } from "../flow/list-counters.ts";
import type { XmlAttributes, XmlClose, XmlHandler } from "../xml/read-xml.ts";
import { isOff } from "./on-off.ts";

/** Automatic numbers of a Word document — Word 自动编号. */
export interface Numbering {
  /** The number printed before a paragraph of this list. */
  next(number: string, level: number): string;
  /** The level that a list keeps for paragraphs of a style. */
  levelOfStyle(number: string, style: string): number | undefined;
}

interface AbstractList {
  readonly levels: (ListLevel | undefined)[];
  readonly styles: Map<string, number>;
  link?: string;
  linked?: string;
}

interface FoundList {
  readonly id: string;
  readonly list: AbstractList;
}

interface ListInstance {
  abstract: string;
  readonly restarts: Map<number, number>;
  readonly levels: (ListLevel | undefined)[];
}

/** Reads `numbering.xml` and then counts — 读取编号定义. */
export function openNumbering(): { readonly handler: XmlHandler; readonly numbering: Numbering } {
  const abstracts = new Map<string, AbstractList>();
  const instances = new Map<string, ListInstance>();
  const counters = countLists();
  const begun = new Set<string>();
  const resolved = new Map<string, FoundList>();

  /** A list may be but a link to a style, whose list has the levels. */
  const abstractOf = (id: string): FoundList | undefined => {
    const known = resolved.get(id);
    if (known) return known;
    const list = abstracts.get(id);
    if (!list) return undefined;
    const linked = list.link ? [...abstracts].find(([, one]) => one.linked === list.link) : undefined;
    const found = linked ? { id: linked[0], list: linked[1] } : { id, list };
    resolved.set(id, found);
    return found;
  };
  return {
    handler: numberingHandler(abstracts, instances),
    numbering: {
      next(number, level) {
        const instance = instances.get(number);
        const abstract = instance && abstractOf(instance.abstract);
        if (!instance || !abstract) return "";
        if (!begun.has(number)) {
          begun.add(number);
          for (const [at, start] of instance.restarts) counters.restart(abstract.id, at, start);
        }
        const levels =
          instance.levels.length === 0
            ? abstract.list.levels
            : abstract.list.levels.map((one, at) => instance.levels[at] ?? one);
        return counters.next(abstract.id, level, levels);
      },
      levelOfStyle(number, style) {
        const instance = instances.get(number);
        return instance && abstractOf(instance.abstract)?.list.styles.get(style);
      },
    },
  };
}

function numberingHandler(abstracts: Map<string, AbstractList>, instances: Map<string, ListInstance>): XmlHandler {
  let abstract: AbstractList | undefined;
  let instance: ListInstance | undefined;
  let level:
    | { at: number; start: number; format: string; text: string; inDigits: boolean; goesOn: boolean }
    | undefined;
  let override = 0;

  const openLevel = (attribute: XmlAttributes): XmlClose => {
    const at = Number(attribute("w:ilvl") ?? 0);
    if (!(at >= 0 && at < 10)) return "skip";
    const opened = { at, start: 1, format: "decimal", text: "", inDigits: false, goesOn: false };
    level = opened;
    return () => {
      const { at: place, ...found } = opened;
      (instance ?? abstract)?.levels.splice(place, 1, found);
      level = undefined;
    };
  };
  const elements: Readonly<Record<string, (attribute: XmlAttributes) => XmlClose>> = {
    "w:abstractNum": (attribute) => {
      abstract = { levels: emptyLevels(), styles: new Map() };
      abstracts.set(attribute("w:abstractNumId") ?? "", abstract);
      return () => {
        abstract = undefined;
      };
    },
    "w:num": (attribute) => {
      instance = { abstract: "", restarts: new Map(), levels: [] };
      instances.set(attribute("w:numId") ?? "", instance);
      return () => {
        instance = undefined;
      };
    },
    "w:abstractNumId": (attribute) => {
      if (instance) instance.abstract = attribute("w:val") ?? "";
      return undefined;
    },
    "w:numStyleLink": (attribute) => {
      if (abstract) abstract.link = attribute("w:val") ?? "";
      return undefined;
    },
    "w:styleLink": (attribute) => {
      if (abstract) abstract.linked = attribute("w:val") ?? "";
      return undefined;
    },
    "w:lvlOverride": (attribute) => {
      override = Number(attribute("w:ilvl") ?? 0);
      if (instance && instance.levels.length === 0) instance.levels.push(...emptyLevels());
      return undefined;
    },
    "w:startOverride": (attribute) => {
      const start = Number(attribute("w:val") ?? 1);
      if (Number.isInteger(start)) instance?.restarts.set(override, start);
      return undefined;
    },
    "w:lvl": openLevel,
    "w:start": (attribute) => {
      if (level) level.start = Math.max(0, Number(attribute("w:val") ?? 1) || 0);
      return undefined;
    },
    "w:numFmt": (attribute) => {
      if (level) level.format = attribute("w:val") ?? "decimal";
      return undefined;
    },
    "w:lvlText": (attribute) => {
      if (level) level.text = attribute("w:val") ?? "";
      return undefined;
    },
    "w:isLgl": (attribute) => {
      if (level) level.inDigits = !isOff(attribute("w:val"));
      return undefined;
    },
    "w:lvlRestart": (attribute) => {
      if (level) level.goesOn = attribute("w:val") === "0";
      return undefined;
    },
    "w:pStyle": (attribute) => {
      const style = attribute("w:val");
      if (level && style !== undefined) abstract?.styles.set(style, level.at);
      return undefined;
    },
  };
  const byName = new Map(Object.entries(elements));
  return { open: (name, attribute) => byName.get(name)?.(attribute) };
}

const emptyLevels = (): undefined[] => Array.from({ length: 10 }, () => undefined);
