import type { CheckRecords } from '../domain/ports.ts';

interface Told {
  /** A word of `Tell_About_Unmatched_Events`, which words the title by it. */
  type: 'events.unmatched' | 'checkr.refuses';
  /** What it is about, in one word; the same is told once a day. */
  about: string;
  /** Plain words for the notification; numbers only, no ids. */
  reason: string;
  /** Unix milliseconds. */
  at: number;
}

/** Adds a row to the audit which a flow of the package (Tell_About_Unmatched_Events) brings to the admins. */
export async function tellAdmins(
  records: Pick<CheckRecords, 'note'>,
  { type, about, reason, at }: Told,
): Promise<void> {
  const occurredAt = new Date(at).toISOString();
  await records.note({
    ...{ sourceEventId: `${about}-${occurredAt.slice(0, 10)}`, type, reason, occurredAt },
    ...{ source: 'Connector', direction: 'Inbound', outcome: 'Failed' },
    ...{ summary: null, vendorObjectId: null, vendorParentId: null, checkId: null },
    ...{ receivedAt: null, durationMs: null, payloadSha256: null },
  });
}
