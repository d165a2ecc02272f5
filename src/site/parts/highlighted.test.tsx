import { expect, test } from "vitest";
import { hits, snippet } from "./highlighted.tsx";

const marked = (text: string, searched: string) => hits(text, searched).map(({ start, end }) => text.slice(start, end));

test.each([
  ["群众满意度", "满意", ["满意"]],
  ["群众满 意度", "满意", ["满 意"]],
  ["ＡＢＣ服务", "abc", ["ＡＢＣ"]],
  ["维修维护费", "维", ["维", "维"]],
  ["道路维修和桥梁养护", "维修 桥梁", ["维修", "桥梁"]],
  ["一二三", "四", []],
  ["一二三", "  ", []],
  ["aaa", "aa", ["aa"]],
])("in %s the words %s are marked %j", (text, searched, expected) => {
  expect(marked(text, searched)).toEqual(expected);
});

test("of a long text the stretch around the first hit is shown", () => {
  const text = `${"前".repeat(200)}满意${"后".repeat(200)}`;
  expect(snippet(text, "满意", 10)).toBe(`…${"前".repeat(10)}满意${"后".repeat(10)}…`);
  expect(snippet("短句满意", "满意", 10)).toBe("短句满意");
  expect(snippet("𠮷".repeat(50), "满意", 5)).toBe(`${"𠮷".repeat(5)}…`);
  expect(snippet(`一${"𠮷".repeat(50)}`, "满意", 5)).toBe(`一${"𠮷".repeat(4)}…`);
  expect(snippet("无".repeat(50), "满意", 10)).toBe(`${"无".repeat(20)}…`);
});
