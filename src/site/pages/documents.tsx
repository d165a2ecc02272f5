import type { DocumentRowView } from "../../api/contract/document-views.ts";
import { page } from "../page.ts";
import { DocumentTable } from "../parts/document-table.tsx";
import { UploadForm } from "../parts/upload-form.tsx";
import { bringWords } from "../words/bring.ts";
import { documentWords } from "../words/document.ts";

/** All documents that hold now — 文件一览. */
export const documentsPage = page<readonly DocumentRowView[]>({
  path: "/documents",
  section: "documents",
  extra: "import",
  load: async ({ facts }) => (await facts.documents()).filter(({ current }) => current),
  title: ({ language }) => documentWords[language].documents,
  View({ view, language, facts }) {
    const words = documentWords[language];
    return (
      <>
        <h1>{words.documents}</h1>
        <p className="lead">{words.documentsLead}</p>
        {view.length === 0 ? (
          <p className="empty">{words.none}</p>
        ) : (
          <DocumentTable rows={view} language={language} caption={words.documents} />
        )}
        {facts.allowUpload ? (
          <>
            <UploadForm bringing={facts.bringing} language={language} />
            <p className="more">
              <a href="/import">{bringWords[language].more}</a>
            </p>
          </>
        ) : null}
      </>
    );
  },
});
