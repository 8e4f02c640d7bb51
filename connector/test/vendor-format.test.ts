import { createHmac } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONNECTOR_USERNAME } from '../../scripts/lib/start-connector.ts';
import { createApp } from '../src/http/app.ts';
import { createCheckRecords } from '../src/salesforce/check-records.ts';
import { createOrgSession } from '../src/salesforce/org-session.ts';
import { createVendorRecords } from '../src/salesforce/vendor-records.ts';
import { receiveResult } from '../src/use-cases/receive-result.ts';
import { createRecordingPublisher } from '../src/testing/recording-publisher.ts';
import { testConnection } from '../src/testing/fakes.ts';
import { startProduct, type Product } from './harness.ts';
import { inventedFormat } from './invented-vendor.ts';
import { vendorWords, type VendorWords } from './vendor-harness.ts';

const SECRET = 'a-secret-of-the-vendor-initech';

let product: Product;
let vendor: VendorWords;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  product = await startProduct();
  vendor = vendorWords(product, await product.signIn('reviewer@example.org'));
  app = createApp({
    proxyHops: 1,
    ...{ connections: [], publisher: createRecordingPublisher(), log: pino({ level: 'silent' }) },
    notReadyReason: () => Promise.resolve(null),
    vendors: [initech()],
  });
});
afterAll(() => product.close());

/** The vendor as `door-vendors.ts` makes it, but for its format, which no vendor has. */
function initech() {
  const { clientId, privateKeyPem } = product.keys;
  const session = createOrgSession({
    ...{ loginUrl: product.orgUrl, clientId, username: CONNECTOR_USERNAME },
    credentials: { privateKeys: [privateKeyPem] },
  });
  const { note } = createCheckRecords({ session, readsDirectAnswers: false });
  const connection = { ...testConnection, orgId: product.admin.orgId };
  const deps = { connection, records: { ...createVendorRecords(session), note }, now: Date.now };
  return {
    ...{ path: 'initech', isDefault: true, secrets: [SECRET], signatureHeader: 'x-initech-proof' },
    format: inventedFormat,
    receive: (message: Parameters<typeof receiveResult>[2]) => receiveResult(deps, 'Initech', message),
  };
}

function send(message: object) {
  const body = JSON.stringify(message);
  const proof = createHmac('sha256', SECRET).update(body).digest('hex');
  return app.request('/webhooks/background_check/initech', {
    ...{ method: 'POST', body },
    headers: { 'x-initech-proof': `sha256=${proof}` },
  });
}

test('a vendor with nested fields and words of its own needs one mapping file, and its results end on the record', async () => {
  const id = await vendor.linkedCheck('4711', { Vendor__c: 'Initech' });
  const order = { number: 4711, links: { portal: 'https://portal.example.com/4711' } };
  const searches = [
    { kind: 'court', finished: false },
    { kind: 'school', finished: true, outcome: 'PASS' },
  ];
  expect((await send({ order, progress: { done: false, hoursLeft: 30 }, searches })).status).toBe(200);
  expect(await vendor.shown(id)).toMatchObject({ Status__c: 'In Progress', Estimated_Days__c: 2 });
  const verdict = { outcome: 'REVIEW', note: 'One record in court.' };
  const done = {
    order,
    progress: { done: true },
    verdict,
    searches: [{ kind: 'court', finished: true, outcome: 'REVIEW' }],
  };
  expect((await send(done)).status).toBe(200);
  expect(await vendor.shown(id)).toMatchObject({
    ...{ Status__c: 'Review Required', Result__c: 'Consider', Cleared__c: false, External_Id__c: 'Initech:4711' },
    ...{ Result_Summary__c: 'One record in court.', Report_URL__c: 'https://portal.example.com/4711' },
  });
  expect(await vendor.screenings(id)).toMatchObject([
    { Type__c: 'court', Status__c: 'Complete', Result__c: 'Consider' },
    { Type__c: 'school', Status__c: 'Complete', Result__c: 'Clear' },
  ]);
});

test('what does not fit its format is refused by the name it has there', async () => {
  const answer = await send({ order: { number: 1 }, progress: { done: true } });
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { error: 'payload-invalid', reason: 'verdict: must be given once done' },
  ]);
});
