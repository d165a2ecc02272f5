import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import type { Result } from "../../../domain/result.ts";
import { limits } from "../../limits.ts";
import { type ReadingRefusal, refuse } from "../../reading-refusal.ts";

/** An element of a page — 网页元素. */
export type PageElement = DefaultTreeAdapterTypes.Element;
/** Anything that stands within one. */
export type PageNode = DefaultTreeAdapterTypes.ChildNode;

/** The page grows beyond the limit while it is repaired: a few bytes can make it do so. */
class TooManyElements extends Error {}

/** Text of a page → its tree, repaired as browsers repair it — 解析网页. Endless pages are refused. */
export function parsePage(text: string): Result<readonly PageNode[], ReadingRefusal> {
  let elements = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      if (++elements > limits.cells) throw new TooManyElements();
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
  };
  try {
    return { ok: true, value: parse(text, { treeAdapter }).childNodes };
  } catch (error) {
    if (error instanceof TooManyElements) return tooMany;
    throw error;
  }
}

const most = limits.cells.toLocaleString("en-US");

const tooMany = refuse(
  "too-large",
  { zh: `网页的元素超过 ${most} 个。`, en: `The page has more than ${most} elements.` },
  { zh: "请拆成几个文件再导入。", en: "Split it into several files and import those." },
);
