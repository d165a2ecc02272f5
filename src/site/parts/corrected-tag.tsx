import type { ReactNode } from "react";
import type { ProjectView } from "../../api/contract/project-views.ts";
import type { Language } from "../../domain/result.ts";
import { reportWords } from "../words/report.ts";

/** Says that a value is a person's and not the machine's, with the way to what was read — 已更正. */
export function CorrectedTag(props: {
  readonly project: ProjectView;
  readonly path: string;
  readonly language: Language;
}): ReactNode {
  if (!props.project.corrections.some(({ path }) => path === props.path)) return null;
  return (
    <a className="tag" href="#corrections">
      {reportWords[props.language].correctedTag}
    </a>
  );
}
