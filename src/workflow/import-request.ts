import type { PastedForm } from "../read/formats/clipboard.ts";
import type { ColumnRecipe } from "../read/recipe.ts";

/** What someone brings — 导入请求. */
export interface ImportRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** 6-digit administrative code; 0 where unknown — 行政区划代码. */
  readonly region?: number;
  /** Budget year, where the person knows it — 预算年度. */
  readonly year?: number;
  readonly sourceUrl?: string;
  /** What a person said of its columns — 列对照表. */
  readonly recipe?: ColumnRecipe;
  /** Who said so: the recipe is kept for later files once it has read this one. */
  readonly recipeBy?: string;
  /** It was pasted, in this form. */
  readonly pasted?: PastedForm;
  readonly actor: string;
}
