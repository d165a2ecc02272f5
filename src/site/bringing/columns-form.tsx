import type { ReactNode } from "react";
import type { BringingFacts } from "../../api/contract/bringing-facts.ts";
import type { ProblemView } from "../../api/contract/problem-view.ts";
import type { ColumnsView, ColumnView, RecipeForm } from "../../api/contract/recipe-views.ts";
import type { Language } from "../../domain/result.ts";
import { day } from "../parts/document-table.tsx";
import { columnsWords } from "../words/columns.ts";

/** What has been typed, and who the reader is. */
export interface ColumnsTyped {
  readonly recipe?: RecipeForm;
  readonly who: string;
}

interface Props {
  readonly action: string;
  readonly columns: ColumnsView;
  readonly bringing: BringingFacts;
  /** Which of the likely heads is shown, from 0. */
  readonly head: number;
  readonly typed: ColumnsTyped;
  readonly problem: ProblemView | undefined;
  readonly language: Language;
}

/** Asks what the columns of a table hold; a recipe of an earlier year is offered first — 逐列说明. */
export function ColumnsAsked(props: Props): ReactNode {
  const { columns, problem, language } = props;
  const words = columnsWords[language];
  if (columns.heads.length === 0) return null;
  if (columns.until === null)
    return (
      <p className="warn">
        {words.gone} <a href="/import">{words.again}</a>
      </p>
    );
  const [offered] = columns.fitting;
  const isOpen = offered === undefined || problem !== undefined || columns.tried !== null || props.head > 0;
  const form = (
    <>
      <OtherHeads {...props} />
      <ColumnsForm {...props} />
    </>
  );
  return (
    <section className="columns-asked" id="columns">
      {columns.fitting.map((recipe) => (
        <Offer key={recipe.id} {...props} recipe={recipe} />
      ))}
      {problem ? <Wrong problem={problem} language={language} /> : null}
      {offered ? (
        <details open={isOpen}>
          <summary>{words.change}</summary>
          {form}
        </details>
      ) : (
        <>
          <h2>{words.title}</h2>
          {form}
        </>
      )}
    </section>
  );
}

function Wrong({ problem, language }: { readonly problem: ProblemView; readonly language: Language }): ReactNode {
  return (
    <div className="warn" role="alert">
      <h3>{columnsWords[language].wrong}</h3>
      <ul className="plain">
        {(problem.errors ?? [{ pointer: "", message: `${problem.title} ${problem.hint}` }]).map((error) => (
          <li key={error.pointer}>{error.message}</li>
        ))}
      </ul>
    </div>
  );
}

/** A recipe that fits: shown, and used when the person says so. */
function Offer(props: Props & { readonly recipe: ColumnsView["fitting"][number] }): ReactNode {
  const { recipe, language } = props;
  const words = columnsWords[language];
  return (
    <form className="offer" action={props.action} method="post">
      <h2>{words.fitsYear(recipe.at.slice(0, 4), recipe.name)}</h2>
      <p>{words.fitsMore(recipe.who, day(recipe.at))}</p>
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
      <input type="hidden" name="use" value={recipe.id} />
      <div className="fields">
        <Who {...props} />
        <button type="submit">{words.use}</button>
      </div>
    </form>
  );
}

function OtherHeads({ columns, head, action, language }: Props): ReactNode {
  const words = columnsWords[language];
  if (columns.heads.length < 2) return null;
  return (
    <p className="aside">
      {words.otherHeads}
      {columns.heads.map(({ line }, at) =>
        at === head ? null : (
          <a key={line} className="other-head" href={`${action}?head=${at + 1}#columns`}>
            {words.headAt(line)}
          </a>
        ),
      )}
    </p>
  );
}

function ColumnsForm(props: Props): ReactNode {
  const { columns, typed, language } = props;
  const words = columnsWords[language];
  const shown = columns.heads[props.head] ?? columns.heads[0]!;
  const before = typed.recipe ?? columns.tried ?? undefined;
  return (
    <form className="tell" action={props.action} method="post">
      <p>
        {words.lead} {words.needs}
      </p>
      <input type="hidden" name="head" value={props.head + 1} />
      <table className="rows cards">
        <caption>{words.headAt(shown.line)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.head}</th>
            <th scope="col">{words.samples}</th>
            <th scope="col">{words.is}</th>
          </tr>
        </thead>
        <tbody>
          {shown.columns.map((column, at) => (
            <ColumnRow key={column.printed || String(at)} {...props} column={column} before={before} />
          ))}
        </tbody>
      </table>
      <div className="fields">
        <label>
          {words.unit}
          <select name="amountUnit" defaultValue={before?.amountUnit ?? ""}>
            <option value="">{words.unitPrinted}</option>
            {["元", "万元", "亿元"].map((unit) => (
              <option key={unit}>{unit}</option>
            ))}
          </select>
        </label>
        <label>
          {words.name}
          <input type="text" name="name" required maxLength={80} defaultValue={before?.name ?? columns.name ?? ""} />
        </label>
        <label>
          {words.publisher}
          <input
            type="text"
            name="publisher"
            maxLength={80}
            defaultValue={before ? (before.publisher ?? "") : (columns.publisher ?? "")}
          />
          <small>{words.publisherHint}</small>
        </label>
        <Who {...props} />
        <button type="submit">{words.send}</button>
      </div>
      <p className="aside">{words.kept}</p>
    </form>
  );
}

function Who({ typed, language }: Pick<Props, "typed" | "language">): ReactNode {
  return (
    <label>
      {columnsWords[language].who}
      <input type="text" name="who" required maxLength={60} defaultValue={typed.who} autoComplete="name" />
    </label>
  );
}

function ColumnRow(props: Props & { readonly column: ColumnView; readonly before: RecipeForm | undefined }): ReactNode {
  const { column, before, bringing, language } = props;
  const words = columnsWords[language];
  const { printed, samples, because } = column;
  const told = before?.heads.find((head) => head.printed === printed)?.is;
  const chosen = before ? (told ?? "") : (column.role ?? "");
  return (
    <tr>
      <th scope="row">{printed || words.noHead}</th>
      <td data-label={words.samples}>
        <ul className="samples">
          {(samples.length > 0 ? [...new Set(samples)] : [words.empty]).map((sample) => (
            <li key={sample}>{sample}</li>
          ))}
        </ul>
      </td>
      <td data-label={words.is}>
        {printed === "" ? (
          <span className="none">{words.notRead}</span>
        ) : (
          <>
            <input type="hidden" name="printed" value={printed} />
            <select name="is" defaultValue={chosen} aria-label={`${printed}：${words.is}`}>
              <option value="">{words.notRead}</option>
              {bringing.roles.map((group) => (
                <optgroup key={group.label.zh} label={group.label[language]}>
                  {group.roles.map(({ role, label }) => (
                    <option key={role} value={role}>
                      {label[language]}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
            {because !== null && before === undefined ? <small className="because">{words[because]}</small> : null}
          </>
        )}
      </td>
    </tr>
  );
}
