const SUFFIX = '-matched';

/** Why an event waits in the audit: nobody here knew its ids, or it could not be applied. */
export type WaitingOutcome = 'Parked' | 'Failed';

/** An event kept in the audit until it can be applied. */
export interface ParkedEvent {
  /** Id of its audit row, for going on from there. */
  rowId: string;
  eventId: string;
  /** Checkr's word: `report.completed`. */
  type: string;
  objectId: string;
  /** What the object belongs to: the candidate of an invitation or report, the report of an adverse action. */
  parentId: string | null;
  /** ISO 8601. */
  occurredAt: string | null;
}

/** Under which id the audit notes what became of a kept event later; its own row is never edited. */
export function matchedEventId(eventId: string): string {
  return `${eventId}${SUFFIX}`;
}

/** The ids by which a check may come to know the event. */
export function idsOf({ objectId, parentId }: ParkedEvent): string[] {
  return parentId === null ? [objectId] : [objectId, parentId];
}
