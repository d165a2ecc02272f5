import type { OrganisationView } from "../../api/contract/organisation-views.ts";
import { page } from "../page.ts";
import { OrganisationTable } from "../parts/organisation-table.tsx";
import { organisationWords } from "../words/organisation.ts";

/** All departments — 部门一览. */
export const departmentsPage = page<readonly OrganisationView[]>({
  path: "/departments",
  section: "departments",
  load: ({ facts }) => facts.departments(),
  title: ({ language }) => organisationWords[language].departments,
  View({ view, language }) {
    const words = organisationWords[language];
    return (
      <>
        <h1>{words.departments}</h1>
        <p className="lead">{words.departmentsLead}</p>
        {view.length === 0 ? (
          <p className="empty">{words.none}</p>
        ) : (
          <OrganisationTable rows={view} language={language} kind="department" />
        )}
      </>
    );
  },
});
