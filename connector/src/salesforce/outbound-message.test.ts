import { expect, test } from 'vitest';
import { parseOutboundMessage } from './outbound-message.ts';

const ORG = '00DBC0000000001EAA';
const id18 = (prefix: string, number: number) => `${prefix}${String(number).padStart(12, '0')}AAA`;
const notification = (number: number, fields = `<sf:Id>${id18('a00', number)}</sf:Id>`) =>
  `<Notification><Id>${id18('04l', number)}</Id><sObject xsi:type="sf:Background_Check__c" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">${fields}</sObject></Notification>`;
const message = (notifications: string, organization = ORG) => `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <soapenv:Body><notifications xmlns="http://soap.sforce.com/2005/09/outbound">
  <OrganizationId>${organization}</OrganizationId><ActionId>04k000000000001AAA</ActionId><SessionId xsi:nil="true"/>
  <EnterpriseUrl>https://example.org/services/Soap/c/66.0/00DBC0000000001</EnterpriseUrl><PartnerUrl>https://example.org/services/Soap/u/66.0/00DBC0000000001</PartnerUrl>
  ${notifications}</notifications></soapenv:Body></soapenv:Envelope>`;
const many = (count: number) => Array.from({ length: count }, (_, index) => notification(index + 1)).join('');

test('one notification: its id and the record; what else it says is read from the record', () => {
  const fields = `<sf:Id>${id18('a00', 1)}</sf:Id><sf:Operation__c>2.0</sf:Operation__c><sf:Requested_Action__c>Order</sf:Requested_Action__c>`;
  expect(parseOutboundMessage(message(notification(1, fields)))).toEqual({
    organizationId: ORG,
    notifications: [{ id: id18('04l', 1), recordId: id18('a00', 1) }],
  });
});

test('a hundred notifications are read, a hundred and one refused', () => {
  expect(parseOutboundMessage(message(many(100))).notifications).toHaveLength(100);
  expect(() => parseOutboundMessage(message(many(101)))).toThrow('outbound-message-over-100-notifications');
});

test('prefixes are free: only namespaces count', () => {
  const renamed = message(notification(1))
    .replaceAll('soapenv:', 'S:')
    .replaceAll('xmlns:soapenv', 'xmlns:S')
    .replaceAll('sf:', 'q1:')
    .replaceAll('xmlns:sf', 'xmlns:q1');
  expect(parseOutboundMessage(renamed).notifications[0]?.recordId).toBe(id18('a00', 1));
});

test.each([
  ['left out', ''],
  ['nil', '<sf:Id xsi:nil="true"/>'],
  ['empty', '<sf:Id></sf:Id>'],
])('a record deleted before the message went out has no id: %s', (_how, fields) => {
  expect(parseOutboundMessage(message(notification(1, fields))).notifications[0]?.recordId).toBeNull();
});

test('an id elsewhere is not the record: another namespace, or deeper', () => {
  const elsewhere = `<Id>${id18('a00', 2)}</Id><sf:Owner><sf:Id>${id18('005', 3)}</sf:Id></sf:Owner>`;
  const fields = `<sf:Id>${id18('a00', 1)}</sf:Id>${elsewhere}`;
  expect(parseOutboundMessage(message(notification(1, fields))).notifications).toEqual([
    { id: id18('04l', 1), recordId: id18('a00', 1) },
  ]);
});

test.each([
  ['not XML', 'hello', 'outbound-message-malformed'],
  ['cut off', message(many(1)).slice(0, -40), 'outbound-message-malformed'],
  ['nothing', '', 'outbound-message-malformed'],
  ['another document', '<a/>', 'outbound-message-without-organization'],
  [
    'wrong namespace',
    message(many(1)).replace('2005/09/outbound', '2005/09/inbound'),
    'outbound-message-without-organization',
  ],
  ['no notification', message(''), 'outbound-message-without-notification'],
  ['an id that is none', message(many(1)).replace(id18('04l', 1), '04l-1'), 'outbound-message-notification-without-id'],
  [
    'a record id that is none',
    message(notification(1, "<sf:Id>x' OR Id != '</sf:Id>")),
    'outbound-message-bad-record-id',
  ],
  ['a DTD', message(many(1)).replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'), 'outbound-message-with-doctype'],
  ['an unknown entity', message(notification(1, '<sf:Id>&bomb;</sf:Id>')), 'outbound-message-malformed'],
])('%s is refused', (_name, xml, code) => {
  expect(() => parseOutboundMessage(xml)).toThrow(`invalid: ${code}`);
});
