import type { CheckOutcome } from "../domain/finding.ts";
import type { FieldPath } from "../domain/place.ts";
import type { Check, Outcome } from "./check.ts";
import type { OutcomeReason, RuleOutcome } from "./check-report.ts";

/** What a check did with its subjects, our own error included. */
type Looked = Outcome | { readonly kind: "our-error"; readonly reason: OutcomeReason["reason"] };

/** Counts the outcomes of one check — 审核结果计数. */
export class Tally {
  private readonly counts: Record<CheckOutcome, number> = {
    pass: 0,
    fail: 0,
    "not-applicable": 0,
    "insufficient-data": 0,
    "could-not-read": 0,
    "our-error": 0,
  };
  private readonly reasons = new Map<string, { -readonly [Key in keyof OutcomeReason]: OutcomeReason[Key] }>();

  add(outcome: Looked, path: FieldPath): void {
    this.counts[outcome.kind] += 1;
    if (outcome.kind === "pass" || outcome.kind === "fail") return;
    const key = `${outcome.kind} ${outcome.reason.zh}`;
    const known = this.reasons.get(key);
    if (known) known.count += 1;
    else this.reasons.set(key, { outcome: outcome.kind, reason: outcome.reason, count: 1, example: path });
  }

  of(check: Check): RuleOutcome {
    const subjects = Object.values(this.counts).reduce((sum, count) => sum + count, 0);
    return {
      rule: check.id,
      version: check.version,
      scope: check.scope,
      subjects,
      counts: this.counts,
      reasons: [...this.reasons.values()],
    };
  }
}
