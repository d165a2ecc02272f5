/** A form as a test draws it: lines above and below a grid — 表单用例. */
export interface FormDrawing {
  readonly name: string;
  readonly above: readonly string[];
  readonly grid: string;
  readonly below?: readonly string[];
}
