import { countLists } from "../flow/list-counters.ts";
import type { XmlAttributes } from "../xml/read-xml.ts";
import type { OdtStyles } from "./odt-styles.ts";

/** Lists of an OpenDocument text while it is read — ODT 列表编号. */
export interface OdtLists {
  open(attribute: XmlAttributes): () => void;
  item(attribute: XmlAttributes): () => void;
  /** The number before the paragraph that begins; "" where it does not begin an item. */
  number(): string;
}

interface OpenList {
  readonly style: string;
  /** What is counted: a list that goes on with another counts the same. */
  readonly count: string;
  readonly level: number;
}

/** Begins to count. */
export function openOdtLists(styles: OdtStyles): OdtLists {
  const counters = countLists();
  const open: OpenList[] = [];
  const countOfId = new Map<string, string>();
  const countOfStyle = new Map<string, string>();
  let counts = 0;
  let begins = false;
  return {
    open(attribute) {
      const outer = open.at(-1);
      const style = attribute("text:style-name") ?? outer?.style ?? "";
      const continued = countOfId.get(attribute("text:continue-list") ?? "");
      const same = attribute("text:continue-numbering") === "true" ? countOfStyle.get(style) : undefined;
      const count = continued ?? outer?.count ?? same ?? `list ${++counts}`;
      const id = attribute("xml:id") ?? attribute("text:id");
      if (id !== undefined) countOfId.set(id, count);
      countOfStyle.set(style, count);
      open.push({ style, count, level: outer ? outer.level + 1 : 0 });
      return () => {
        open.pop();
        begins = false;
      };
    },
    item(attribute) {
      begins = true;
      const list = open.at(-1);
      const start = Number(attribute("text:start-value") ?? Number.NaN);
      if (list && Number.isInteger(start)) counters.restart(list.count, list.level, start);
      return () => {
        begins = false;
      };
    },
    number() {
      const list = open.at(-1);
      if (!begins || !list) return "";
      begins = false;
      const levels = styles.levelsOf(list.style);
      return levels ? counters.next(list.count, list.level, levels) : "";
    },
  };
}
