import type { CheckEvent } from '../domain/check-event.ts';
import { matchedEventId } from '../domain/parked-event.ts';
import type { CheckRecords } from '../domain/ports.ts';
import { isOwnLook, type VendorEvent } from '../domain/vendor-event.ts';

/** What noting an event stands on. */
export interface AuditDeps {
  records: Pick<CheckRecords, 'note'>;
  /** Unix milliseconds. */
  now(): number;
}

/** What became of an event; `parentId` where it is parked. */
export type Became = Pick<CheckEvent, 'outcome' | 'reason' | 'checkId'> & {
  summary?: string | null;
  parentId?: string;
};

/** Adds a row to the audit. */
export async function note(deps: AuditDeps, event: VendorEvent, became: Became): Promise<void> {
  const row = auditRow(deps, event, became);
  if (row) await deps.records.note(row);
}

/** The row of an event; null where we looked on our own account: nothing was received, and nothing has to be kept. */
export function auditRow({ now }: Pick<AuditDeps, 'now'>, event: VendorEvent, became: Became): CheckEvent | null {
  if (isOwnLook(event.type) && became.outcome !== 'Failed' && !event.wasParked) return null;
  const { eventId, type, objectId: vendorObjectId, receivedAt, wasParked } = event;
  const { outcome, reason, checkId, summary = null, parentId = null } = became;
  return {
    ...{ outcome, checkId, summary, type, vendorObjectId, vendorParentId: parentId },
    sourceEventId: wasParked ? matchedEventId(eventId) : eventId,
    reason: wasParked && reason === null ? `Was kept as ${eventId} until it could be applied.` : reason,
    source: 'Checkr',
    direction: 'Inbound',
    occurredAt: event.occurredAt ?? null,
    payloadSha256: event.payloadSha256 ?? null,
    receivedAt: receivedAt === undefined ? null : new Date(receivedAt).toISOString(),
    durationMs: receivedAt === undefined ? null : now() - receivedAt,
  };
}
