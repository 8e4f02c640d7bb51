/** What became of a message, as the audit shows it; the same values as `Background_Check_Event__c.Outcome__c`. */
export type EventOutcome = 'Applied' | 'Late' | 'Parked' | 'Ignored' | 'Failed';

/** One row of the audit. Insert only; the source's event id makes it once only. */
export interface CheckEvent {
  sourceEventId: string;
  /** The source's word: `report.completed`. */
  type: string;
  source: 'Checkr' | 'Vendor' | 'Connector' | 'ATS';
  direction: 'Inbound' | 'Outbound';
  outcome: EventOutcome;
  /** Why nothing was changed, or what failed, in plain words. */
  reason: string | null;
  /** What the check shows now, in a few words; null when nothing changed. */
  summary: string | null;
  /** Id of the invitation, report or adverse action it speaks of; null where it speaks of none. */
  vendorObjectId: string | null;
  /** What that belongs to, kept while it is parked: the candidate, for an adverse action the report. */
  vendorParentId: string | null;
  /** Null for an id nobody here knows. */
  checkId: string | null;
  /** When the sender says it happened; ISO 8601. */
  occurredAt: string | null;
  receivedAt: string | null;
  durationMs: number | null;
  /** Hex fingerprint of the message as it came in; null where there was none. */
  payloadSha256: string | null;
  /** Of the HTTP request it came with, as in the log. */
  requestId?: string;
  /** A message about an id nobody knows yet, as JSON, to be carried out once a check has that id. */
  parkedMessage?: string;
}
