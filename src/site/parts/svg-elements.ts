import { createElement, type ReactNode } from "react";

const kept = new Set(["svg", "g", "path", "rect", "text", "tspan", "line", "polyline", "polygon", "circle"]);
const attributeNames: Readonly<Record<string, string>> = {
  viewBox: "viewBox",
  d: "d",
  x: "x",
  y: "y",
  width: "width",
  height: "height",
  rx: "rx",
  ry: "ry",
  cx: "cx",
  cy: "cy",
  r: "r",
  points: "points",
  transform: "transform",
  fill: "fill",
  stroke: "stroke",
  "fill-opacity": "fillOpacity",
  "stroke-width": "strokeWidth",
  "stroke-dasharray": "strokeDasharray",
  "stroke-linecap": "strokeLinecap",
  "text-anchor": "textAnchor",
  "dominant-baseline": "dominantBaseline",
  "font-size": "fontSize",
  "font-weight": "fontWeight",
  dy: "dy",
};

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: ReactNode[];
}

/**
 * A drawing that a chart library printed, as elements: known shapes and attributes only, inline styles turned into
 * attributes, so that it stands under a policy that allows no inline style — 图形.
 */
export function svgElements(svg: string): ReactNode {
  const root: Open = { name: "", attributes: {}, children: [] };
  const open: Open[] = [root];
  const tag = /<(\/?)([a-zA-Z]+)((?:\s[^<>]*)?)>|([^<]+)/g;
  for (const [, closing, name = "", attributes = "", text] of svg.matchAll(tag)) {
    const top = open.at(-1)!;
    if (text !== undefined) {
      if (top.name === "text" || top.name === "tspan") top.children.push(unescaped(text));
      continue;
    }
    if (closing) {
      if (open.length === 1 || top.name !== name) continue;
      open.pop();
      const parent = open.at(-1)!;
      if (kept.has(name)) {
        const key = parent.children.length;
        parent.children.push(createElement(name, { key, ...top.attributes }, ...top.children));
      }
      continue;
    }
    const element = { name, attributes: attributesOf(attributes), children: [] };
    if (!attributes.endsWith("/")) open.push(element);
    else if (kept.has(name))
      top.children.push(createElement(name, { key: top.children.length, ...element.attributes }));
  }
  return root.children;
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", value = ""] of text.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (name === "style") Object.assign(attributes, styleAttributes(value));
    else if (attributeNames[name]) attributes[attributeNames[name]] = unescaped(value);
  }
  return attributes;
}

function styleAttributes(style: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const declaration of style.split(";")) {
    const [name = "", value = ""] = declaration.split(":");
    const attribute = attributeNames[name.trim()];
    if (attribute) attributes[attribute] = value.trim();
  }
  return attributes;
}

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
};
const unescaped = (text: string): string => text.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => entities[entity]!);
