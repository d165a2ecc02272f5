import type { KeyView } from "./basic-views.ts";
import type { CorrectionView } from "./correction-view.ts";
import type { CorrectedView, CorrectionForm, DeskView, SameKindForm, SameKindView, UndoForm } from "./desk-views.ts";
import type { ImportView } from "./import-view.ts";

/** What the reading desk asks and does — 核对台的事实. */
export interface DeskFacts {
  /** Where corrections are taken: wherever files are. */
  readonly mayCorrect: boolean;
  /** One page of a document; the one on which `at` stands, where that is given. */
  desk(key: KeyView, asked: { readonly sheet?: number; readonly at?: string }): Promise<DeskView | undefined>;
  corrections(key: KeyView): Promise<readonly CorrectionView[] | undefined>;
  /** Where else the same correction would fit. */
  sameKind(key: KeyView, asked: { readonly path: string; readonly text: string }): Promise<SameKindView | undefined>;
  correct(key: KeyView, form: CorrectionForm): Promise<CorrectedView>;
  /** The same correction in many places, as the preview showed it. */
  correctSame(key: KeyView, form: SameKindForm): Promise<CorrectedView>;
  undo(key: KeyView, form: UndoForm): Promise<CorrectedView>;
  /** Reads the kept file with the program as it is now; the progress is asked for as that of an import. */
  reread(key: KeyView): Promise<ImportView | undefined>;
  /** A picture of a page, PNG; `undefined` where there is none. */
  pageImage(key: KeyView, sheet: number): Promise<Uint8Array | undefined>;
}
