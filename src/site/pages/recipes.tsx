import type { ReactNode } from "react";
import type { RecipeView } from "../../api/contract/recipe-views.ts";
import type { Language } from "../../domain/result.ts";
import { page } from "../page.ts";
import { day } from "../parts/document-table.tsx";
import { Trail } from "../parts/frame.tsx";
import { bringWords } from "../words/bring.ts";
import { columnsWords } from "../words/columns.ts";

/** The recipes that are kept: what they map, and a way to be rid of them — 列对照表. */
export const recipesPage = page<readonly RecipeView[]>({
  path: "/recipes",
  section: "documents",
  extra: "import",
  load: ({ facts }) => facts.bringing.recipes(),
  title: ({ language }) => columnsWords[language].recipes,
  View({ view, language, facts, query, who }) {
    const words = columnsWords[language];
    return (
      <>
        <Trail language={language} steps={[{ href: "/import", name: bringWords[language].title }]} />
        <h1>{words.recipes}</h1>
        <p className="lead">{words.recipesLead}</p>
        {query.get("removed") === "1" ? (
          <p className="done" role="status">
            {words.removed}
          </p>
        ) : null}
        {view.length === 0 ? <p className="empty">{words.none}</p> : null}
        {view.map((recipe) => (
          <Recipe key={recipe.id} recipe={recipe} mayRemove={facts.allowUpload} who={who} language={language} />
        ))}
      </>
    );
  },
});

function Recipe(props: {
  readonly recipe: RecipeView;
  readonly mayRemove: boolean;
  readonly who: string;
  readonly language: Language;
}): ReactNode {
  const { recipe, language } = props;
  const words = columnsWords[language];
  return (
    <section className="recipe" id={`recipe-${recipe.id}`}>
      <h2>{recipe.name}</h2>
      <p className="meta">
        <span>{recipe.publisher ?? words.anybody}</span>
        <span>{`${recipe.who} ${day(recipe.at)} ${words.savedBy}`}</span>
        <a href={recipe.file} download={`${recipe.name}.json`}>
          {words.file}
        </a>
      </p>
      <dl className="maps">
        {recipe.heads.map(({ printed, label }) => (
          <div key={printed}>
            <dt>{printed}</dt>
            <dd>{label[language]}</dd>
          </div>
        ))}
        {recipe.amountUnit ? (
          <div>
            <dt>{words.unit}</dt>
            <dd>{recipe.amountUnit}</dd>
          </div>
        ) : null}
      </dl>
      {props.mayRemove ? (
        <details>
          <summary>{words.remove}</summary>
          <form className="fields" action="/recipes" method="post">
            <input type="hidden" name="id" value={recipe.id} />
            <label>
              {words.who}
              <input type="text" name="who" required maxLength={60} defaultValue={props.who} autoComplete="name" />
            </label>
            <button type="submit">{words.remove}</button>
          </form>
        </details>
      ) : null}
    </section>
  );
}
