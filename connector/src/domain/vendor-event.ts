/** Which object changed, and how we came to look at it. */
export interface VendorEvent {
  eventId: string;
  /** Checkr's word, or one of the two below where we look on our own account. */
  type: string;
  objectType: 'invitation' | 'report' | 'adverse_action';
  objectId: string;
  /** Unix milliseconds at the door. */
  receivedAt?: number | undefined;
  /** When Checkr says it happened; ISO 8601. */
  occurredAt?: string | undefined;
  /** Hex fingerprint of the message. */
  payloadSha256?: string | undefined;
  /** The audit holds it as parked or failed already: what becomes of it now is a second row. */
  wasParked?: boolean | undefined;
}

/** An open check is looked at; as long as it is open it will be looked at again. */
export const RECONCILE = 'reconcile';
/** Checkr lists the report as revised. It says so once, and nothing in the org would ever ask about a finished check. */
export const REREAD = 'report.reread';

/** Whether we look on our own account: nothing was received. */
export function isOwnLook(type: string): boolean {
  return type === RECONCILE || type === REREAD;
}

/** Whether losing the event would lose what it tells: nobody would look at the object again by themselves. */
export function isLostWithJob({ type, wasParked = false }: VendorEvent): boolean {
  return type !== RECONCILE && !wasParked;
}
