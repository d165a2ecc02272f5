import { readFileSync } from "node:fs";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { DeskView } from "../../api/contract/desk-views.ts";
import type { Language } from "../../domain/result.ts";
import { percent, wholeNumber } from "../parts/amount.tsx";
import { deskWords } from "../words/desk.ts";
import { documentWords } from "../words/document.ts";
import { pictureWords } from "../words/picture.ts";
import type { DeskPlace } from "./desk-address.ts";
import { Sight } from "./original.tsx";
import { Doubts } from "./panels.tsx";
import { Unplaced, Values } from "./values.tsx";

/** A reading drawn as one file that needs nothing else — 读取图: head, a piece for each page, end. */
interface PictureFile {
  /** Its beginning: what was read, and what is in doubt. Any of the desk's views will do. */
  readonly begin: (desk: DeskView) => string;
  readonly sheet: (desk: DeskView) => string;
  readonly end: string;
}

/** The file in one language; the styles and the script of the site stand in it. */
export function pictureFile(language: Language): PictureFile {
  const words = deskWords[language];
  const styles = ["style.css", "desk.css"].map(own).join("\n");
  return {
    begin: (desk) => {
      const title = pictureWords[language].title(desk.row.fileName);
      const head = renderToStaticMarkup(
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{title}</title>
        </head>,
      ).replace("</head>", `<style>${styles}</style></head>`);
      const lang = language === "zh" ? "zh-CN" : "en";
      return `<!doctype html><html lang="${lang}">${head}<body><main class="wrap desk">${renderToStaticMarkup(
        <Summary desk={desk} title={title} language={language} />,
      )}`;
    },
    sheet: (desk) => renderToStaticMarkup(<Sheet desk={desk} language={language} label={words.original} />),
    end: `</main><script>${own("desk.js")}</script></body></html>\n`,
  };
}

const own = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

function Summary(props: { readonly desk: DeskView; readonly title: string; readonly language: Language }): ReactNode {
  const { desk, language } = props;
  const { row } = desk;
  const words = pictureWords[language];
  const place: DeskPlace = { page: "", sheet: 1, alone: true };
  return (
    <>
      <header className="head">
        <h1>{props.title}</h1>
        <p className="meta">
          <span>
            {documentWords[language].hash} <code>{row.sha256}</code>
          </span>
        </p>
        <p>
          {words.counts(wholeNumber(row.projects), wholeNumber(row.indicators))}{" "}
          {words.placed(percent(row.characters - row.unplacedCharacters, row.characters))}
        </p>
        <p className="aside">{words.lead}</p>
      </header>
      {desk.sheets.length === 1 ? null : (
        <nav aria-label={deskWords[language].sheets}>
          <p className="meta">
            {desk.sheets.map((sheet, n) => (
              <a key={sheet.name.zh} href={`#sheet-${n + 1}`}>
                {sheet.name[language]}
                {sheet.doubts === 0 ? "" : ` (${sheet.doubts})`}
              </a>
            ))}
          </p>
        </nav>
      )}
      <section>
        <h2>
          {deskWords[language].doubts} <span className="n">{desk.doubtCount}</span>
        </h2>
        <Doubts desk={desk} place={place} language={language} />
      </section>
    </>
  );
}

function Sheet(props: {
  readonly desk: DeskView;
  readonly language: Language;
  readonly label: (name: string) => string;
}): ReactNode {
  const { desk, language } = props;
  const name = desk.sheets[desk.sheet - 1]!.name[language]; // the one that is shown is among them
  const place: DeskPlace = { page: "", sheet: desk.sheet, alone: true };
  const part = { place, language };
  return (
    <section id={`sheet-${desk.sheet}`}>
      <h2>{name}</h2>
      <div className="two-panes">
        <section className="original" aria-label={props.label(name)}>
          <div className={desk.sight.kind === "page" ? "board" : "board text"}>
            <Sight {...part} desk={desk} name={name} />
          </div>
        </section>
        <div className="pane">
          <Unplaced {...part} here={desk.unplaced} elsewhere={[]} mayCorrect={false} />
          <Values {...part} groups={desk.groups} />
        </div>
      </div>
    </section>
  );
}
