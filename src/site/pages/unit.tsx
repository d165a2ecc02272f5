import type { UnitView } from "../../api/contract/organisation-views.ts";
import type { ProjectListView } from "../../api/contract/project-views.ts";
import { page } from "../page.ts";
import { wholeNumber } from "../parts/amount.tsx";
import { explorerHref } from "../parts/facets.tsx";
import { figuresInWords, OrganisationHead } from "../parts/organisation-head.tsx";
import { MoneyByProject, ProfileCharts } from "../parts/profile-charts.tsx";
import { ProjectTable } from "../parts/project-table.tsx";
import { organisationWords } from "../words/organisation.ts";

/** A budget unit: its money by project, its indicators — 单位页. */
export const unitPage = page<{ readonly unit: UnitView; readonly projects: ProjectListView }>({
  path: "/u/:id",
  section: "departments",
  async load({ facts, params, door }) {
    const unit = await facts.unit(params.id ?? "");
    if (!unit) return undefined;
    const query = { ...door.projectQuery(new URLSearchParams({ limit: "50" })), unit: [unit.row.id] };
    return { unit, projects: await facts.projects(query) };
  },
  title: ({ view }) => view.unit.row.name,
  description: ({ view, language }) => figuresInWords(view.unit.row, language),
  View({ view, language }) {
    const words = organisationWords[language];
    const { row, department, profile } = view.unit;
    const whose = { unit: [row.id] };
    const steps = [
      { href: "/departments", name: words.departments },
      { href: department.page, name: department.name },
    ];
    return (
      <>
        <OrganisationHead row={row} whose={whose} steps={steps} language={language} />
        <div className="charts">
          <MoneyByProject rows={view.projects.rows} language={language} withYear={row.years.length > 1} />
          <ProfileCharts profile={profile} whose={whose} language={language} />
        </div>
        <section>
          <h2>
            {words.projects} <span className="n">{wholeNumber(view.projects.count.n)}</span>
          </h2>
          <ProjectTable rows={view.projects.rows} language={language} caption={words.projects} whose="nobody" />
          <p className="more">
            <a href={explorerHref(whose)}>{words.projectsMore}</a>
          </p>
        </section>
      </>
    );
  },
});
