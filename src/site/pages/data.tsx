import { page } from "../page.ts";
import { dataWords } from "../words/data.ts";
import { valueWords } from "../words/value.ts";

const samples = [
  ["curl", "curl -G --data-urlencode 'q=满意度' -d year=2025 'http://127.0.0.1:8080/projects.csv' -o projects.csv"],
  [
    "R",
    "d <- read.csv('http://127.0.0.1:8080/projects.csv?year=2025', fileEncoding = 'UTF-8-BOM', colClasses = 'character')",
  ],
  ["Python", "d = pandas.read_csv('http://127.0.0.1:8080/projects.csv?year=2025', dtype=str)"],
] as const;

/** Data, downloads and the API — 数据与接口. */
export const dataPage = page<true>({
  path: "/data",
  section: "data",
  load: () => true,
  title: ({ language }) => dataWords[language].title,
  View({ language, facts }) {
    const words = dataWords[language];
    return (
      <article className="text">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <h2>{words.downloads}</h2>
        <ul>
          <li>
            {words.downloadAll}{" "}
            <a href="/projects.csv" download="projects.csv">
              {words.csv}
            </a>
          </li>
          <li>
            {words.downloadJson}{" "}
            <a href="/projects.json" download="projects.json">
              {words.json}
            </a>
          </li>
        </ul>
        <p>{words.view}</p>
        <h3>{words.columns}</h3>
        <p>{words.columnsLead}</p>
        <ol className="columns">
          {facts.csvColumns.map((column) => (
            <li key={column}>{column}</li>
          ))}
        </ol>
        <h2>{words.api}</h2>
        <p>
          {words.apiLead} <a href="/openapi.json">{words.description} /openapi.json</a>
        </p>
        <table className="rows">
          <caption className="hidden">{words.api}</caption>
          <thead>
            <tr>
              <th scope="col">{words.route}</th>
              <th scope="col">{words.what}</th>
            </tr>
          </thead>
          <tbody>
            {facts.routes.map(({ method, path, summary }) => (
              <tr key={method + path}>
                <th scope="row">
                  <code>
                    {method === "GET" ? "" : `${method} `}
                    {path}
                  </code>
                </th>
                <td>{summary[language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <h3>{words.samples}</h3>
        <p>{words.samplesLead}</p>
        <dl className="samples">
          {samples.map(([program, text]) => (
            <div key={program}>
              <dt>{program}</dt>
              <dd>
                <code>{text}</code>
              </dd>
            </div>
          ))}
        </dl>
        <h2>{words.conventions}</h2>
        <ul>
          {words.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        <h2>{words.problems}</h2>
        <p>{words.problemsLead}</p>
        <ul>
          {facts.problems.map(({ code, status, title, hint }) => (
            <li key={code} id={`problem-${code}`}>
              <code>
                {status} {code}
              </code>{" "}
              {title[language]}
              {valueWords[language].colon}
              {hint[language]}
            </li>
          ))}
        </ul>
      </article>
    );
  },
});
