import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startProduct, type Product } from './harness.ts';
import { GLOBEX_SECRET, OLDER_SECRET, VENDOR_ENV, vendorWords, type VendorWords } from './vendor-harness.ts';

let product: Product;
let vendor: VendorWords;
beforeAll(async () => {
  product = await startProduct({ connectorEnv: VENDOR_ENV });
  vendor = vendorWords(product, await product.signIn('reviewer@example.org'));
});
afterAll(() => product.close());

const completed = (external_id: string, result: string, more: object = {}) => ({
  ...{ external_id, status: 'completed', result },
  ...more,
});

/** A linked check and its number at the vendor. */
async function linked() {
  const number = vendor.newId();
  return { number, id: await vendor.linkedCheck(number) };
}

const PASS = { Status__c: 'Completed', Result__c: 'Clear', Cleared__c: true };
const REVIEW = { Status__c: 'Review Required', Cleared__c: false };

describe('what is refused', () => {
  test.each([
    ['no signature', { signature: null }, 'missing'],
    ['one that is not hexadecimal', { signature: 'please-let-me-in' }, 'not-hex'],
    ['one made with another secret', { secret: GLOBEX_SECRET }, 'wrong'],
  ])('%s: 401, a line for security, and nothing is written', async (_name, how, why) => {
    const { number, id } = await linked();
    const answer = await vendor.send(completed(number, 'clear'), how);
    expect([answer.status, await answer.json()]).toEqual([401, { error: `vendor-signature-${why}` }]);
    const requestId = String(answer.headers.get('x-request-id'));
    const line = await vendor.logged(requestId, 'signature-refused');
    expect(line).toContain(`"why":"${why}"`);
    expect(await vendor.shown(id)).toMatchObject({ Status__c: 'In Progress', Result__c: null });
    expect(await vendor.events(number)).toEqual([]);
  });

  test('while a secret is rotated both are taken, with or without sha256= before the signature', async () => {
    const { number } = await linked();
    expect((await vendor.send(completed(number, 'clear'), { secret: OLDER_SECRET })).status).toBe(200);
  });

  test('one vendor cannot speak for another', async () => {
    const { number, id } = await linked();
    const answer = await vendor.send(completed(number, 'clear'), { path: '/globex', secret: GLOBEX_SECRET });
    expect(answer.status).toBe(404);
    expect(await vendor.shown(id)).toMatchObject({ Status__c: 'In Progress' });
    expect((await vendor.send(completed(number, 'clear'), { path: '/nobody' })).status).toBe(404);
  });

  test.each([
    ['completed without a result', { status: 'completed' }, 'result'],
    ['an unknown result', { status: 'completed', result: 'fine' }, 'result'],
    ['an unknown status', { status: 'done', result: 'clear' }, 'status'],
    ['no id', { external_id: undefined, status: 'in_progress' }, 'external_id'],
    ['a link that is not https', { status: 'in_progress', external_url: 'http://portal.example.com' }, 'external_url'],
    ['a link that is a script', { status: 'in_progress', external_url: 'javascript:alert(1)' }, 'external_url'],
    ['half a day', { status: 'in_progress', estimated_days: 1.5 }, 'estimated_days'],
    [
      'an unknown result of a part',
      { status: 'in_progress', result_details: { criminal: 'bad' } },
      'result_details.criminal',
    ],
  ])('%s: 400 names the field', async (_name, message, field) => {
    const answer = await vendor.send({ external_id: vendor.newId(), ...message });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      error: 'payload-invalid',
      reason: expect.stringContaining(`${field}`) as string,
    });
  });

  test('what cannot be read is logged by its keys and types alone', async () => {
    const answer = await vendor.send({
      ...{ external_id: 'order-of-ada', status: 'finished', result_summary: 'Ada Sample, born 1990-04-01' },
      ...{ 'ada@example.org': 1 },
    });
    const requestId = String(answer.headers.get('x-request-id'));
    expect(await vendor.logged(requestId, 'shape')).toContain('"result_summary":"string(27)"');
    expect(product.logs()).not.toMatch(/order-of-ada|Ada Sample|ada@example\.org|finished/);
    expect((await vendor.send('not { json')).status).toBe(400);
  });
});

