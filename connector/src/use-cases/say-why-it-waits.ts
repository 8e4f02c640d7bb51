import type { Check } from '../domain/check.ts';
import { waitingHelpFor } from '../domain/error-help.ts';
import { isFailure, type Failure } from '../domain/failure.ts';
import type { ActionDeps } from './action-deps.ts';
import { tellAdmins } from './tell-admins.ts';

/**
 * While Checkr takes no call of ours, what was asked for waits: the record says why, and the admins are told once a day.
 * The status stays as it is: an Error would be resumed, and ordered a second time. Where this cannot be written it is
 * left for the next try.
 */
export async function sayWhyItWaits(
  { records, now }: Pick<ActionDeps, 'records' | 'now'>,
  check: Check,
  refusal: Failure,
): Promise<void> {
  const errorHelp = waitingHelpFor(refusal);
  if (check.errorHelp === errorHelp) return;
  try {
    await tellAdmins(records, {
      ...{ type: 'checkr.refuses', about: 'checkr-refuses', at: now() },
      reason: `Checkr refuses what the connector asks of it (${refusal.code}). Requests and decisions wait, and go on by themselves once that is mended. Have the operator of the connector run its doctor.`,
    });
    await records.write(check.id, { errorHelp });
  } catch (error) {
    if (!isFailure(error)) throw error;
  }
}
