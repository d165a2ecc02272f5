import { page } from "../page.ts";
import { aboutWords } from "../words/about.ts";

/** What this site is, how the data comes about, the words of the field — 说明. */
export const aboutPage = page<true>({
  path: "/about",
  section: "about",
  load: () => true,
  title: ({ language }) => aboutWords[language].title,
  View({ language }) {
    const words = aboutWords[language];
    return (
      <article className="text">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <h2>{words.method}</h2>
        <ol>
          {words.methods.map((method) => (
            <li key={method}>{method}</li>
          ))}
        </ol>
        <h2>{words.limits}</h2>
        <ul>
          {words.limitList.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
        <h2>{words.access}</h2>
        <p>{words.accessText}</p>
        <h2 id="glossary">{words.glossary}</h2>
        <dl className="glossary">
          {words.terms.map(([term, meaning]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </article>
    );
  },
});
