import { type Amount, type Funding, type FundingColumn, noFunding } from "../../../domain/funding.ts";
import type { FieldPath } from "../../../domain/place.ts";
import { fundingParts } from "../columns.ts";
import type { Filing } from "./filing.ts";
import { fileAmount } from "./form-amount.ts";
import type { FieldDraft } from "./form-draft.ts";
import { bareLabel, isMoneyField, type MoneyField } from "./form-words.ts";

/** Files the labelled amounts of a year or of the whole period — 资金归档. Parts that are printed apart stay particulars. */
export function fileFunding(filing: Filing, period: "annual" | "cycle", path: FieldPath): Funding | undefined {
  const { record, draft } = filing;
  const fields = draft.fields.filter((one) => isMoneyField(one.field) && periodOf(filing, one) === period);
  if (fields.length === 0) return undefined;
  const has = (field: MoneyField): boolean => fields.some((one) => one.field === field && one.texts.length > 0);
  const amounts: Partial<Record<FundingColumn, Amount>> = {};
  for (const field of fields) {
    const column = columnOf(field.field as MoneyField, has); // only fields of money are here
    if (!column || amounts[column] !== undefined || field.texts.length === 0) continue;
    filing.taken.add(field);
    amounts[column] = fileAmount(record, field.texts.flat(), `${path}/${column}`, field.amountUnit ?? filing.unit);
  }
  return Object.keys(amounts).length > 0 ? { ...noFunding, ...amounts } : undefined;
}

const ofProject = /^项目(?:资金)?总额$/u;
const ofYear = /^(?:年度|当年|本年)/u;

/** 项目总额 is the whole period's where a total of the year stands beside it. */
function periodOf({ draft }: Filing, { field, label, period }: FieldDraft): "annual" | "cycle" {
  if (field !== "total" || !ofProject.test(bareLabel(label))) return period;
  const isOfYear = (one: FieldDraft): boolean =>
    one.field === "total" && one.texts.length > 0 && ofYear.test(bareLabel(one.label));
  return draft.fields.some(isOfYear) ? "cycle" : period;
}

/** The official column of a labelled amount; a source printed apart takes its column where it is the only one of it. */
function columnOf(field: MoneyField, has: (field: MoneyField) => boolean): FundingColumn | undefined {
  if (field === "cycleTotal") return "total";
  const whole = fundingParts.find(([part]) => part === field)?.[1];
  if (whole === undefined) return field as FundingColumn; // parts and the total of the period are dealt with
  const siblings = fundingParts.filter(([part, of]) => of === whole && has(part));
  return siblings.length === 1 && !has(whole) ? whole : undefined;
}
