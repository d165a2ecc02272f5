import type { ReactNode } from "react";
import type { ImportedFileView, ImportView } from "../../api/contract/import-view.ts";
import type { Language } from "../../domain/result.ts";
import { wholeNumber } from "../parts/amount.tsx";
import { columnsWords } from "../words/columns.ts";
import { importWords } from "../words/import.ts";

interface Part {
  readonly view: ImportView;
  readonly language: Language;
}

/** Files that came together: each with its progress and what became of it — 多份文件. */
export function SeveralFiles({ view, who, language }: Part & { readonly who: string }): ReactNode {
  const words = importWords[language];
  const files = view.files ?? [];
  const done = files.filter(({ finished }) => finished).length;
  return (
    <>
      <p className="sum" role="status" data-part="sum">
        {view.outcome?.kind === "several"
          ? words.sum(view.outcome.kept, view.outcome.refused, view.outcome.asking)
          : words.several(done, files.length)}
      </p>
      {view.fitting.map(({ recipe, files: count }) => (
        <form key={recipe.id} className="offer" action={view.page} method="post" data-part={`use-${recipe.id}`}>
          <h2>{columnsWords[language].fitsYear(recipe.at.slice(0, 4), recipe.name)}</h2>
          <p className="aside">
            {recipe.heads.map(({ printed, label }) => `${printed} → ${label[language]}`).join(" · ")}
          </p>
          <input type="hidden" name="use" value={recipe.id} />
          <div className="fields">
            <label>
              {columnsWords[language].who}
              <input type="text" name="who" required maxLength={60} defaultValue={who} autoComplete="name" />
            </label>
            <button type="submit">{columnsWords[language].forSome(count)}</button>
          </div>
        </form>
      ))}
      <h2>{words.files}</h2>
      <ul className="files">
        {files.map((file) => (
          <li key={file.id} className={stateOf(file)} data-part={file.id}>
            <File file={file} language={language} />
          </li>
        ))}
      </ul>
      <Skipped view={view} language={language} />
    </>
  );
}

/** How many pages are read, of how many; 0 where the file has none, and in other stages. */
export function pagesIn(stage: ImportView["stage"], pages: ImportView["pages"]): [done: number, of: number] {
  return stage === "reading" && pages ? [pages.done, pages.of] : [0, 0];
}

function stateOf({ result, stage }: ImportedFileView): string {
  if (!result) return stage === "received" ? "waiting" : "doing";
  return result.kind === "refused" || result.kind === "failed" ? "no" : "did";
}

function File({ file, language }: { readonly file: ImportedFileView; readonly language: Language }): ReactNode {
  const words = importWords[language];
  const { result, fileName, stage, pages } = file;
  if (!result)
    return (
      <>
        <b>{fileName}</b>{" "}
        <small>
          {stage === "received" ? words.waiting : `${words.stages[stage]} ${words.doing(...pagesIn(stage, pages))}`}
        </small>
      </>
    );
  const { projects, indicators } = result;
  return (
    <>
      <b>{result.document ? <a href={result.document}>{fileName}</a> : fileName}</b>{" "}
      <span className="tag">{words.kinds[result.kind]}</span>
      {projects === null || indicators === null ? null : (
        <small> {words.readOne(wholeNumber(projects), wholeNumber(indicators))}</small>
      )}
      {result.message ? <p>{result.message[language]}</p> : null}
      {result.asksColumns ? (
        <p>
          <a href={file.page}>{words.tell}</a>
        </p>
      ) : result.hint ? (
        <p className="advice">{result.hint[language]}</p>
      ) : null}
    </>
  );
}

function Skipped({ view, language }: Part): ReactNode {
  const words = importWords[language];
  const refused = view.skipped.filter(({ because }) => because === "refused");
  const junk = view.skipped.filter(({ because }) => because === "junk");
  const list = (skipped: ImportView["skipped"]): ReactNode => (
    <ul className="plain">
      {skipped.map(({ name, why }) => (
        <li key={name}>
          {name}：{why[language]}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {refused.length > 0 ? (
        <section className="warn" data-part="skipped">
          <h2>{words.skipped(refused.length)}</h2>
          {list(refused)}
        </section>
      ) : null}
      {junk.length > 0 ? (
        <details data-part="junk">
          <summary>{words.junk(junk.length)}</summary>
          {list(junk)}
        </details>
      ) : null}
    </>
  );
}
