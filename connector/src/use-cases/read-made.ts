import type { Check, CheckChange } from '../domain/check.ts';
import { Failure, isFailure } from '../domain/failure.ts';
import { changeFromOrdered } from '../domain/invitation-outcome.ts';
import { isOlderThanShown } from '../domain/report-acceptance.ts';
import type { Invitation, Report } from '../domain/report.ts';
import { changeFromReport } from '../domain/report-outcome.ts';
import type { ActionDeps } from './action-deps.ts';
import type { EarlierOrder } from './find-earlier-order.ts';

/**
 * Reads what a POST made: its answer may be that of an earlier try, as old as that, and must not pass for what is true
 * now. What was made a moment ago and is not found yet is no refusal.
 */
export async function readMade<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw isFailure(error, 'not-found') ? new Failure('unavailable', 'checkr-read-lags', { cause: error }) : error;
  }
}

type ReadDeps = Pick<ActionDeps, 'checkr' | 'connection'>;

/** Reads the report of a check, but no copy from before what the check shows. */
export async function readUpToDate({ checkr }: Pick<ActionDeps, 'checkr'>, check: Check, id: string): Promise<Report> {
  const report = await checkr.getReport(id);
  if (isOlderThanShown(report, check)) throw new Failure('unavailable', 'checkr-read-lags');
  return report;
}

/** What a check must say of a report of its own, read now. */
export async function changeOfReport({ checkr, connection }: ReadDeps, check: Check, id: string): Promise<CheckChange> {
  const report = await readMade(() => checkr.getReport(id));
  return { ...changeFromReport(report, check, connection), reportUrl: checkr.reportUrl(id) };
}

/** What a check must say of an invitation made for it, or of the report it has led to. */
export async function changeOfOrdered(deps: ReadDeps, check: Check, invitation: Invitation): Promise<CheckChange> {
  const change = changeFromOrdered(invitation);
  if (!invitation.reportId) return change;
  return { ...change, ...(await changeOfReport(deps, check, invitation.reportId)), invitationUrl: null };
}

/** What a check must say of what an earlier operation ordered for it. */
export function changeOfEarlier(deps: ReadDeps, check: Check, earlier: EarlierOrder): Promise<CheckChange> {
  return 'invitation' in earlier
    ? changeOfOrdered(deps, check, earlier.invitation)
    : changeOfReport(deps, check, earlier.reportId);
}
