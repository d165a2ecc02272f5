import type { Check } from "../check.ts";
import { noOutput } from "./c01-no-output.ts";
import { noBenefit } from "./c02-no-benefit.ts";
import { noSatisfaction } from "./c03-no-satisfaction.ts";
import { noCost } from "./c04-no-cost.ts";
import { quantityOrQualityMissing } from "./c05-quantity-or-quality-missing.ts";
import { fewIndicators } from "./c06-few-indicators.ts";
import { mostlyInWords } from "./c07-mostly-in-words.ts";
import { noGoal } from "./c08-no-goal.ts";
import { valueMissing } from "./c09-value-missing.ts";
import { onlyDisbursement } from "./c10-only-disbursement.ts";
import { satisfactionOfWhom } from "./c11-satisfaction-of-whom.ts";
import { withheldContent } from "./d01-withheld-content.ts";
import { rowTotal } from "./m01-row-total.ts";
import { unitSubtotal } from "./m02-unit-subtotal.ts";
import { tableTotal } from "./m03-table-total.ts";
import { oddAmount } from "./m04-odd-amount.ts";
import { indicatorMoney } from "./m05-indicator-money.ts";
import { bigMoneyThinIndicators } from "./m06-big-money-thin-indicators.ts";
import { headerDamaged } from "./s01-header-damaged.ts";
import { cutByPageBreak } from "./s02-cut-by-page-break.ts";
import { cellTruncated } from "./s03-cell-truncated.ts";
import { columnsShifted } from "./s04-columns-shifted.ts";
import { numberingBreak } from "./s05-numbering-break.ts";
import { separatorInsideValue } from "./s06-separator-inside-value.ts";
import { lookalikeCharacters } from "./s07-lookalike-characters.ts";
import { codeAndName } from "./t01-code-and-name.ts";
import { level2UnderLevel1 } from "./t02-level2-under-level1.ts";
import { level2InLevel1Place } from "./t03-level2-in-level1-place.ts";
import { schemeOfTheYear } from "./t04-scheme-of-the-year.ts";
import { satisfactionElsewhere } from "./t05-satisfaction-elsewhere.ts";
import { ratioAsQuantity } from "./t06-ratio-as-quantity.ts";
import { timelinessElsewhere } from "./t07-timeliness-elsewhere.ts";
import { costElsewhere } from "./t08-cost-elsewhere.ts";
import { ecologyWithoutEcology } from "./t09-ecology-without-ecology.ts";
import { activityAsBenefit } from "./t10-activity-as-benefit.ts";
import { paymentAsBenefit } from "./t11-payment-as-benefit.ts";
import { libraryCode } from "./t12-library-code.ts";

/** Every check, in the order of the catalogue — 全部审核规则. Nothing registers itself: what is not here does not run. */
export const checks: readonly Check[] = [
  headerDamaged,
  cutByPageBreak,
  cellTruncated,
  columnsShifted,
  numberingBreak,
  separatorInsideValue,
  lookalikeCharacters,
  rowTotal,
  unitSubtotal,
  tableTotal,
  oddAmount,
  indicatorMoney,
  bigMoneyThinIndicators,
  codeAndName,
  level2UnderLevel1,
  level2InLevel1Place,
  schemeOfTheYear,
  satisfactionElsewhere,
  ratioAsQuantity,
  timelinessElsewhere,
  costElsewhere,
  ecologyWithoutEcology,
  activityAsBenefit,
  paymentAsBenefit,
  libraryCode,
  noOutput,
  noBenefit,
  noSatisfaction,
  noCost,
  quantityOrQualityMissing,
  fewIndicators,
  mostlyInWords,
  noGoal,
  valueMissing,
  onlyDisbursement,
  satisfactionOfWhom,
  withheldContent,
];
