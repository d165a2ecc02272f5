import type { BilingualView, KeyView } from "./basic-views.ts";
import type { ImportView } from "./import-view.ts";
import type { ColumnsForm, RecipeForm, RecipeView } from "./recipe-views.ts";

/** A file as it was sent. */
export interface FileSent {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly year?: number;
}

/** What was pasted, in the forms in which a browser handed it on. */
export interface PastedContent {
  readonly name: string;
  readonly html: string;
  readonly text: string;
  readonly year?: number;
}

/** What the pages on which files are brought ask and do — 导入的事实. */
export interface BringingFacts {
  /** Everything that is read, as people call it. */
  readonly formats: readonly { readonly name: BilingualView; readonly endings: readonly string[] }[];
  /** Bytes of one file. */
  readonly fileLimit: number;
  /** What a column can be said to hold. */
  readonly roles: readonly {
    readonly label: BilingualView;
    readonly roles: readonly { readonly role: string; readonly label: BilingualView }[];
  }[];
  /** Several files that came together: one list. */
  startSeveral(files: readonly FileSent[]): ImportView;
  startPasted(pasted: PastedContent): ImportView;
  /** Reads a file again with its columns told; of several that came together those that a kept recipe fits. */
  tellColumns(id: string, form: ColumnsForm): Promise<ImportView | undefined>;
  /** Takes a kept file out to have its columns told anew. */
  askColumns(key: KeyView): Promise<ImportView | undefined>;
  recipes(): Promise<readonly RecipeView[]>;
  recipe(id: string): Promise<RecipeView | undefined>;
  /** As a file for the command line. */
  recipeFile(id: string): Promise<RecipeForm | undefined>;
  removeRecipe(id: string, who: string): Promise<RecipeView | undefined>;
}
