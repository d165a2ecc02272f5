import type { ReactNode } from "react";
import type { BoxView, DeskGroupView, DeskValueView, SightView, UnplacedView } from "../../api/contract/desk-views.ts";
import type { Language } from "../../domain/result.ts";
import { shortPath } from "../parts/marks.tsx";
import { deskWords } from "../words/desk.ts";
import { type DeskPlace, printedId, toUnplaced, toValue, unplacedAt } from "./desk-address.ts";
import { deskFieldName } from "./field-name.ts";
import { outlineOf } from "./outline.ts";

type PageSight = Extract<SightView, { kind: "page" }>;

/** A page of the original with what the machine saw drawn on it; each outline leads to its value — 原件与读出的框. */
export function PagePicture(props: {
  readonly sight: PageSight;
  readonly name: string;
  readonly values: readonly DeskValueView[];
  readonly unplaced: readonly UnplacedView[];
  readonly place: DeskPlace;
  readonly language: Language;
}): ReactNode {
  const { sight, place, language } = props;
  const words = deskWords[language];
  return (
    <div className={sight.image === null ? "leaf bare" : "leaf"}>
      {sight.image === null ? null : (
        <img
          src={sight.image}
          width={Math.round(sight.width)}
          height={Math.round(sight.height)}
          alt={words.pictureOf(props.name)}
        />
      )}
      {/* Each outline has its twin in the list of values, which is where keyboards and screen readers go. */}
      <svg viewBox={`0 0 ${round(sight.width)} ${round(sight.height)}`} aria-hidden="true" focusable="false">
        <g className="read">
          {sight.words.map(({ text, box }) => (
            <PrintedWords key={`${box.left}-${box.top}-${text}`} text={text} box={box} />
          ))}
        </g>
        <g className="cells">
          {sight.cells.map((box) => (
            <Rect key={`${box.left}-${box.top}-${box.right}-${box.bottom}`} box={box} />
          ))}
        </g>
        {props.unplaced.map((stretch) => (
          <a
            key={stretch.start}
            className={place.at === unplacedAt(stretch) ? "unplaced lit" : "unplaced"}
            href={toUnplaced(place, stretch)}
            data-at={unplacedAt(stretch)}
            tabIndex={-1}
          >
            <title>{words.unplaced}</title>
            <path d={outlineOf(stretch.boxes)} />
          </a>
        ))}
        {withTwins(props.values).map(({ value, isTwin }) =>
          value.boxes.length === 0 ? null : (
            <a
              key={value.path}
              id={printedId(place, value.path)}
              className={classOf(value, place, isTwin)}
              href={toValue(place, value.path)}
              data-value={shortPath(value.path)}
              data-at={value.path}
              tabIndex={-1}
            >
              <title>{`${deskFieldName(value.field, language)} ${value.text}`}</title>
              <path d={outlineOf(value.boxes)} />
            </a>
          ),
        )}
      </svg>
    </div>
  );
}

/** Of several values in the same words (a merged cell) the first is outlined; the others light up when they are chosen. */
function withTwins(values: readonly DeskValueView[]) {
  const drawn = new Set<string>();
  return values.map((value) => {
    const [box] = value.boxes;
    const name = box ? `${box.left} ${box.top} ${box.right} ${box.bottom}` : "";
    const isTwin = drawn.has(name);
    drawn.add(name);
    return { value, isTwin };
  });
}

function classOf(value: DeskValueView, place: DeskPlace, isTwin: boolean): string {
  const doubt = value.state === "unfit" || value.notes.length > 0 || value.options.length > 0;
  const standing = value.state === "corrected" ? "corrected" : doubt ? "doubt" : "";
  const isLit = place.at === value.path;
  return ["box", value.kind, standing, isTwin ? "twin" : "", isLit ? "lit" : ""].filter(Boolean).join(" ");
}

const round = (n: number): number => Math.round(n * 100) / 100;

const Rect = ({ box: { left, top, right, bottom } }: { readonly box: BoxView }): ReactNode => (
  <rect x={round(left)} y={round(top)} width={round(right - left)} height={round(bottom - top)} />
);

/** Words where they stand, as wide as they stand there. */
const PrintedWords = ({ text, box }: { readonly text: string; readonly box: BoxView }): ReactNode => (
  <text
    x={round(box.left)}
    y={round(box.bottom - 0.2 * (box.bottom - box.top))}
    fontSize={round(Math.min(box.bottom - box.top, 24) * 0.85)}
    textLength={round(box.right - box.left)}
    lengthAdjust="spacingAndGlyphs"
  >
    {text}
  </text>
);

/** All values of a page, those of indicators too — 本页全部的值. */
export const allValues = (groups: readonly DeskGroupView[]): readonly DeskValueView[] =>
  groups.flatMap(({ values, indicators }) => [...values, ...indicators.flatMap((one) => one.values)]);
