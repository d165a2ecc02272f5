import type { ReactNode } from "react";
import type { SightView } from "../../api/contract/desk-views.ts";
import type { Language } from "../../domain/result.ts";
import { shortPath } from "../parts/marks.tsx";
import { deskWords } from "../words/desk.ts";
import { type DeskPlace, printedId, toUnplaced, toValue, unplacedAt } from "./desk-address.ts";
import { type PlacedCell, placedRows } from "./grid-cells.ts";

type GridSight = Extract<SightView, { kind: "grid" }>;
type Stretch = PlacedCell["stretches"][number];

interface Part {
  readonly place: DeskPlace;
  readonly language: Language;
}

/** The cells of a sheet or of a document's tables, as they stand; the words of each value lead to it — 单元格视图. */
export function Grid({ sight, name, ...part }: Part & { readonly sight: GridSight; readonly name: string }): ReactNode {
  const firstOf = new Map<string, number>();
  for (const { path, start } of sight.blocks.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap(({ stretches }) => stretches)),
  ))
    if (path !== null && !firstOf.has(path)) firstOf.set(path, start);
  return (
    <div className="grid">
      {sight.blocks.map((block) => {
        const stretches = block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.stretches));
        const key = stretches[0]?.start ?? block.rows[0]?.name;
        if (!block.isTable)
          return (
            <p key={key}>
              <Stretches {...part} stretches={stretches} firstOf={firstOf} />
            </p>
          );
        return (
          <table key={key}>
            <caption className="hidden">{name}</caption>
            {block.letters.length === 0 ? null : <Letters letters={block.letters} language={part.language} />}
            <tbody>
              {placedRows(block.rows).map((row) => (
                <tr key={row.name}>
                  {block.letters.length === 0 ? null : <th scope="row">{row.name}</th>}
                  {row.cells.map(({ column, rows, columns, stretches: own }) => (
                    <td
                      key={column}
                      rowSpan={rows > 1 ? rows : undefined}
                      colSpan={columns > 1 ? columns : undefined}
                      data-letter={block.letters[column]}
                    >
                      <Stretches {...part} stretches={own} firstOf={firstOf} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </div>
  );
}

const Letters = ({
  letters,
  language,
}: {
  readonly letters: readonly string[];
  readonly language: Language;
}): ReactNode => (
  <thead>
    <tr>
      <td />
      {letters.map((letter) => (
        <th key={letter} scope="col">
          <span className="hidden">{deskWords[language].column} </span>
          {letter}
        </th>
      ))}
    </tr>
  </thead>
);

/** The words of a cell: those of a value lead to it, those of none can be given to one. */
function Stretches(
  props: Part & { readonly stretches: readonly Stretch[]; readonly firstOf: ReadonlyMap<string, number> },
): ReactNode {
  const { place, language } = props;
  return props.stretches.map(({ start, text, path, unplaced }) => {
    const at = unplaced ? unplacedAt({ start, end: start + text.length }) : path;
    if (at === null) return <span key={start}>{text}</span>;
    const lit = place.at === at ? " lit" : "";
    if (path === null)
      return (
        <a
          key={start}
          className={`unplaced${lit}`}
          href={toUnplaced(place, { start, end: start + text.length })}
          data-at={at}
          title={deskWords[language].unplaced}
        >
          {text}
        </a>
      );
    const isFirst = props.firstOf.get(path) === start;
    return (
      <a
        key={start}
        id={isFirst ? printedId(place, path) : undefined}
        className={`box${lit}`}
        href={toValue(place, path)}
        data-value={shortPath(path)}
        data-at={path}
      >
        {text}
      </a>
    );
  });
}
