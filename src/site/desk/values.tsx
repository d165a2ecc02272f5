import type { ReactNode } from "react";
import type { DeskGroupView, DeskValueView, UnplacedView } from "../../api/contract/desk-views.ts";
import type { Language } from "../../domain/result.ts";
import { shortPath } from "../parts/marks.tsx";
import { deskWords } from "../words/desk.ts";
import { type DeskPlace, deskValueId, toPrinted, toUnplaced, unplacedAt } from "./desk-address.ts";
import { deskFieldName } from "./field-name.ts";

interface Part {
  readonly place: DeskPlace;
  readonly language: Language;
}

/** The values of a page by table, subtotal and project — 本页的值. */
export function Values({ groups, ...part }: Part & { readonly groups: readonly DeskGroupView[] }): ReactNode {
  const words = deskWords[part.language];
  if (groups.length === 0) return <p className="none">{words.noValues}</p>;
  return groups.map((group) => (
    <section key={group.path} className="owner">
      <h3>
        <small>{words.kinds[group.of]}</small>{" "}
        {group.page ? <a href={group.page}>{group.title}</a> : group.title || words.empty}
      </h3>
      <FieldList {...part} values={group.values} />
      {group.indicators.length === 0 ? null : (
        <ol className="indicator-list">
          {group.indicators.map(({ path, values }) => (
            <li key={path}>
              <FieldList {...part} values={values} />
            </li>
          ))}
        </ol>
      )}
    </section>
  ));
}

const FieldList = ({ values, ...part }: Part & { readonly values: readonly DeskValueView[] }): ReactNode =>
  values.length === 0 ? null : (
    <dl className="vals">
      {values.map((value) => (
        <div key={value.path} className={value.kind}>
          <dt>{deskFieldName(value.field, part.language)}</dt>
          <dd>
            <ValueLink {...part} value={value} />
            <Tags value={value} language={part.language} />
          </dd>
        </div>
      ))}
    </dl>
  );

function ValueLink({ value, place }: Part & { readonly value: DeskValueView }): ReactNode {
  const isChosen = place.at === value.path;
  return (
    <a
      className={isChosen ? "val lit" : "val"}
      id={deskValueId(place, value.path)}
      href={toPrinted(place, value.path)}
      data-value={shortPath(value.path)}
      data-at={value.path}
      aria-current={isChosen ? "true" : undefined}
    >
      {value.text === "" ? "—" : value.text}
    </a>
  );
}

const sure = 80;

/** What a person should know before believing a value — 值的标记. */
function Tags({ value, language }: { readonly value: DeskValueView; readonly language: Language }): ReactNode {
  const words = deskWords[language];
  const tags = [
    value.state === "corrected" ? { kind: "good", text: words.tagCorrected } : undefined,
    value.state === "unfit" ? { kind: "bad", text: words.tagUnfit } : undefined,
    value.options.length > 0 && value.state === "machine" ? { kind: "bad", text: words.tagTwo } : undefined,
    value.notes.length > 0 ? { kind: "bad", text: words.tagDoubt } : undefined,
    value.confidence !== null && value.confidence < sure && value.state === "machine"
      ? { kind: "bad", text: words.confidence(value.confidence) }
      : undefined,
  ];
  return tags.map((tag) =>
    tag === undefined ? null : (
      <span key={tag.text} className={`tag ${tag.kind}`}>
        {tag.text}
      </span>
    ),
  );
}

/** Text that found no place, ready to be given one — 没有归处的文字. */
export function Unplaced(
  props: Part & {
    readonly here: readonly UnplacedView[];
    readonly elsewhere: readonly UnplacedView[];
    readonly mayCorrect: boolean;
  },
): ReactNode {
  const { here, elsewhere, language } = props;
  const words = deskWords[language];
  return (
    <>
      {here.length === 0 ? null : (
        <section className="owner">
          <h3>
            {words.unplaced} <span className="n">{here.length}</span>
          </h3>
          {props.mayCorrect ? <p className="aside">{words.unplacedLead}</p> : null}
          <UnplacedList {...props} list={here} />
        </section>
      )}
      {elsewhere.length === 0 ? null : (
        <details className="owner">
          <summary>
            {words.unplacedElsewhere} <span className="n">{elsewhere.length}</span>
          </summary>
          <UnplacedList {...props} list={elsewhere} />
        </details>
      )}
    </>
  );
}

const UnplacedList = ({ list, place, language }: Part & { readonly list: readonly UnplacedView[] }): ReactNode => (
  <ul className="plain">
    {list.map((stretch) => {
      const at = unplacedAt(stretch);
      return (
        <li key={stretch.start}>
          <a
            className={place.at === at ? "unplaced lit" : "unplaced"}
            id={place.alone ? `u-${stretch.start}` : undefined}
            href={toUnplaced({ ...place, sheet: stretch.sheet }, stretch)}
            data-at={stretch.sheet === place.sheet ? at : undefined}
          >
            {stretch.text}
          </a>{" "}
          <small>{stretch.where[language]}</small>
        </li>
      );
    })}
  </ul>
);
