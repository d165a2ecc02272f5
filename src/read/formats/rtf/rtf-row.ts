import type { EdgedCell } from "../flow/place-by-edges.ts";

/** The definition of a row while it is read — 行定义. */
export interface RowDefinition {
  /** Takes a control of row definitions; `false` where it is none. */
  take(word: string, number: number | undefined): boolean;
  readonly shape: readonly EdgedCell[];
}

const mostCells = 2_000;

/** Begins a definition; `\trowd` begins it anew. */
export function openRowDefinition(): RowDefinition {
  let shape: EdgedCell[] = [];
  let left = 0;
  let across: EdgedCell["across"];
  let down: EdgedCell["down"];
  return {
    get shape() {
      return shape;
    },
    take(word, number = 0) {
      switch (word) {
        case "trowd":
          shape = [];
          left = 0;
          across = undefined;
          down = undefined;
          return true;
        case "trleft":
          left = number;
          return true;
        case "clmgf":
          across = "start";
          return true;
        case "clmrg":
          across = "continue";
          return true;
        case "clvmgf":
          down = "start";
          return true;
        case "clvmrg":
          down = "continue";
          return true;
        case "cellx":
          if (shape.length < mostCells) shape.push({ left: shape.at(-1)?.right ?? left, right: number, across, down });
          across = undefined;
          down = undefined;
          return true;
        default:
          return false;
      }
    },
  };
}
