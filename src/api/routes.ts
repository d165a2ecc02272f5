import * as z from "zod";
import { CorrectionView } from "./contract/correction-view.ts";
import { CorrectedView, CorrectionForm, DeskView, UndoForm } from "./contract/desk-views.ts";
import { DocumentRowView, DocumentView } from "./contract/document-views.ts";
import { ImportView } from "./contract/import-view.ts";
import { DepartmentView, FiguresView, OrganisationView, ProfileView, UnitView } from "./contract/organisation-views.ts";
import { ProjectFilterQuery, ProjectQuery } from "./contract/project-query.ts";
import { FacetsView, ProjectListView, ProjectView } from "./contract/project-views.ts";
import { ExcerptView } from "./contract/reading-views.ts";
import { ColumnsForm, RecipeForm, RecipeView, RemovalForm } from "./contract/recipe-views.ts";
import { RuleView } from "./contract/rule-view.ts";
import { SearchView } from "./contract/search-view.ts";
import { type DeclaredRoute, fileRoute, jsonRoute } from "./route.ts";

const key = z.strictObject({
  region: z.number().int().min(0).max(999999),
  year: z.number().int().min(0).max(9999),
  id: z.string().min(1).max(80),
});
const byId = z.strictObject({ id: z.string().min(1).max(120) });

