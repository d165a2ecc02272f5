/** A form as a test draws it: lines above and below a grid, and all that is to be read from it — 表单用例. */
export interface FormDrawing {
  readonly name: string;
  readonly above: readonly string[];
  readonly grid: string;
  readonly below?: readonly string[];
  /**
   * Whether tabbed text says the same: with its empty places kept, but not without them (a tick that lost its column), or
   * neither way.
   */
  readonly asText?: "kept" | "neither";
  /** Everything read, a line for each value: see forms-in-words.ts. */
  readonly says: string;
}
