import type { Page } from "./page.ts";
import { aboutPage } from "./pages/about.tsx";
import { bringPage } from "./pages/bring.tsx";
import { dataPage } from "./pages/data.tsx";
import { departmentPage } from "./pages/department.tsx";
import { departmentsPage } from "./pages/departments.tsx";
import { deskPage } from "./pages/desk.tsx";
import { documentPage } from "./pages/document.tsx";
import { documentsPage } from "./pages/documents.tsx";
import { explorerPage } from "./pages/explorer.tsx";
import { homePage } from "./pages/home.tsx";
import { importPage } from "./pages/import.tsx";
import { projectPage } from "./pages/project.tsx";
import { recipesPage } from "./pages/recipes.tsx";
import { rulesPage } from "./pages/rules.tsx";
import { searchPage } from "./pages/search.tsx";
import { unitPage } from "./pages/unit.tsx";

/** All pages, in the order people think of them — 页面一览. */
export const pages: readonly Page[] = [
  homePage,
  searchPage,
  explorerPage,
  projectPage,
  departmentsPage,
  departmentPage,
  unitPage,
  documentsPage,
  documentPage,
  deskPage,
  bringPage,
  importPage,
  recipesPage,
  rulesPage,
  dataPage,
  aboutPage,
];
