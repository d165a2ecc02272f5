import type { ReactNode } from "react";
import type { BringingFacts } from "../../api/contract/bringing-facts.ts";
import type { Language } from "../../domain/result.ts";
import { PasteForm } from "../bringing/paste-form.tsx";
import { page } from "../page.ts";
import { Trail } from "../parts/frame.tsx";
import { UploadForm } from "../parts/upload-form.tsx";
import { bringWords } from "../words/bring.ts";
import { documentWords } from "../words/document.ts";

/** Everything about bringing files: drop, choose, paste, and what is read — 导入页. */
export const bringPage = page<BringingFacts>({
  path: "/import",
  section: "documents",
  extra: "import",
  load: ({ facts }) => facts.bringing,
  title: ({ language }) => bringWords[language].title,
  View({ view, language, facts }) {
    const words = bringWords[language];
    return (
      <>
        <Trail language={language} steps={[{ href: "/documents", name: documentWords[language].documents }]} />
        <h1>{words.title}</h1>
        <p className="lead">{facts.allowUpload ? words.lead : words.off}</p>
        {facts.allowUpload ? (
          <>
            <UploadForm bringing={view} language={language} />
            <PasteForm language={language} />
          </>
        ) : null}
        <Formats bringing={view} language={language} />
        <section className="text">
          <h2>{words.unknown}</h2>
          <p>{words.unknownMore}</p>
          <p>
            <a href="/recipes">{words.recipes}</a>
          </p>
        </section>
      </>
    );
  },
});

function Formats({ bringing, language }: { readonly bringing: BringingFacts; readonly language: Language }): ReactNode {
  const words = bringWords[language];
  return (
    <section id="formats">
      <h2>{words.formats}</h2>
      <p>{words.formatsMore}</p>
      <dl className="formats">
        {bringing.formats.map(({ name, endings }) => (
          <div key={name.zh}>
            <dt>{name[language]}</dt>
            <dd>
              {endings.map((ending) => `.${ending}`).join(" ")}
              {endings.includes("zip") ? <small> {words.archive}</small> : null}
            </dd>
          </div>
        ))}
      </dl>
      <p className="aside">{words.limit(Math.floor(bringing.fileLimit / 1048576))}</p>
    </section>
  );
}
