import { isFinal, type Check, type CheckChange, type CheckResult, type CheckStatus } from './check.ts';
import type { Screening } from './screening.ts';
import { newScreenings, shownAfter, type StoredScreening } from './vendor-screenings.ts';
import type { VendorMessage, VendorResult, VendorScreening } from './vendor-result.ts';
import { isWorse, worstOf } from './worst-result.ts';

const ENDED: readonly CheckStatus[] = ['Canceled', 'Expired'];
const WITH_RESULT: readonly CheckStatus[] = ['Completed', 'Review Required'];

/** What a message does to a check: a change, or a reason why it changes nothing. */
export type VendorOutcome =
  { change: CheckChange; screenings: Screening[]; reason: string | null } | { change: null; reason: string };

/**
 * What a check must say once its vendor says this. A vendor that cannot be asked again may send its messages in any
 * order and several times, so the worst result wins whatever the order, and only a reviewer improves it.
 */
export function outcomeOfVendorMessage(
  message: VendorMessage,
  check: Check,
  stored: readonly StoredScreening[],
): VendorOutcome {
  if (ENDED.includes(check.status)) return ignored(`The check is ${check.status.toLowerCase()}; it stays so.`);
  const { result } = message;
  const screenings = newScreenings(result, { check, stored });
  const said = worstOf([nonClear(result.result), leftUndone(result), ...screenings.map(findingOf)]);
  const heard = worstOf([said, stillUndone(result, { check, shown: shownAfter(screenings, stored) })]);
  const isNewsItself = result.status === 'completed' ? said !== null : screenings.some(isNewFinding(stored));
  const isNews = isNewsItself || isWorse(heard, check.result);
  if (WITH_RESULT.includes(check.status) && !isNews && !isSameClear(result, check))
    return settledAlready(screenings.filter(isNewPart(stored)), { message, check });
  const worst = worstOf([check.result, heard, result.status === 'completed' ? result.result : null]);
  const status = statusAfter(result, check, worst);
  return {
    change: { ...changeTo(status, worst, { message, check }), ...inTurn(message.receivedAt, check) },
    screenings,
    reason: result.result === 'Clear' && worst !== 'Clear' ? CONTRADICTED : null,
  };
}

/** What every move of another vendor's check carries, so that the org refuses a second one made from the same reading. */
export function inTurn(now: number, check: Pick<Check, 'sourceReadAt' | 'vendorRevision'>): CheckChange {
  return { sourceReadAt: Math.max(now, (check.sourceReadAt ?? 0) + 1), vendorRevision: check.vendorRevision + 1 };
}

/** The check stays as it is; its parts are shown as they stand, so that an older word about them is known as such. */
function settledAlready(
  screenings: Screening[],
  { message, check }: { message: VendorMessage; check: Check },
): VendorOutcome {
  if (screenings.length === 0) return ignored(whyIgnored(message.result, check));
  return { change: inTurn(message.receivedAt, check), screenings, reason: DONE_LATE };
}

const DONE_LATE = 'The result is in already; only its parts are shown anew.';
const CONTRADICTED = 'Not everything the vendor sent for this check was clear, so a reviewer has to look.';

function ignored(reason: string): VendorOutcome {
  return { change: null, reason };
}

function nonClear(result: CheckResult | null): CheckResult | null {
  return result === 'Clear' ? null : result;
}

/** Completed although the message itself says that a part was not done: clear is only clear when all of it is. */
function leftUndone({ status, screenings }: VendorResult): CheckResult | null {
  return status === 'completed' && screenings.some(isUndone) ? 'Incomplete' : null;
}

/** The same where another message said so, before the result or after it. */
function stillUndone(
  { status }: VendorResult,
  { check, shown }: { check: Check; shown: readonly StoredScreening[] },
): CheckResult | null {
  const hasResult = status === 'completed' || WITH_RESULT.includes(check.status);
  return hasResult && shown.some(isUndone) ? 'Incomplete' : null;
}

function isUndone({ status }: StoredScreening | VendorScreening): boolean {
  return status !== 'Complete';
}

/** What a screening says against a pass: what was canceled was never searched, whatever else was. */
function findingOf({ status, result }: StoredScreening): CheckResult | null {
  return worstOf([nonClear(result), status === 'Canceled' ? 'Incomplete' : null]);
}

/** Something found that the check does not show of that screening yet. */
function isNewFinding(stored: readonly StoredScreening[]): (screening: Screening) => boolean {
  return (screening) => {
    const known = stored.find((each) => each.externalId === screening.externalId);
    return isWorse(findingOf(screening), known ? findingOf(known) : null);
  };
}

/** Said for the first time, or otherwise than the check shows it. */
function isNewPart(stored: readonly StoredScreening[]): (screening: Screening) => boolean {
  return ({ externalId, status, result }) => {
    const known = stored.find((each) => each.externalId === externalId);
    return known?.status !== status || known.result !== result;
  };
}

/** A pass told again, with better words or a new link. */
function isSameClear({ status, result }: VendorResult, check: Check): boolean {
  return status === 'completed' && result === 'Clear' && check.status === 'Completed' && check.result === 'Clear';
}

function whyIgnored({ status }: VendorResult, check: Check): string {
  if (status === 'in_progress') return 'The result is in already; a late status update changes nothing.';
  if (check.status === 'Review Required') return 'A worse result is in already; only a reviewer can clear the check.';
  return 'A reviewer has decided already.';
}

function statusAfter({ status }: VendorResult, check: Check, worst: CheckResult | null): CheckStatus {
  if (status === 'in_progress' && !WITH_RESULT.includes(check.status)) return 'In Progress';
  if (worst === 'Clear') return 'Completed';
  const isDecidedAgainst = check.status === 'Completed' && check.reviewDecision === 'Initiate Adverse Action';
  return isDecidedAgainst ? 'Completed' : 'Review Required';
}

function changeTo(
  status: CheckStatus,
  worst: CheckResult | null,
  { message, check }: { message: VendorMessage; check: Check },
): CheckChange {
  const { result, receivedAt } = message;
  const isComplete = result.status === 'completed';
  const isNewReview = status === 'Review Required' && check.status !== 'Review Required';
  return {
    ...(status === check.status ? {} : { status }),
    ...(isFinal(check.status) && !isFinal(status) ? { reopenReason: 'Revision' as const } : {}),
    ...(worst === check.result ? {} : { result: worst }),
    ...(result.reportUrl === null ? {} : { reportUrl: result.reportUrl }),
    ...(result.estimatedDays === null || isComplete ? {} : { estimatedDays: result.estimatedDays }),
    ...(isComplete ? { estimatedDays: null } : {}),
    ...(isComplete ? { completedAt: result.completedAt ?? new Date(receivedAt).toISOString() } : {}),
    ...(isComplete || isNewReview || result.summary ? { resultSummary: result.summary ?? summaryOf(status) } : {}),
  };
}

function summaryOf(status: CheckStatus): string {
  return status === 'Completed'
    ? 'The vendor says that everything is clear.'
    : 'A reviewer has to look. Open the report at the vendor to see why.';
}
