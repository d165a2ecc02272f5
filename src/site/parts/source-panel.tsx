import type { ReactNode } from "react";
import type { ExcerptView } from "../../api/contract/reading-views.ts";
import type { Language } from "../../domain/result.ts";
import { sourceWords } from "../words/source.ts";
import { type Aside, type Marks, SourceText } from "./marks.tsx";

/** The source beside what was read from it, with its fingerprint — 原文栏. */
export function SourcePanel(props: {
  readonly title: string;
  readonly lead: string;
  /** The way to more of it. */
  readonly link: { readonly href: string; readonly words: string };
  readonly excerpt: ExcerptView;
  readonly marks: Marks;
  readonly language: Language;
  readonly hrefOf: (path: string) => string | undefined;
  readonly asides: readonly Aside[];
}): ReactNode {
  const { title, excerpt, language } = props;
  const { sha256 } = excerpt.document;
  return (
    <aside className="source" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <p>
          <a href={props.link.href}>{props.link.words}</a>
          <span className="hash" title={sha256}>
            {sourceWords[language].hash} {sha256.slice(0, 12)}
          </span>
        </p>
        <p className="aside">{props.lead}</p>
      </header>
      <section className="paper" aria-label={title}>
        <SourceText
          excerpt={excerpt}
          marks={props.marks}
          language={language}
          hrefOf={props.hrefOf}
          asides={props.asides}
        />
      </section>
    </aside>
  );
}
