import { afterEach, expect, test, vi } from 'vitest';
import { parseXml, type XmlElement } from '../metadata/xml.ts';
import type { RunningUser, SObject } from '../model.ts';
import { USER } from '../testing/fake-org.ts';
import { fakeObject } from '../testing/fake-object.ts';
import { startSoapListener, type ListenerAnswer } from '../testing/soap-listener.ts';
import { outboundControlRoutes } from './outbound-control-routes.ts';
import { createOutboundSender } from './outbound-sender.ts';

const CHECK = fakeObject('Check__c', {
  Status__c: 'Picklist',
  Active__c: 'Checkbox',
  Born__c: 'Date',
  LastModifiedDate: 'DateTime',
  Operation__c: 'Number',
  Price__c: 'Currency',
  Note__c: 'Text',
  Secret__c: 'Text',
});
const FIELDS = [
  'Status__c',
  'Id',
  'Active__c',
  'Born__c',
  'LastModifiedDate',
  'Operation__c',
  'Price__c',
  'Note__c',
  'Secret__c',
];
const CHECK_ID = 'a00BC00000000012AA';

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

async function setup(
  options: { answers?: ListenerAnswer[]; timeScale?: number; canSend?: (user: RunningUser) => boolean } = {},
) {
  const listener = await startSoapListener(options.answers);
  const rows = new Map<string, SObject>([
    [CHECK_ID, { Id: CHECK_ID, Status__c: 'Requested', Note__c: null, Operation__c: 1 }],
  ]);
  const sender = createOutboundSender({
    orgId: '00DBC00000000012AA',
    instanceUrl: () => 'https://example.my.salesforce.com',
    timeScale: options.timeScale ?? 1,
    findMessage: (name) =>
      name === 'Check__c.Command'
        ? {
            name,
            object: 'Check__c',
            apiVersion: '66.0',
            endpointUrl: listener.url,
            fields: FIELDS,
            integrationUser: 'connector@example.org',
          }
        : undefined,
    objectDefinition: () => CHECK,
    readRow: (_object, id) => rows.get(id) ?? null,
    canSend: options.canSend ?? (() => true),
    visibleFields: ({ fields }) => fields.filter((field) => field !== 'Secret__c'),
  });
  closers.push(sender.close, listener.close);
  const send = (recordId = CHECK_ID) => sender.send({ name: 'Check__c.Command', recordId, user: USER });
  const receive = (count: number) =>
    vi.waitUntil(() => listener.received.length >= count, { timeout: 5000, interval: 5 });
  const settle = () => vi.waitUntil(() => sender.pending().length === 0, { timeout: 5000, interval: 5 });
  return { ...listener, rows, sender, send, receive, settle };
}

/** All texts of elements with that local name, in order. */
function texts(element: XmlElement, name: string): string[] {
  const own = element.name.replace(/^.*:/, '') === name ? [element.text] : [];
  return [...own, ...element.children.flatMap((child) => texts(child, name))];
}

const notificationIds = (body: string) => texts(parseXml(body, 'message'), 'Id').filter((id) => id.startsWith('04l'));

