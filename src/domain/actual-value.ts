/** What was achieved — 实际完成值. */
export type ActualValue =
  | { readonly kind: "number"; readonly number: number; readonly unit: string | undefined; readonly text: string }
  | { readonly kind: "date"; readonly date: string; readonly text: string }
  | { readonly kind: "judgement"; readonly level: "met" | "partly-met" | "not-met"; readonly text: string }
  | { readonly kind: "not-yet" };

/** Why a target is missed or passed by far — 偏差原因. */
export interface Deviation {
  readonly causes: readonly ("money" | "rules" | "staff" | "equipment" | "other")[];
  readonly words: string;
  /** 改进措施. */
  readonly remedy: string;
}