/** All ways in for programs, in the order people think of them — 接口一览. */
export const routes: readonly DeclaredRoute[] = [
  jsonRoute({
    id: "figures",
    path: "/figures",
    summary: { zh: "总数", en: "Figures of everything that is kept" },
    response: FiguresView,
    handle: ({ facts }) => facts.figures(),
  }),
  jsonRoute({
    id: "projects",
    path: "/projects",
    summary: { zh: "项目列表：筛选、排序、合计", en: "Projects: filter, sort, sums" },
    query: ProjectQuery,
    response: ProjectListView,
    handle: ({ facts, query }) => facts.projects(query),
  }),
  fileRoute({
    id: "projectsCsv",
    path: "/projects.csv",
    summary: { zh: "同一筛选的全部指标，CSV（Excel 可直接打开）", en: "All indicators of the same filter as CSV" },
    query: ProjectFilterQuery,
    formats: ["text/csv"],
    handle: async ({ facts, query }) => ({
      kind: "stream",
      type: "text/csv; charset=utf-8; header=present",
      fileName: "projects.csv",
      pieces: facts.downloadCsv(query),
    }),
  }),
  fileRoute({
    id: "projectsJson",
    path: "/projects.json",
    summary: { zh: "同一筛选的全部项目与指标，JSON", en: "All projects and indicators of the same filter as JSON" },
    query: ProjectFilterQuery,
    formats: ["application/json"],
    handle: async ({ facts, query }) => ({
      kind: "stream",
      type: "application/json; charset=utf-8",
      fileName: "projects.json",
      pieces: facts.downloadJson(query),
    }),
  }),
  jsonRoute({
    id: "facets",
    path: "/facets",
    summary: { zh: "各筛选值下的项目数", en: "Projects under each value of the filter" },
    query: ProjectFilterQuery,
    response: FacetsView,
    handle: ({ facts, query }) => facts.facets(query),
  }),
  jsonRoute({
    id: "profile",
    path: "/profile",
    summary: { zh: "指标构成", en: "Profile of the indicators behind a filter" },
    query: ProjectFilterQuery,
    response: ProfileView,
    handle: ({ facts, query }) => facts.profile(query),
  }),
  jsonRoute({
    id: "project",
    path: "/projects/:region/:year/:id",
    summary: { zh: "一个项目：资金、目标、指标、发现、原文", en: "One project with its source" },
    params: key,
    response: ProjectView,
    handle: ({ facts, params }) => facts.project(params),
  }),
  jsonRoute({
    id: "departments",
    path: "/departments",
    summary: { zh: "主管部门", en: "Departments" },
    response: z.array(OrganisationView),
    handle: async ({ facts }) => [...(await facts.departments())],
  }),
  jsonRoute({
    id: "department",
    path: "/departments/:id",
    summary: { zh: "一个部门及其单位", en: "A department and its units" },
    params: byId,
    response: DepartmentView,
    handle: ({ facts, params }) => facts.department(params.id),
  }),
  jsonRoute({
    id: "unit",
    path: "/units/:id",
    summary: { zh: "一个预算单位", en: "A budget unit" },
    params: byId,
    response: UnitView,
    handle: ({ facts, params }) => facts.unit(params.id),
  }),
  jsonRoute({
    id: "documents",
    path: "/documents",
    summary: { zh: "文件列表", en: "Documents" },
    response: z.array(DocumentRowView),
    handle: async ({ facts }) => [...(await facts.documents())],
  }),
  jsonRoute({
    id: "document",
    path: "/documents/:region/:year/:id",
    summary: { zh: "一份文件：读取报告、勾稽、发现、版本", en: "A document: reading report, sums, findings, versions" },
    params: key,
    response: DocumentView,
    handle: ({ facts, params }) => facts.document(params),
  }),
  jsonRoute({
    id: "documentPlaces",
    path: "/documents/:region/:year/:id/places",
    summary: { zh: "全文及每个值的位置", en: "The whole text and the place of every value" },
    params: key,
    response: ExcerptView,
    handle: ({ facts, params }) => facts.documentSource(params),
  }),
  fileRoute({
    id: "documentText",
    path: "/documents/:region/:year/:id/text",
    summary: { zh: "解码后的全文", en: "The decoded text that all places refer to" },
    params: key,
    formats: ["text/plain"],
    handle: async ({ facts, params }) => {
      const source = await facts.documentSource(params);
      return source && { kind: "text", type: "text/plain; charset=utf-8", body: source.text };
    },
  }),
  jsonRoute({
    id: "desk",
    path: "/documents/:region/:year/:id/desk",
    summary: { zh: "核对台：一页原件与从中读出的值", en: "The reading desk: a page and the values read from it" },
    params: key,
    query: z.strictObject({
      sheet: z.number().int().min(1).optional().describe("第几页，自 1 计 · which page, from 1"),
      at: z.string().max(300).optional().describe("选中的字段路径 · path of a chosen value"),
    }),
    response: DeskView,
    handle: ({ facts, params, query }) =>
      facts.desk.desk(params, {
        ...(query.sheet === undefined ? {} : { sheet: query.sheet }),
        ...(query.at === undefined ? {} : { at: query.at }),
      }),
  }),
  fileRoute({
    id: "documentPage",
    path: "/documents/:region/:year/:id/pages/:page",
    summary: { zh: "一页原件的图像", en: "A picture of a page of the original" },
    params: key.extend({ page: z.number().int().min(1).max(100_000) }),
    formats: ["image/png"],
    handle: async ({ facts, params: { page, ...document } }) => {
      const bytes = await facts.desk.pageImage(document, page);
      return bytes && { kind: "bytes", type: "image/png", bytes };
    },
  }),
  jsonRoute({
    id: "corrections",
    path: "/documents/:region/:year/:id/corrections",
    summary: {
      zh: "人的更正：谁、何时、为何，机器原读作什么",
      en: "Corrections by people, beside the machine's reading",
    },
    params: key,
    response: z.array(CorrectionView),
    handle: async ({ facts, params }) => {
      const found = await facts.desk.corrections(params);
      return found && [...found];
    },
  }),
  jsonRoute({
    id: "correct",
    method: "POST",
    path: "/documents/:region/:year/:id/corrections",
    summary: { zh: "更正若干值：全部写入或全不写入", en: "Correct values: all of them or none" },
    params: key,
    body: CorrectionForm,
    response: CorrectedView,
    handle: ({ facts, params, body }) => facts.desk.correct(params, body),
  }),
  jsonRoute({
    id: "undoCorrections",
    method: "POST",
    path: "/documents/:region/:year/:id/corrections/undo",
    summary: { zh: "撤销一处或一批更正", en: "Take back a correction or a batch" },
    params: key,
    body: UndoForm,
    response: CorrectedView,
    handle: ({ facts, params, body }) => facts.desk.undo(params, body),
  }),
  jsonRoute({
    id: "search",
    path: "/search",
    summary: { zh: "全文检索：项目与指标", en: "Search projects and indicators" },
    query: z.strictObject({
      q: z.string().trim().min(1).max(200).describe("检索词 · words"),
      limit: z.number().int().min(1).max(200).default(20),
    }),
    response: SearchView,
    handle: ({ facts, query }) => facts.search(query.q, query.limit),
  }),
  jsonRoute({
    id: "rules",
    path: "/rules",
    summary: { zh: "审核规则", en: "Rules" },
    response: z.array(RuleView),
    handle: async ({ facts }) => [...(await facts.rules())],
  }),
  jsonRoute({
    id: "startImport",
    method: "POST",
    path: "/imports",
    summary: { zh: "导入一个文件", en: "Import a file" },
    takesFile: true,
    response: ImportView,
    status: 202,
    handle: async ({ facts, file }) => facts.startImport(await file()),
    location: (view) => view.self,
  }),
  jsonRoute({
    id: "import",
    path: "/imports/:id",
    summary: { zh: "导入进度与结果", en: "Where an import stands" },
    params: byId,
    response: ImportView,
    handle: async ({ facts, params }) => facts.import(params.id),
  }),
  jsonRoute({
    id: "tellColumns",
    method: "POST",
    path: "/imports/:id/columns",
    summary: { zh: "说明各列是什么，再读一次", en: "Tell what the columns hold, and read the file again" },
    params: byId,
    body: ColumnsForm,
    response: ImportView,
    status: 202,
    handle: ({ facts, params, body }) => facts.bringing.tellColumns(params.id, body),
  }),
  jsonRoute({
    id: "askColumns",
    method: "POST",
    path: "/documents/:region/:year/:id/columns",
    summary: { zh: "取出已入库的文件，重新对照各列", en: "Take a kept file out to have its columns told anew" },
    params: key,
    body: z.strictObject({}),
    response: ImportView,
    status: 202,
    handle: ({ facts, params }) => facts.bringing.askColumns(params),
    location: (view) => view.self,
  }),
  jsonRoute({
    id: "recipes",
    path: "/recipes",
    summary: { zh: "列对照表一览", en: "Column recipes" },
    response: z.array(RecipeView),
    handle: async ({ facts }) => [...(await facts.bringing.recipes())],
  }),
  jsonRoute({
    id: "recipe",
    path: "/recipes/:id",
    summary: { zh: "一个列对照表", en: "A column recipe" },
    params: byId,
    response: RecipeView,
    handle: ({ facts, params }) => facts.bringing.recipe(params.id),
  }),
  jsonRoute({
    id: "recipeFile",
    path: "/recipes/:id/file",
    summary: { zh: "列对照表文件，供命令行 --recipe 使用", en: "A column recipe as a file for --recipe" },
    params: byId,
    response: RecipeForm,
    handle: ({ facts, params }) => facts.bringing.recipeFile(params.id),
  }),
  jsonRoute({
    id: "removeRecipe",
    method: "POST",
    path: "/recipes/:id/remove",
    summary: { zh: "删除列对照表；已按它读取的文件不变", en: "Remove a column recipe; what was read by it stays" },
    params: byId,
    body: RemovalForm,
    response: RecipeView,
    handle: ({ facts, params, body }) => facts.bringing.removeRecipe(params.id, body.who),
  }),
];
