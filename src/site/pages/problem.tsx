import type { ProblemView } from "../../api/contract/problem-view.ts";
import type { Language } from "../../domain/result.ts";
import type { Shown } from "../page.ts";
import { problemWords } from "../words/problem.ts";

/** The page of a “no”: what, why, what to do now — 问题页. */
export function problemShown(problem: ProblemView, language: Language): Shown {
  const words = problemWords[language];
  return {
    title: problem.title,
    section: "none",
    searched: "",
    status: problem.status,
    body: (
      <div className="problem">
        <p className="code">{problem.status}</p>
        <h1>{problem.title}</h1>
        <p className="lead">{problem.hint}</p>
        {problem.errors ? (
          <>
            <h2>{words.errors}</h2>
            <ul>
              {problem.errors.map((error) => (
                <li key={error.pointer}>{error.message}</li>
              ))}
            </ul>
          </>
        ) : null}
        <p className="buttons">
          <a className="button" href="/">
            {words.home}
          </a>
          <a href="/search">{words.search}</a>
        </p>
        <p className="aside">
          {words.requestId} <code>{problem.requestId}</code>
        </p>
      </div>
    ),
  };
}
