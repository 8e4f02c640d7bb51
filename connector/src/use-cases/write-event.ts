import type { Check, CheckChange } from '../domain/check.ts';
import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import { Failure, isFailure } from '../domain/failure.ts';
import type { CheckRecords, WrittenBesides } from '../domain/ports.ts';
import type { VendorEvent } from '../domain/vendor-event.ts';
import { auditRow, note, type AuditDeps } from './note-event.ts';

/** Two workers' clocks agree to within a second (ADR 40). Of readings closer than this nobody can say which is the newer. */
const UNCERTAIN_MS = 2000;

interface WriteEventDeps extends AuditDeps {
  connection: ConnectionProfile;
  records: Pick<CheckRecords, 'write' | 'note' | 'findById'>;
}

/** What an event makes of its check. */
interface EventWrite {
  check: Check;
  change: CheckChange;
  besides?: Omit<WrittenBesides, 'event'>;
  reason?: string | null | undefined;
}

/** What became of an event that changes a check. */
export type WrittenOutcome = 'applied' | 'late' | 'quarantined';

/** Writes what an event changes, together with its row of the audit. A check of another connection is left alone. */
export async function writeEvent(
  deps: WriteEventDeps,
  event: VendorEvent,
  { check, change, besides = {}, reason = null }: EventWrite,
): Promise<WrittenOutcome> {
  if (check.connectionKey && check.connectionKey !== connectionKey(deps.connection)) return 'quarantined';
  const summary = [change.status, change.result, change.adverseActionStatus].filter(Boolean).join(', ') || null;
  const applied = auditRow(deps, event, { outcome: 'Applied', reason, checkId: check.id, summary });
  try {
    await deps.records.write(check.id, change, { ...besides, ...(applied ? { event: applied } : {}) });
    return 'applied';
  } catch (error) {
    if (!isFailure(error, 'late')) throw error;
    await refuseIfUncertain(deps, { check, change });
    await note(deps, event, { outcome: 'Late', reason: 'The check already shows something newer.', checkId: check.id });
    return 'late';
  }
}

/** What was refused as late by a hair may well be the newer one: it is read again a moment later, when nobody can doubt it. */
async function refuseIfUncertain({ records }: WriteEventDeps, { check, change }: EventWrite): Promise<void> {
  const shown = await records.findById(check.id);
  const isUncertain = (shown?.sourceReadAt ?? 0) - (change.sourceReadAt ?? 0) < UNCERTAIN_MS;
  if (isUncertain) throw new Failure('busy', 'read-at-the-same-moment');
}
