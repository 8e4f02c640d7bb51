/** Which object changed; `reconcile` as type where we look on our own account. */
export interface VendorEvent {
  eventId: string;
  type: string;
  objectType: 'invitation' | 'report' | 'adverse_action';
  objectId: string;
  /** Unix milliseconds at the door. */
  receivedAt?: number | undefined;
  /** When Checkr says it happened; ISO 8601. */
  occurredAt?: string | undefined;
  /** Hex fingerprint of the message. */
  payloadSha256?: string | undefined;
  /** The audit holds it as parked already: what becomes of it now is a second row. */
  wasParked?: boolean | undefined;
}
