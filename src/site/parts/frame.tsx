import type { ReactNode } from "react";
import type { Language } from "../../domain/result.ts";
import type { Section, Shown } from "../page.ts";
import { frameWords } from "../words/frame.ts";

/** Addresses of the files that pages name: the first three on every page. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  readonly icon: string;
  readonly extras: Readonly<Record<NonNullable<Shown["extra"]>, { readonly style: string; readonly script: string }>>;
}

/** The whole document around a page — 页面框架. */
export function Frame(props: {
  readonly shown: Shown;
  readonly language: Language;
  readonly assets: Assets;
  readonly otherLanguage: string;
}): ReactNode {
  const { shown, language, assets } = props;
  const words = frameWords[language];
  const extra = shown.extra && assets.extras[shown.extra];
  const title = shown.title === words.brand ? `${words.brand} · ${words.motto}` : `${shown.title} · ${words.brand}`;
  return (
    <html lang={language === "zh" ? "zh-CN" : "en"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        {shown.description ? <meta name="description" content={shown.description} /> : null}
        <meta property="og:title" content={shown.title} />
        {shown.description ? <meta property="og:description" content={shown.description} /> : null}
        {shown.refresh === undefined ? null : (
          <noscript>
            <meta httpEquiv="refresh" content={String(shown.refresh)} />
          </noscript>
        )}
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={assets.style} />
        {extra ? <link rel="stylesheet" href={extra.style} /> : null}
        <script src={assets.script} defer />
        {extra ? <script src={extra.script} defer /> : null}
      </head>
      <body>
        <a className="skip" href="#main">
          {words.skip}
        </a>
        <header className="top">
          <div className="wrap">
            <a className="brand" href="/">
              <Mark />
              <span>
                <b>{words.brand}</b>
                <small>{words.motto}</small>
              </span>
            </a>
            <nav className="menu" aria-label={words.menu}>
              <Menu section={shown.section} language={language} />
            </nav>
            {shown.searched === undefined ? null : (
              <form className="find" action="/search" method="get">
                <input
                  type="search"
                  name="q"
                  defaultValue={shown.searched}
                  aria-label={words.searchLabel}
                  placeholder={words.searchLabel}
                />
                <button type="submit">{words.search}</button>
              </form>
            )}
            <a
              className="lang"
              href={props.otherLanguage}
              lang={words.otherLanguageCode}
              hrefLang={words.otherLanguageCode}
            >
              {words.otherLanguage}
            </a>
          </div>
        </header>
        <main id="main" className="wrap" tabIndex={-1}>
          {shown.body}
        </main>
        <footer className="foot">
          <div className="wrap">
            <p>{words.footer}</p>
            <p>{words.footerHow}</p>
            <p>
              <a href="/about">{words.about}</a>
              <a href="/about#glossary">{words.glossary}</a>
              <a href="/rules">{words.rules}</a>
              <a href="/data">{words.data}</a>
              <a href="/openapi.json">{words.api}</a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}

const sections = ["projects", "departments", "documents", "rules", "data", "about"] as const;

function Menu({ section, language }: { readonly section: Section; readonly language: Language }): ReactNode {
  const words = frameWords[language];
  return (
    <ul>
      {sections.map((name) => (
        <li key={name}>
          <a href={`/${name}`} aria-current={name === section ? "page" : undefined}>
            {words[name]}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The sign of the house: a beam in balance. */
function Mark(): ReactNode {
  return (
    <svg className="sign" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <rect className="sign-ground" width="32" height="32" rx="6" />
      <path className="sign-lines" d="M16 7v18M10 25h12M7 11h18M7 11l-3 8h6zM25 11l-3 8h6z" />
    </svg>
  );
}

/** Where this page stands — 面包屑. */
export function Trail(props: {
  readonly language: Language;
  readonly steps: readonly { readonly href: string; readonly name: string }[];
}): ReactNode {
  const words = frameWords[props.language];
  return (
    <nav className="trail" aria-label={words.breadcrumb}>
      <ol>
        <li>
          <a href="/">{words.home}</a>
        </li>
        {props.steps.map((step) => (
          <li key={step.href + step.name}>
            <a href={step.href}>{step.name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
