import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startProduct, type Product } from './harness.ts';
import { VENDOR_ENV, vendorWords, type VendorWords } from './vendor-harness.ts';

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

/** One that needs a review because of this result. */
async function inReview(result = 'consider') {
  const check = await linked();
  expect((await vendor.send(completed(check.number, result))).status).toBe(200);
  return check;
}

const PASS = { Status__c: 'Completed', Result__c: 'Clear', Cleared__c: true };
const REVIEW = { Status__c: 'Review Required', Cleared__c: false };

describe('the basic flow', () => {
  test('a clear result is on the record, whole, when the vendor reads 200', async () => {
    const { number, id } = await linked();
    const answer = await vendor.send(
      completed(number, 'clear', {
        result_summary: 'Nothing found.',
        external_url: 'https://portal.example.com/orders/1',
        completed_at: '2026-11-20T12:00:00Z',
        result_details: {
          criminal: { result: 'clear', summary: 'No records.', record_count: 0 },
          education: 'clear',
        },
      }),
    );
    expect([answer.status, await answer.json()]).toEqual([200, { outcome: 'applied', reason: null }]);
    expect(await vendor.shown(id)).toMatchObject({
      ...PASS,
      Result_Summary__c: 'Nothing found.',
      Report_URL__c: 'https://portal.example.com/orders/1',
      Completed_At__c: expect.stringMatching(/^2026-11-20T12:00:00/) as string,
    });
    expect(await vendor.screenings(id)).toMatchObject([
      { Type__c: 'criminal', Status__c: 'Complete', Result__c: 'Clear', Summary__c: 'No records.', Record_Count__c: 0 },
      { External_Id__c: `Acme:${number}:education`, Status__c: 'Complete', Result__c: 'Clear' },
    ]);
  });

  test('every receipt is an audit row with fingerprint, duration and the id of its request', async () => {
    const { number, id } = await linked();
    const body = JSON.stringify(completed(number, 'clear'));
    const answer = await vendor.send(body);
    expect(await vendor.events(number)).toMatchObject([
      {
        ...{ Type__c: 'result.completed', Source__c: 'Vendor', Direction__c: 'Inbound', Outcome__c: 'Applied' },
        ...{ Summary__c: 'Completed, Clear', Background_Check__c: id, Duration_Ms__c: expect.any(Number) as number },
        Payload_SHA256__c: createHash('sha256').update(body).digest('hex'),
        Request_Id__c: answer.headers.get('x-request-id'),
      },
    ]);
    expect(await vendor.logged(String(answer.headers.get('x-request-id')), 'vendor message')).toContain('applied');
  });

  test('who asked for the check is told at once', async () => {
    const { number, id } = await linked();
    await vendor.send(completed(number, 'clear'));
    expect(await vendor.toldAbout(id)).toMatchObject([{ title: 'Background check completed: cleared' }]);
  });

  test('the plain address is the default vendor’s', async () => {
    const { number, id } = await linked();
    expect((await vendor.send(completed(number, 'clear'), { path: '' })).status).toBe(200);
    expect(await vendor.shown(id)).toMatchObject(PASS);
  });

  test('the same message delivered three times at once is one receipt', async () => {
    const { number, id } = await linked();
    const answers = await Promise.all([1, 2, 3].map(() => vendor.send(completed(number, 'clear'))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await vendor.events(number)).toHaveLength(1);
    expect(await vendor.shown(id)).toMatchObject({ ...PASS, Vendor_Revision__c: 1 });
  });
});

describe('results that need a review', () => {
  test.each([
    ['consider', 'Consider'],
    ['adverse', 'Adverse'],
    ['incomplete', 'Incomplete'],
  ])('%s waits in the review queue, and requester and reviewers are told', async (word, result) => {
    const { id } = await inReview(word);
    expect(await vendor.shown(id)).toMatchObject({ ...REVIEW, Result__c: result });
    const told = await vendor.toldAbout(id);
    expect(told.map(({ title }) => title)).toEqual([
      'Background check needs a review',
      'Background check needs a review',
    ]);
    expect(new Set(told.map(({ userId }) => userId)).size).toBe(2);
  });

  test('clear although one of its parts is not, or was not done, needs a review', async () => {
    for (const part of ['consider', { status: 'pending' }, { status: 'canceled' }]) {
      const { number, id } = await linked();
      await vendor.send(completed(number, 'clear', { result_details: { criminal: part, education: 'clear' } }));
      expect(await vendor.shown(id)).toMatchObject(REVIEW);
    }
  });

  test('a reviewer’s Finalize Clear is recorded without Checkr', async () => {
    const { id } = await inReview('adverse');
    expect(await vendor.decide(id, 'Finalize Clear')).toMatchObject({
      ...{ Status__c: 'Completed', Result__c: 'Adverse', Cleared__c: true, Review_Decision__c: 'Finalize Clear' },
    });
  });

  test('a reviewer’s adverse decision is recorded, and nothing the vendor sends later undoes it', async () => {
    const { number, id } = await inReview();
    const decided = { Status__c: 'Completed', Cleared__c: false, Adverse_Action_Status__c: 'Complete' };
    expect(await vendor.decide(id, 'Initiate Adverse Action')).toMatchObject(decided);
    await vendor.send(completed(number, 'clear'));
    await vendor.send(completed(number, 'adverse'));
    expect(await vendor.shown(id)).toMatchObject({ ...decided, Result__c: 'Adverse' });
  });
});

describe('the worst result wins', () => {
  test.each(['consider', 'adverse', 'incomplete'])(
    'a later clear after %s changes nothing and says why',
    async (word) => {
      const { number, id } = await inReview(word);
      const answer = await vendor.send(completed(number, 'clear'));
      expect([answer.status, await answer.json()]).toEqual([
        200,
        { outcome: 'ignored', reason: 'A worse result is in already; only a reviewer can clear the check.' },
      ]);
      expect(await vendor.shown(id)).toMatchObject(REVIEW);
      expect((await vendor.events(number)).at(-1)).toMatchObject({ Outcome__c: 'Ignored', Background_Check__c: id });
    },
  );

  test('a later worse result takes the pass away at once', async () => {
    const { number, id } = await linked();
    await vendor.send(completed(number, 'clear'));
    expect(await vendor.shown(id)).toMatchObject(PASS);
    await vendor.send(completed(number, 'consider'));
    expect(await vendor.shown(id)).toMatchObject({ ...REVIEW, Result__c: 'Consider', Reopen_Reason__c: 'Revision' });
  });

  test('a reviewer’s clear stands against a repeated message, and falls with a new finding', async () => {
    const { number, id } = await inReview();
    await vendor.decide(id, 'Finalize Clear');
    await vendor.send(completed(number, 'consider'));
    await vendor.send(completed(number, 'clear'));
    expect(await vendor.shown(id)).toMatchObject({ Status__c: 'Completed', Cleared__c: true });
    await vendor.send(completed(number, 'consider', { result_summary: 'One more record.' }));
    expect(await vendor.shown(id)).toMatchObject({ ...REVIEW, Review_Decision__c: null });
  });

  test('of messages that come at the same moment the worst wins, whichever is faster', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { number, id } = await linked();
      const messages = [
        completed(number, 'clear'),
        completed(number, 'consider'),
        { external_id: number, status: 'in_progress', result_details: { education: 'clear' } },
        completed(number, 'clear', { result_summary: 'Once more.' }),
      ];
      const answers = await Promise.all(messages.map((message) => vendor.send(message)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect(await vendor.shown(id)).toMatchObject({ ...REVIEW, Result__c: 'Consider' });
      expect(await vendor.events(number)).toHaveLength(4);
    }
  });
});

describe('messages before the result', () => {
  test('a status update changes the estimate and completes nothing', async () => {
    const { number, id } = await linked();
    await vendor.send({ external_id: number, status: 'in_progress', estimated_days: 4 });
    expect(await vendor.shown(id)).toMatchObject({
      Status__c: 'In Progress',
      Estimated_Days__c: 4,
      Completed_At__c: null,
    });
    await vendor.send(completed(number, 'clear'));
    expect(await vendor.shown(id)).toMatchObject({ ...PASS, Estimated_Days__c: null });
  });

  test('partial results arrive one by one, and the check stays in progress', async () => {
    const { number, id } = await linked();
    const part = (result_details: object) =>
      vendor.send({ external_id: number, status: 'in_progress', result_details });
    await part({ criminal: { status: 'pending' }, education: 'clear' });
    await part({ criminal: { result: 'clear', summary: 'No records.' } });
    expect(await vendor.shown(id)).toMatchObject({ Status__c: 'In Progress', Result__c: null, Cleared__c: false });
    expect(await vendor.screenings(id)).toMatchObject([
      { Type__c: 'criminal', Status__c: 'Complete', Result__c: 'Clear' },
      { Type__c: 'education', Status__c: 'Complete', Result__c: 'Clear' },
    ]);
  });

  test('clear without details needs a review when a part was canceled or is still running', async () => {
    for (const status of ['canceled', 'pending']) {
      const { number, id } = await linked();
      await vendor.send({ external_id: number, status: 'in_progress', result_details: { criminal: { status } } });
      await vendor.send(completed(number, 'clear'));
      expect(await vendor.shown(id)).toMatchObject({ ...REVIEW, Result__c: 'Incomplete' });
    }
  });

  test('a late status update never reopens a check that has its result', async () => {
    const { number, id } = await linked();
    await vendor.send(completed(number, 'clear'));
    const late = await vendor.send({ external_id: number, status: 'in_progress', estimated_days: 9 });
    expect(await late.json()).toMatchObject({ outcome: 'ignored' });
    expect(await vendor.shown(id)).toMatchObject({ ...PASS, Estimated_Days__c: null });
  });

  test('a canceled check is not brought back', async () => {
    const { number, id } = await linked();
    await product.admin.update('Background_Check__c', id, { Requested_Action__c: 'Cancel' });
    await product.checkOnce(id, 'canceled', (row) => row['Status__c'] === 'Canceled');
    for (const result of ['clear', 'adverse']) expect((await vendor.send(completed(number, result))).status).toBe(200);
    expect(await vendor.shown(id)).toMatchObject({ Status__c: 'Canceled', Cleared__c: false });
  });
});
