import type { CheckResult } from './check.ts';

/** From the best to the worst; the validation rule Worst_Result_Stands counts the same way. */
const SEVERITIES: Record<CheckResult, number> = { Clear: 0, Incomplete: 1, Consider: 2, Adverse: 3 };

/** The worst of some results; null when there is none. */
export function worstOf(results: readonly (CheckResult | null)[]): CheckResult | null {
  return results.reduce((worst, each) => (isWorse(each, worst) ? each : worst), null);
}

/** Whether a result says more against a pass than the other. No result says nothing. */
export function isWorse(result: CheckResult | null, than: CheckResult | null): boolean {
  if (result === null) return false;
  return than === null || SEVERITIES[result] > SEVERITIES[than];
}
