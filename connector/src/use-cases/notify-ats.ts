import type { AtsAccount } from '../domain/ats-account.ts';
import { atsOutcome, GIVE_UP_AFTER_MS, nextAttemptAt, wordToTell, type AtsCallback } from '../domain/ats-callback.ts';
import type { AtsCallbacks, CallbackOutcome, CallbackSender } from '../domain/ats-ports.ts';
import type { CheckChange } from '../domain/check.ts';
import type { CheckEvent } from '../domain/check-event.ts';
import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import { isFailure } from '../domain/failure.ts';
import type { CheckRecords, RecordLock } from '../domain/ports.ts';

export interface NotifyAtsDeps {
  connection: ConnectionProfile;
  accounts: readonly AtsAccount[];
  callbacks: AtsCallbacks;
  records: Pick<CheckRecords, 'write' | 'note'>;
  sender: CallbackSender;
  lock: RecordLock;
  firstGapMs: number;
  /** Unix milliseconds. */
  now(): number;
}

/** What became of a callback; for the log. */
export type CallbackEnd =
  'delivered' | 'not-taken' | 'given-up' | 'not-needed' | 'nothing-to-do' | 'not-yet' | 'quarantined' | 'superseded';

/**
 * Tells an applicant tracking system how a check ended, and notes the attempt in the audit. What is to be told is read
 * from the record, so running it twice tells nothing twice but after a crash, and then under the same message id.
 */
export function notifyAts(deps: NotifyAtsDeps, { checkId }: { checkId: string }): Promise<CallbackEnd> {
  return deps.lock.hold(`ats-${checkId}`, async () => {
    const callback = await deps.callbacks.find(checkId);
    if (callback?.status !== 'Pending') return 'nothing-to-do';
    const isNothingTold = callback.told === null && callback.attempts === 0;
    if (isNothingTold && atsOutcome(callback.check) === null) return 'nothing-to-do';
    if (callback.connectionKey !== connectionKey(deps.connection)) return 'quarantined';
    if (callback.nextAt !== null && callback.nextAt > deps.now()) return 'not-yet';
    const account = deps.accounts.find(({ id }) => id === callback.accountId);
    if (!account) return settle(deps, callback, { isTaken: false, reason: 'The account is not configured.' }, '');
    const word = wordToTell(account.resultWords, callback);
    if (word === '') return close(deps, callback, { change: { atsCallbackStatus: 'Not Needed' }, end: 'not-needed' });
    if (word === callback.told && callback.attempts === 0)
      return close(deps, callback, { change: { atsCallbackStatus: 'Delivered' }, end: 'not-needed' });
    return settle(deps, callback, await send(deps, account, callback, word), word);
  });
}

async function send(
  { callbacks, sender }: NotifyAtsDeps,
  account: AtsAccount,
  { checkId, number, backgroundCheckId, webhookUrl }: AtsCallback,
  word: string,
): Promise<CallbackOutcome & { durationMs?: number }> {
  const body = JSON.stringify({
    background_check_id: backgroundCheckId,
    status: 'complete',
    result: word,
    result_link_url: await callbacks.linkTo(checkId),
  });
  const startedAt = performance.now();
  const outcome = await sender.send(account, { id: `${checkId}-${number}`, url: webhookUrl, body });
  return { ...outcome, durationMs: Math.round(performance.now() - startedAt) };
}

async function settle(
  deps: NotifyAtsDeps,
  callback: AtsCallback,
  outcome: CallbackOutcome & { durationMs?: number },
  word: string,
): Promise<CallbackEnd> {
  const event = auditRow(deps, callback, outcome, word);
  if (outcome.isTaken) {
    const change = { atsCallbackStatus: 'Delivered', atsCallbackResult: word, atsCallbackNextAt: null } as const;
    return close(deps, callback, { change, end: 'delivered', event });
  }
  const attempts = callback.attempts + 1;
  const now = deps.now();
  if (callback.since !== null && now - callback.since >= GIVE_UP_AFTER_MS) {
    const change = { atsCallbackStatus: 'Failed', atsCallbackAttempts: attempts, atsCallbackNextAt: null } as const;
    return close(deps, callback, { change, end: 'given-up', event });
  }
  const nextAt = new Date(nextAttemptAt(now, attempts, deps.firstGapMs)).toISOString();
  const change = { atsCallbackAttempts: attempts, atsCallbackNextAt: nextAt };
  return close(deps, callback, { change, end: 'not-taken', event });
}

/** Refused where a newer result waits to be told by now: then that one is told next, knowing what the system believes. */
async function close(
  { records }: NotifyAtsDeps,
  { checkId, number }: AtsCallback,
  { change, end, event }: { change: CheckChange; end: CallbackEnd; event?: CheckEvent },
): Promise<CallbackEnd> {
  try {
    await records.write(checkId, { ...change, atsCallbackNumber: number }, event ? { event } : {});
    return end;
  } catch (error) {
    if (!isFailure(error, 'late')) throw error;
    if (event) await records.note(event);
    const { atsCallbackResult } = change;
    if (atsCallbackResult) await records.write(checkId, { atsCallbackResult });
    return 'superseded';
  }
}

function auditRow(
  { now }: NotifyAtsDeps,
  { checkId, number, attempts, backgroundCheckId }: AtsCallback,
  outcome: CallbackOutcome & { durationMs?: number },
  word: string,
): CheckEvent {
  return {
    sourceEventId: `ats-${checkId}-${number}-${attempts + 1}`,
    type: 'ats.callback',
    source: 'ATS',
    direction: 'Outbound',
    outcome: outcome.isTaken ? 'Applied' : 'Failed',
    reason: outcome.isTaken ? null : outcome.reason,
    summary: outcome.isTaken ? `Told "${word}".` : null,
    vendorObjectId: backgroundCheckId.slice(0, 64),
    vendorParentId: null,
    checkId,
    occurredAt: null,
    // When the answer came in: the timeline goes by it.
    receivedAt: new Date(now()).toISOString(),
    durationMs: outcome.durationMs ?? null,
    payloadSha256: null,
  };
}
