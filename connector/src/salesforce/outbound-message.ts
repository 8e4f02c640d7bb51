import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Failure } from '../domain/failure.ts';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const OUTBOUND = 'http://soap.sforce.com/2005/09/outbound';
const SOBJECT = 'urn:sobject.enterprise.soap.sforce.com';
const MAX_NOTIFICATIONS = 100;
/** A real one is six deep. The parser looks up names through all open elements, so depth costs its square. */
const MAX_DEPTH = 16;
const SALESFORCE_ID = /^[A-Za-z0-9]{18}$/;

/** One record the org speaks of. Only a hint: what the record says is read back from the org. */
export interface OutboundNotification {
  /** Kept when the org sends the same notification again. */
  id: string;
  /** The record's id; null when it was deleted before the message went out. */
  recordId: string | null;
  /** The message's other fields as text; an empty or nil field is left out. */
  fields: Readonly<Record<string, string>>;
}

export interface OutboundMessage {
  organizationId: string;
  notifications: OutboundNotification[];
}

interface OpenNotification {
  id: string;
  fields: Record<string, string>;
}

/**
 * Reads a Salesforce outbound message: 1 to 100 notifications of one object type.
 * Elements are known by namespace, never by prefix; a DTD, an entity of one's own or deep nesting is refused.
 * @throws Failure `invalid` when it is not such a message.
 */
export function parseOutboundMessage(xml: string): OutboundMessage {
  const path: string[] = [];
  const notifications: OpenNotification[] = [];
  let organizationId = '';
  let text = '';

  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (cause) => {
    throw new Failure('invalid', 'outbound-message-malformed', { cause });
  });
  parser.on('doctype', () => {
    throw new Failure('invalid', 'outbound-message-with-doctype');
  });
  parser.on('opentag', (tag) => {
    path.push(nameOf(tag));
    if (path.length > MAX_DEPTH) throw new Failure('invalid', 'outbound-message-too-deep');
    text = '';
    if (isAt(path, 'Notification')) notifications.push({ id: '', fields: {} });
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', (tag) => {
    const value = text.trim();
    const notification = notifications.at(-1);
    if (isAt(path, 'OrganizationId')) organizationId = value;
    if (notification && isAt(path, 'Notification', 'Id')) notification.id = value;
    if (notification && isField(path) && value) notification.fields[tag.local] = value;
    path.pop();
    text = '';
  });
  parser.write(xml).close();
  return checked(organizationId, notifications);
}

function checked(organizationId: string, notifications: OpenNotification[]): OutboundMessage {
  if (!SALESFORCE_ID.test(organizationId)) throw new Failure('invalid', 'outbound-message-without-organization');
  if (notifications.length === 0) throw new Failure('invalid', 'outbound-message-without-notification');
  if (notifications.length > MAX_NOTIFICATIONS) throw new Failure('invalid', 'outbound-message-over-100-notifications');
  return { organizationId, notifications: notifications.map(toNotification) };
}

function toNotification({ id, fields: { Id: recordId, ...fields } }: OpenNotification): OutboundNotification {
  if (!SALESFORCE_ID.test(id)) throw new Failure('invalid', 'outbound-message-notification-without-id');
  if (recordId !== undefined && !SALESFORCE_ID.test(recordId))
    throw new Failure('invalid', 'outbound-message-bad-record-id');
  return { id, recordId: recordId ?? null, fields };
}

const ROOT = [`${SOAP} Envelope`, `${SOAP} Body`, `${OUTBOUND} notifications`];

function nameOf(tag: SaxesTagNS): string {
  return `${tag.uri} ${tag.local}`;
}

function isAt(path: string[], ...names: string[]): boolean {
  const wanted = [...ROOT, ...names.map((name) => `${OUTBOUND} ${name}`)];
  return path.length === wanted.length && wanted.every((name, depth) => path[depth] === name);
}

function isField(path: string[]): boolean {
  const [field] = path.slice(-1);
  return (
    path.length === ROOT.length + 3 &&
    isAt(path.slice(0, -1), 'Notification', 'sObject') &&
    Boolean(field?.startsWith(`${SOBJECT} `))
  );
}
