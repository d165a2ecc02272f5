import type { LayoutId } from "../plan.ts";
import type { Layout } from "./layout.ts";
import { layoutA } from "./layout-a.ts";
import { layoutB } from "./layout-b.ts";
import { layoutC } from "./layout-c.ts";
import { layoutD } from "./layout-d.ts";

/** All layouts that the printers know — 版式一览. */
export const layouts: Readonly<Record<LayoutId, Layout>> = { A: layoutA, B: layoutB, C: layoutC, D: layoutD };
