import { page } from "../page.ts";
import { dataWords } from "../words/data.ts";

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
        <h2>{words.conventions}</h2>
        <ul>
          {words.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </article>
    );
  },
});
