import { connectionKey } from '../domain/connection.ts';
import { Failure, isFailure, type FailureKind } from '../domain/failure.ts';
import { isLostWithJob, type VendorEvent } from '../domain/vendor-event.ts';
import { applyEvent, type AppliedOutcome, type ApplyEventDeps } from './apply-event.ts';
import { note } from './note-event.ts';

const TRIED_AGAIN: readonly FailureKind[] = ['unavailable', 'unauthorized', 'busy'];
/** What the audit has no room for either waits so long in the queue. */
const KEPT_AGAIN_MS = 10 * 60 * 1000;

/**
 * Applies an event and never loses it: whatever stands in the way may be mended, so it is tried again, and what the last
 * try cannot apply is kept in the audit, from where `match-parked.ts` takes it up every hour.
 * @throws Failure of a kind that is tried again
 */
export async function applyOrKeep(
  deps: ApplyEventDeps,
  event: VendorEvent,
  { isLast }: { isLast: boolean },
): Promise<AppliedOutcome | 'kept'> {
  try {
    return await applyEvent(deps, event);
  } catch (error) {
    if (!isLostWithJob(event) || isFailure(error, 'rate-limited')) throw error;
    if (!isLast) throw triedAgain(error);
    await keep(deps, event, error);
    return 'kept';
  }
}

/** Another try may meet a mended rule, a right given back, an object Checkr's copies know of by then. */
function triedAgain(error: unknown): unknown {
  if (!isFailure(error) || TRIED_AGAIN.includes(error.kind)) return error;
  return new Failure('unavailable', error.code, { fields: [...error.fields], cause: error });
}

/** Ids and our own words only: what was refused may hold personal data. */
async function keep(deps: ApplyEventDeps, event: VendorEvent, error: unknown): Promise<void> {
  const code = isFailure(error) ? error.code : 'unexpected';
  const fields = isFailure(error) && error.fields.length > 0 ? `: ${error.fields.join(', ')}` : '';
  const reason = `It could not be applied (${code}${fields}). It is tried again every hour for seven days.`;
  try {
    await note(deps, event, { outcome: 'Failed', reason, checkId: await findCheckId(deps, event) });
  } catch (cause) {
    throw new Failure('unavailable', 'event-not-kept-yet', { retryAfterMs: KEPT_AGAIN_MS, cause });
  }
}

/** So that the row shows on the check, where the event itself names it. */
async function findCheckId({ records, connection }: ApplyEventDeps, event: VendorEvent): Promise<string | null> {
  if (event.objectType !== 'report') return null;
  const [check] = await records.listByReportOrCandidate(event.objectId, null);
  return check?.connectionKey === connectionKey(connection) ? check.id : null;
}