describe('an id nobody knows', () => {
  test('404, a parked row without a check, and the message is applied once a check has that id', async () => {
    const number = vendor.newId();
    const messages = [
      completed(number, 'consider', { result_summary: 'One record.', result_details: { criminal: 'consider' } }),
      { external_id: number, status: 'in_progress', result_details: { education: 'clear' } },
    ];
    for (const message of messages) {
      const answer = await vendor.send(message);
      expect([answer.status, await answer.json()]).toMatchObject([404, { error: 'external-id-unknown' }]);
    }
    expect(await vendor.events(number)).toMatchObject([
      {
        Outcome__c: 'Parked',
        Background_Check__c: null,
        Reason__c: expect.stringContaining(`Acme:${number}`) as string,
      },
      { Outcome__c: 'Parked' },
    ]);
    const id = await vendor.linkedCheck(number);
    await product.checkOnce(
      id,
      'matched',
      (row) => row['Status__c'] === 'Review Required' && row['Connection_Key__c'] !== null,
    );
    expect(await vendor.shown(id)).toMatchObject({
      ...REVIEW,
      Result__c: 'Consider',
      Result_Summary__c: 'One record.',
    });
    expect(await vendor.screenings(id)).toMatchObject([
      { Type__c: 'criminal', Result__c: 'Consider' },
      { Type__c: 'education', Result__c: 'Clear' },
    ]);
    expect(await vendor.toldAbout(id)).not.toEqual([]);
    const again = await vendor.send(messages[0] ?? {});
    expect([again.status, await again.json()]).toMatchObject([200, { outcome: 'duplicate' }]);
  });

  test('the vendor that tries again before the id is entered is kept once', async () => {
    const number = vendor.newId();
    await vendor.send(completed(number, 'clear'));
    await vendor.send(completed(number, 'clear'));
    expect(await vendor.events(number)).toHaveLength(1);
    const id = await vendor.linkedCheck(number);
    await product.checkOnce(id, 'matched', (row) => row['Cleared__c'] === true);
  });

  test('the name of a vendor the connector hears nothing from is pointed out on the check', async () => {
    const id = await vendor.linkedCheck(vendor.newId(), { Vendor__c: 'Acmee' });
    const check = await product.checkOnce(id, 'looked after', (row) => row['Error_Help__c'] !== null);
    expect(check['Error_Help__c']).toContain('a vendor called "Acmee"');
  });
});

describe('when Salesforce is in trouble', () => {
  test('away: 503, and the same message goes through later', async () => {
    const { number, id } = await linked();
    await product.orgControl('PUT', '/faults', [{ match: 'POST /composite', status: 503 }]);
    expect((await vendor.send(completed(number, 'consider'))).status).toBe(503);
    expect(await vendor.shown(id)).toMatchObject({ Status__c: 'In Progress' });
    expect((await vendor.send(completed(number, 'consider'))).status).toBe(200);
    expect(await vendor.shown(id)).toMatchObject(REVIEW);
  });

  test('too slow: 503 within five seconds; what was committed after all counts once', async () => {
    const { number, id } = await linked();
    await product.orgControl('PUT', '/faults', [{ match: 'POST /composite', delayMs: 4500 }]);
    const answer = await vendor.send(completed(number, 'consider'));
    expect([answer.status, await answer.json()]).toEqual([503, { error: 'not-committed-in-time' }]);
    await product.checkOnce(id, 'committed after all', (row) => row['Status__c'] === 'Review Required');
    expect(await (await vendor.send(completed(number, 'consider'))).json()).toMatchObject({ outcome: 'duplicate' });
    expect(await vendor.events(number)).toHaveLength(1);
  });

  test('the answer lost after the commit: the message sent again is a duplicate', async () => {
    const { number, id } = await linked();
    await product.orgControl('PUT', '/faults', [{ match: 'POST /composite', status: 'reset-after-commit' }]);
    expect((await vendor.send(completed(number, 'clear'))).status).toBe(503);
    expect(await (await vendor.send(completed(number, 'clear'))).json()).toMatchObject({ outcome: 'duplicate' });
    expect(await vendor.shown(id)).toMatchObject({ ...PASS, Vendor_Revision__c: 1 });
  });
});

test('nothing about a person is in the log or in Redis', async () => {
  const number = vendor.newId();
  const words = 'Grace Sample was seen in Springfield';
  const linkedId = await vendor.linkedCheck(number);
  await vendor.send(
    completed(number, 'consider', {
      result_summary: words,
      result_details: { criminal: { result: 'consider', summary: words } },
    }),
  );
  await vendor.send(completed(vendor.newId(), 'consider', { result_summary: words }));
  expect(await vendor.shown(linkedId)).toMatchObject({ Result_Summary__c: words });
  expect(`${product.logs()}${await product.redisDump()}`).not.toContain('Springfield');
});
