import type { ReactNode } from "react";
import type { DeskView } from "../../api/contract/desk-views.ts";
import type { Language } from "../../domain/result.ts";
import { marksOf, SourceText } from "../parts/marks.tsx";
import { deskWords } from "../words/desk.ts";
import { type DeskPlace, deskHref, idEnding, toUnplaced, toValue } from "./desk-address.ts";
import { Grid } from "./grid.tsx";
import { allValues, PagePicture } from "./picture.tsx";

interface Part {
  readonly desk: DeskView;
  readonly place: DeskPlace;
  readonly language: Language;
}

/** One page of the original, with the way to the others, its size and what is drawn on it — 原件栏. */
export function Original(part: Part): ReactNode {
  const { desk, language } = part;
  const words = deskWords[language];
  const name = desk.sheets[desk.sheet - 1]!.name[language]; // the one that is shown is among them
  const isPage = desk.sight.kind === "page";
  return (
    <section className="original" aria-label={words.original(name)}>
      <SheetTurner {...part} name={name} />
      {desk.sight.kind === "page" ? <Tools hasPicture={desk.sight.image !== null} language={language} /> : null}
      {desk.sight.kind === "page" && desk.sight.image === null ? <p className="aside">{words.noPicture}</p> : null}
      {desk.sight.kind === "page" && desk.sight.scanned ? <p className="aside">{words.scanned}</p> : null}
      <section className={isPage ? "board" : "board text"} aria-label={name}>
        <Sight {...part} name={name} />
      </section>
    </section>
  );
}

/** The page, sheet, part or text itself — 原件视图. */
export function Sight({ desk, place, language, name }: Part & { readonly name: string }): ReactNode {
  const { sight } = desk;
  const own = { place, language };
  switch (sight.kind) {
    case "page":
      return (
        <PagePicture {...own} sight={sight} name={name} values={allValues(desk.groups)} unplaced={desk.unplaced} />
      );
    case "grid":
      return <Grid {...own} sight={sight} name={name} />;
    case "text":
      return (
        <SourceText
          excerpt={sight.excerpt}
          marks={marksOf(sight.excerpt, idEnding(place))}
          language={language}
          hrefOf={(path) => toValue(place, path)}
          hrefOfAside={(stretch) => toUnplaced(place, stretch)}
          asides={desk.unplaced.map(({ start, end }) => ({ start, end, kind: "unplaced" }))}
        />
      );
  }
}

/** Turns pages without a script: before, after, and by number — 翻页. */
function SheetTurner({ desk, place, language, name }: Part & { readonly name: string }): ReactNode {
  const words = deskWords[language];
  const { sheet, sheets } = desk;
  const to = (n: number): string =>
    deskHref({ page: place.page, sheet: n, ...(place.show ? { show: place.show } : {}) });
  return (
    <nav className="turner" aria-label={words.sheets}>
      {sheet > 1 ? (
        <a href={to(sheet - 1)} rel="prev">
          {words.previous}
        </a>
      ) : (
        <span className="none">{words.previous}</span>
      )}
      <form action={place.page} method="get">
        <b>{name}</b>
        {sheets.length === 1 ? null : (
          <>
            <label>
              <span className="hidden">{words.goTo}</span>
              <input type="number" name="sheet" min={1} max={sheets.length} defaultValue={sheet} />
            </label>
            <span> / {sheets.length}</span>
            <button type="submit" className="second">
              {words.go}
            </button>
          </>
        )}
      </form>
      {sheet < sheets.length ? (
        <a href={to(sheet + 1)} rel="next">
          {words.next}
        </a>
      ) : (
        <span className="none">{words.next}</span>
      )}
    </nav>
  );
}

/** How large, and what is drawn: by the style sheet alone — 放大与图层. */
function Tools({ hasPicture, language }: { readonly hasPicture: boolean; readonly language: Language }): ReactNode {
  const words = deskWords[language];
  return (
    <div className="tools">
      <fieldset>
        <legend>{words.zoom}</legend>
        {[100, 150, 200, 300].map((percent) => (
          <label key={percent}>
            <input type="radio" name="zoom" id={`zoom-${percent}`} defaultChecked={percent === 100} />
            {percent === 100 ? words.zoomFit : `${percent}%`}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{words.layers}</legend>
        <label>
          <input type="checkbox" id="layer-cells" defaultChecked /> {words.layerCells}
        </label>
        {hasPicture ? (
          <label>
            <input type="checkbox" id="layer-words" /> {words.layerWords}
          </label>
        ) : null}
      </fieldset>
    </div>
  );
}
