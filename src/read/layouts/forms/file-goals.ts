import { lineEndInCell } from "../../document-writer.ts";
import { textOf } from "../../record/wrapped-text.ts";
import { type Filing, fieldsOf } from "./filing.ts";
import type { FieldDraft } from "./form-draft.ts";

/** What a form says of its goals — 目标栏目. */
export interface Goals {
  readonly goal: string;
  readonly cycleGoal: string | undefined;
  readonly goalResult: string | undefined;
}

/** Files the goals: 总体目标 is the year's where no annual goal stands beside it, else the whole period's — 目标归档. */
export function fileGoals(filing: Filing): Goals {
  const whole = fieldsOf(filing, "wholeGoal");
  const annual = fieldsOf(filing, "goal");
  const cycle = fieldsOf(filing, "cycleGoal");
  const ofYear = annual.length > 0 ? annual : whole;
  const ofCycle = [...cycle, ...(annual.length > 0 ? whole : [])];
  return {
    goal: fileText(filing, ofYear, "goal") ?? "",
    cycleGoal: fileText(filing, ofCycle, "form/cycleGoal"),
    goalResult: fileText(filing, fieldsOf(filing, "goalResult"), "form/goalResult"),
  };
}

/** Files the texts of fields as one value, each on a line of its own. */
function fileText(filing: Filing, fields: readonly FieldDraft[], at: string): string | undefined {
  const { record, path, wrapping } = filing;
  if (fields.length === 0) return undefined;
  for (const field of fields) filing.taken.add(field);
  record.place(
    `${path}/${at}`,
    fields.flatMap(({ texts }) => texts.flat()),
  );
  return fields.flatMap(({ texts }) => texts.map((spans) => textOf(record.text, spans, wrapping))).join(lineEndInCell);
}
