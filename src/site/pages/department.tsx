import type { DocumentRowView } from "../../api/contract/document-views.ts";
import type { DepartmentView } from "../../api/contract/organisation-views.ts";
import type { ProjectListView } from "../../api/contract/project-views.ts";
import { page } from "../page.ts";
import { DocumentTable } from "../parts/document-table.tsx";
import { explorerHref } from "../parts/facets.tsx";
import { figuresInWords, OrganisationHead } from "../parts/organisation-head.tsx";
import { OrganisationTable } from "../parts/organisation-table.tsx";
import { MoneyByProject, MoneyByUnit, ProfileCharts } from "../parts/profile-charts.tsx";
import { ProjectTable } from "../parts/project-table.tsx";
import { organisationWords } from "../words/organisation.ts";

interface Shown {
  readonly department: DepartmentView;
  readonly projects: ProjectListView;
  readonly documents: readonly DocumentRowView[];
}

/** A department: its money, its units, its indicators, its documents — 部门页. */
export const departmentPage = page<Shown>({
  path: "/d/:id",
  section: "departments",
  async load({ facts, params, door }) {
    const department = await facts.department(params.id ?? "");
    if (!department) return undefined;
    const { id } = department.row;
    const query = { ...door.projectQuery(new URLSearchParams({ limit: "10" })), department: [id] };
    const [projects, documents] = await Promise.all([facts.projects(query), facts.documents()]);
    return { department, projects, documents: documents.filter((one) => one.department.id === id && one.current) };
  },
  title: ({ view }) => view.department.row.name,
  description: ({ view, language }) => figuresInWords(view.department.row, language),
  View({ view, language }) {
    const words = organisationWords[language];
    const { row, units, profile } = view.department;
    const whose = { department: [row.id] };
    return (
      <>
        <OrganisationHead
          row={row}
          whose={whose}
          steps={[{ href: "/departments", name: words.departments }]}
          language={language}
        />
        <div className="charts">
          <MoneyByUnit units={units} language={language} />
          <MoneyByProject rows={view.projects.rows} language={language} withYear={row.years.length > 1} />
          <ProfileCharts profile={profile} whose={whose} language={language} />
        </div>
        <section>
          <h2>
            {words.units} <span className="n">{units.length}</span>
          </h2>
          <OrganisationTable rows={units} language={language} kind="unit" />
        </section>
        <section>
          <h2>{words.topProjects}</h2>
          <ProjectTable rows={view.projects.rows} language={language} caption={words.topProjects} whose="unit" />
          <p className="more">
            <a href={explorerHref(whose)}>{words.projectsMore}</a>
          </p>
        </section>
        <section>
          <h2>{words.documents}</h2>
          <DocumentTable rows={view.documents} language={language} caption={words.documents} />
        </section>
      </>
    );
  },
});
