import type { BilingualView, KeyView } from "./basic-views.ts";
import type { BringingFacts } from "./bringing-facts.ts";
import type { DeskFacts } from "./desk-facts.ts";
import type { DocumentRowView, DocumentView } from "./document-views.ts";
import type { ImportView } from "./import-view.ts";
import type { DepartmentView, FiguresView, OrganisationView, ProfileView, UnitView } from "./organisation-views.ts";
import type { ProjectFilterQuery, ProjectQuery } from "./project-query.ts";
import type { FacetsView, ProjectListView, ProjectView } from "./project-views.ts";
import type { ExcerptView } from "./reading-views.ts";
import type { RuleView } from "./rule-view.ts";
import type { SearchView } from "./search-view.ts";

/** What the pages ask — 公开事实: published facts only, in the same views that programs get. */
export interface PublicFacts {
  readonly allowUpload: boolean;
  readonly desk: DeskFacts;
  readonly bringing: BringingFacts;
  /** The ways in for programs, as they are declared. */
  readonly routes: readonly { readonly method: string; readonly path: string; readonly summary: BilingualView }[];
  /** Every “no” that the way in can answer. */
  readonly problems: readonly {
    readonly code: string;
    readonly status: number;
    readonly title: BilingualView;
    readonly hint: BilingualView;
  }[];
  /** The columns of the CSV, in order. */
  readonly csvColumns: readonly string[];
  figures(): Promise<FiguresView>;
  projects(query: ProjectQuery): Promise<ProjectListView>;
  facets(filter: ProjectFilterQuery): Promise<FacetsView>;
  profile(filter: ProjectFilterQuery): Promise<ProfileView>;
  project(key: KeyView): Promise<ProjectView | undefined>;
  departments(): Promise<readonly OrganisationView[]>;
  department(id: string): Promise<DepartmentView | undefined>;
  unit(id: string): Promise<UnitView | undefined>;
  documents(): Promise<readonly DocumentRowView[]>;
  document(key: KeyView): Promise<DocumentView | undefined>;
  documentSource(key: KeyView): Promise<ExcerptView | undefined>;
  documentWithSource(
    key: KeyView,
  ): Promise<{ readonly document: DocumentView; readonly source: ExcerptView } | undefined>;
  search(query: string, limit: number): Promise<SearchView>;
  rules(): Promise<readonly RuleView[]>;
  import(id: string): Promise<ImportView | undefined>;
  /** Starts reading a file; the progress is asked for with `import`. */
  startImport(file: { readonly name: string; readonly bytes: Uint8Array; readonly year?: number }): ImportView;
  /** The current view as a file, a piece at a time — 下载. */
  downloadCsv(filter: ProjectFilterQuery): AsyncIterable<string>;
  downloadJson(filter: ProjectFilterQuery): AsyncIterable<string>;
}
