import { SaxesParser } from 'saxes';
import { Failure } from '../domain/failure.ts';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const OUTBOUND = 'http://soap.sforce.com/2005/09/outbound';
const SOBJECT = 'urn:sobject.enterprise.soap.sforce.com';
const MAX_NOTIFICATIONS = 100;
/** A real one is six deep. The parser looks up names through all open elements, so depth costs its square. */
const MAX_DEPTH = 16;
const SALESFORCE_ID = /^[A-Za-z0-9]{18}$/;

/** Where in a message an element stands; what is nowhere, and all inside it, is skipped. */
type Place =
  'start' | 'Envelope' | 'Body' | 'notifications' | 'org' | 'Notification' | 'id' | 'sObject' | 'record' | 'nowhere';

/** What may stand where, by namespace and name. */
const INSIDE: Record<Place, Partial<Record<string, Place>>> = {
  start: { [`${SOAP} Envelope`]: 'Envelope' },
  Envelope: { [`${SOAP} Body`]: 'Body' },
  Body: { [`${OUTBOUND} notifications`]: 'notifications' },
  notifications: { [`${OUTBOUND} OrganizationId`]: 'org', [`${OUTBOUND} Notification`]: 'Notification' },
  Notification: { [`${OUTBOUND} Id`]: 'id', [`${OUTBOUND} sObject`]: 'sObject' },
  sObject: { [`${SOBJECT} Id`]: 'record' },
  ...{ org: {}, id: {}, record: {}, nowhere: {} },
};

/** One record the org speaks of. Only a hint: what the record says is read back from the org. */
export interface OutboundNotification {
  /** Kept when the org sends the same notification again. */
  id: string;
  /** The record's id; null when it was deleted before the message went out. */
  recordId: string | null;
}

export interface OutboundMessage {
  organizationId: string;
  notifications: OutboundNotification[];
}

/**
 * Reads a Salesforce outbound message: 1 to 100 notifications of one object type.
 * Elements are known by namespace, never by prefix; a DTD, an entity of one's own or deep nesting is refused.
 * @throws Failure `invalid` when it is not such a message.
 */
export function parseOutboundMessage(xml: string): OutboundMessage {
  const path: Place[] = ['start'];
  const notifications: OutboundNotification[] = [];
  let organizationId = '';
  let text = '';

  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (cause) => {
    throw new Failure('invalid', 'outbound-message-malformed', { cause });
  });
  parser.on('doctype', () => {
    throw new Failure('invalid', 'outbound-message-with-doctype');
  });
  parser.on('opentag', ({ uri, local }) => {
    const place = INSIDE[path.at(-1) ?? 'nowhere'][`${uri} ${local}`] ?? 'nowhere';
    if (path.push(place) > MAX_DEPTH + 1) throw new Failure('invalid', 'outbound-message-too-deep');
    if (place === 'Notification') notifications.push({ id: '', recordId: null });
    text = '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', () => {
    const value = text.trim();
    text = '';
    const place = path.pop();
    const notification = notifications.at(-1);
    if (place === 'org') organizationId = value;
    else if (notification && place === 'id') notification.id = value;
    else if (notification && place === 'record') notification.recordId = value || null;
  });
  parser.write(xml).close();
  return checked(organizationId, notifications);
}

function checked(organizationId: string, notifications: OutboundNotification[]): OutboundMessage {
  if (!SALESFORCE_ID.test(organizationId)) throw new Failure('invalid', 'outbound-message-without-organization');
  if (notifications.length === 0) throw new Failure('invalid', 'outbound-message-without-notification');
  if (notifications.length > MAX_NOTIFICATIONS) throw new Failure('invalid', 'outbound-message-over-100-notifications');
  for (const { id, recordId } of notifications) {
    if (!SALESFORCE_ID.test(id)) throw new Failure('invalid', 'outbound-message-notification-without-id');
    if (recordId !== null && !SALESFORCE_ID.test(recordId))
      throw new Failure('invalid', 'outbound-message-bad-record-id');
  }
  return { organizationId, notifications };
}