test('a message has the form Salesforce sends: sf:Id first, fields by name, blanks left out, only what its user may see', async () => {
  const { rows, send, received, receive, settle, sender } = await setup();
  rows.set(CHECK_ID, {
    Id: CHECK_ID,
    Status__c: 'In <Progress> & more',
    Active__c: true,
    Born__c: '1990-07-11',
    LastModifiedDate: '2026-11-20T16:00:00.000Z',
    Operation__c: 3,
    Price__c: 29.99,
    Note__c: null,
    Secret__c: 'hidden',
  });
  send();
  await receive(1);
  expect(received[0]?.headers).toMatchObject({ 'content-type': 'text/xml; charset=utf-8', soapaction: '""' });
  expect(received[0]?.body).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <soapenv:Body>
  <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
   <OrganizationId>00DBC00000000012AA</OrganizationId>
   <ActionId>04k000000000001AAA</ActionId>
   <SessionId xsi:nil="true"/>
   <EnterpriseUrl>https://example.my.salesforce.com/services/Soap/c/66.0/00DBC0000000001</EnterpriseUrl>
   <PartnerUrl>https://example.my.salesforce.com/services/Soap/u/66.0/00DBC0000000001</PartnerUrl>
   <Notification>
    <Id>04l000000000001AAA</Id>
    <sObject xsi:type="sf:Check__c" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
     <sf:Id>${CHECK_ID}</sf:Id>
     <sf:Active__c>true</sf:Active__c>
     <sf:Born__c>1990-07-11</sf:Born__c>
     <sf:LastModifiedDate>2026-11-20T16:00:00.000Z</sf:LastModifiedDate>
     <sf:Operation__c>3.0</sf:Operation__c>
     <sf:Price__c>29.99</sf:Price__c>
     <sf:Status__c>In &lt;Progress&gt; &amp; more</sf:Status__c>
    </sObject>
   </Notification>
  </notifications>
 </soapenv:Body>
</soapenv:Envelope>`);
  await settle();
  expect(sender.failed()).toEqual([]);
});

test('notifications of one moment travel together, at most 100 in a message', async () => {
  const { send, received, receive } = await setup();
  for (let count = 0; count < 130; count += 1) send();
  await receive(2);
  expect(received.map(({ body }) => notificationIds(body).length).sort()).toEqual([100, 30]);
});

test.each<[string, ListenerAnswer]>([
  ['a server error', { status: 500 }],
  ['a redirect', { status: 302 }],
  [
    'Ack false',
    {
      body: '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>false</Ack></notificationsResponse></Body></Envelope>',
    },
  ],
  [
    'an Ack in the wrong namespace',
    {
      body: '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><notificationsResponse xmlns="urn:other"><Ack>true</Ack></notificationsResponse></Body></Envelope>',
    },
  ],
  ['a JSON answer', { body: '{"Ack":true}' }],
])('%s is no Ack: the same notification comes again, with the newest values', async (_what, answer) => {
  const { rows, send, received, receive, settle } = await setup({ answers: [answer], timeScale: 300 });
  send();
  await receive(1);
  rows.set(CHECK_ID, { Id: CHECK_ID, Status__c: 'Invited' });
  await receive(2);
  const [first, second] = received.map(({ body }) => body);
  expect(notificationIds(second ?? '')).toEqual(notificationIds(first ?? ''));
  expect(second).toContain('<sf:Status__c>Invited</sf:Status__c>');
  await settle();
});

test('after 24 hours of failures it is given up and listed, until somebody sends it again', async () => {
  const { send, sender, close, settle } = await setup({ timeScale: 1_000_000 });
  close();
  send();
  await settle();
  expect(sender.failed()).toMatchObject([{ message: 'Check__c.Command', recordId: CHECK_ID }]);
  expect(sender.failed()[0]?.lastError).toContain('fetch failed');
  sender.retryNow();
  expect(sender.failed()).toEqual([]);
  expect(sender.pending()).toHaveLength(1);
});

test('a deleted record leaves an empty notification', async () => {
  const { rows, send, received, receive } = await setup();
  rows.clear();
  send();
  await receive(1);
  expect(notificationIds(received[0]?.body ?? '')).toHaveLength(1);
  expect(received[0]?.body).not.toContain('<sf:');
});

test('nothing is sent for a user without the permission, and an unknown message is refused', async () => {
  const { send, sender } = await setup({ canSend: () => false });
  send();
  expect(sender.pending()).toEqual([]);
  expect(() => sender.send({ name: 'Check__c.Other', recordId: CHECK_ID, user: USER })).toThrow(
    'Check__c.Other is not deployed',
  );
});

test('it can be told to send twice, in another order, or to lose messages', async () => {
  const { rows, send, sender, received, receive, settle } = await setup({ timeScale: 300 });
  rows.set('a00BC00000000022AA', { Id: 'a00BC00000000022AA' });
  sender.mode = { duplicate: true, reorder: true };
  send();
  send('a00BC00000000022AA');
  await receive(4);
  const ids = received.map(({ body }) => texts(parseXml(body, 'message'), 'Id').at(-1));
  expect(ids.sort()).toEqual([CHECK_ID, CHECK_ID, 'a00BC00000000022AA', 'a00BC00000000022AA'].sort());
  await settle();
  sender.mode = { drop: 1 };
  send();
  await receive(5);
  await settle();
  expect(sender.mode.drop).toBe(0);
});

test('the control routes list, set the mode, retry and forget', async () => {
  const { send, sender } = await setup();
  const routes = outboundControlRoutes(sender);
  const ask = (path: string, method: string, body?: unknown) =>
    routes.request(path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  expect((await ask('/mode', 'PUT', { delayMs: 60_000 })).status).toBe(200);
  expect((await ask('/mode', 'PUT', { speed: 1 })).status).toBe(400);
  send();
  expect(await (await ask('/', 'GET')).json()).toMatchObject({
    mode: { delayMs: 60_000 },
    pending: [{ recordId: CHECK_ID }],
    failed: [],
  });
  expect((await ask('/', 'DELETE')).status).toBe(204);
  expect(sender.pending()).toEqual([]);
  expect((await ask('/retry', 'POST')).status).toBe(204);
});

test('after close nothing leaves any more', async () => {
  const { send, sender, received } = await setup();
  sender.close();
  send();
  await new Promise((resolve) => setImmediate(resolve));
  sender.retryNow();
  expect(received).toEqual([]);
});
