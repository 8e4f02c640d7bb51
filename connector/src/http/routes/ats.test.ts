import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { afterEach, expect, test, vi } from 'vitest';
import { ATS_RESULT_WORDS, type AtsAccount } from '../../domain/ats-account.ts';
import type { AtsOrder, OfferedPackage } from '../../domain/ats-order.ts';
import { Failure } from '../../domain/failure.ts';
import { atsDoor } from './ats.ts';

const account: AtsAccount = {
  ...{ id: 'ACCT123', connection: 'main', company: 'Acme', owner: 'owner@example.org', callbackHosts: [] },
  resultWords: ATS_RESULT_WORDS,
};
const BODY = {
  account_id: 'ACCT123',
  background_check_id: '224466',
  package_id: 'PKG001',
  webhook_url: 'https://api.applicant-tracking.example/webhooks',
  applicant: { first_name: 'John', last_name: 'Doe', email: 'john.doe@example.org' },
};
const LOGIN = `Basic ${Buffer.from('ACCT123:secret').toString('base64')}`;
afterEach(() => vi.useRealTimers());

function setup(
  placeOrder?: (order: AtsOrder) => Promise<{ checkId: string; trackingId: string; hash: string }>,
  packages: OfferedPackage[] = [],
) {
  const orders: AtsOrder[] = [];
  const addresses: string[] = [];
  const door = atsDoor(
    {
      login: {
        logIn: (login) => {
          addresses.push(login.address);
          return login.secret === 'secret'
            ? Promise.resolve(account)
            : Promise.reject(new Failure('unauthorized', 'ats-login-wrong'));
        },
      },
      listPackages: () => Promise.resolve(packages),
      placeOrder: (_account, order) => {
        orders.push(order);
        return placeOrder?.(order) ?? Promise.resolve({ checkId: 'check1', trackingId: 'BC-000001', hash: order.hash });
      },
    },
    1,
  );
  const app = new Hono().route('/ats', door);
  const post = async (body: unknown, headers: Record<string, string> = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const all = { authorization: LOGIN, 'content-type': 'application/json', ...headers };
    const answer = await app.request('/ats/orders', { method: 'POST', body: text, headers: all });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, string> };
  };
  return { app, post, orders, addresses };
}

test('an add-on without a price is not offered; a package is, and an add-on without words for it has its name', async () => {
  const some = (slug: string, more: Partial<OfferedPackage>): OfferedPackage => ({
    ...{ slug, name: `The ${slug}`, price: null, description: null, screenings: [], isAddOn: false },
    ...more,
  });
  const priced = some('drug', { isAddOn: true, price: '39.90' });
  const { app } = setup(undefined, [some('basic', {}), some('unpriced', { isAddOn: true }), priced]);
  const answer = await app.request('/ats/packages', { headers: { authorization: LOGIN } });
  expect(await answer.json()).toEqual({
    packages: [{ id: 'basic', name: 'The basic', screenings: [] }],
    add_on_packages: [{ id: 'drug', name: 'The drug', price: '39.90', description: 'The drug' }],
  });
});

test('the least an order needs is enough', async () => {
  const { post, orders } = setup();
  expect(await post(BODY)).toMatchObject({
    status: 201,
    body: { background_check_id: '224466', tracking_id: 'BC-000001' },
  });
  expect(orders[0]).toMatchObject({ addOnIds: [], applicant: { phone: null, street: null, state: null } });
});

test('an order is the same however it is written, and another as soon as it says something else', async () => {
  const { post, orders } = setup();
  const { applicant, ...rest } = BODY;
  await post(BODY);
  await post({ applicant, unknown: 'is not read', ...rest, add_on_package_ids: [] });
  await post({ ...BODY, applicant: { ...applicant, phone: '888-555-1234' } });
  const [one, same, other] = orders.map(({ hash }) => hash);
  expect(same).toBe(one);
  expect(other).not.toBe(one);
});

test('what an order does not say has no part in its hash, so that a field we learn of later changes none', async () => {
  const { post, orders } = setup();
  const applicant = { email: 'john.doe@example.org', first_name: 'John', last_name: 'Doe' };
  const said = { account_id: 'ACCT123', applicant, background_check_id: '224466', package_id: 'p', webhook_url: 'w' };
  const nothing = { add_on_package_ids: [], hiring_manager: { id: null }, hiring_manager_user_id: '', job: null };
  await post(said);
  await post({ ...said, ...nothing, applicant: { ...applicant, phone: null } });
  const hash = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  expect(orders.map((order) => order.hash)).toEqual([hash, hash]);
});

test.each([
  ['background_check_id', { background_check_id: undefined }, 'background_check_id: is missing'],
  ['background_check_id', { background_check_id: '  ' }, 'background_check_id: must not be empty'],
  ['background_check_id', { background_check_id: 224466 }, 'background_check_id: must be a text in double quotes'],
  [
    'background_check_id',
    { background_check_id: 'x'.repeat(121) },
    'background_check_id: must have at most 120 characters',
  ],
  ['package_id', { package_id: 'a\nb' }, 'package_id: must not hold line breaks'],
  ['add_on_package_ids', { add_on_package_ids: 'DRG02' }, 'add_on_package_ids: must be a list of texts'],
  ['add_on_package_ids', { add_on_package_ids: ['a', 'a'] }, 'add_on_package_ids: must not name one add-on twice'],
  ['add_on_package_ids', { add_on_package_ids: [1] }, 'add_on_package_ids.0: must be a text in double quotes'],
  ['applicant', { applicant: 'John Doe' }, 'applicant: must be an object'],
  [
    'applicant.email',
    { applicant: { ...BODY.applicant, email: 'john.doe' } },
    'applicant.email: must be an e-mail address',
  ],
  [
    'applicant.last_name',
    { applicant: { ...BODY.applicant, last_name: '' } },
    'applicant.last_name: must not be empty',
  ],
  [
    'hiring manager',
    { hiring_manager_user_id: '1', hiring_manager: { id: '2' } },
    'hiring_manager_user_id: must be the same',
  ],
  ['account_id', { account_id: 'ACCT124' }, 'account_id: must be the account you log in as'],
])('a wrong %s is named, with how to mend it', async (_name, change, words) => {
  const { post, orders } = setup();
  const answer = await post({ ...BODY, ...change });
  expect(answer).toMatchObject({ status: 400, body: { error_message: expect.stringContaining(words) as string } });
  expect(orders).toEqual([]);
});

test('every fault of an order is named at once', async () => {
  const { body } = await setup().post({ account_id: 'ACCT123' });
  for (const field of ['background_check_id', 'package_id', 'webhook_url', 'applicant'])
    expect(body['error_message']).toContain(`${field}: is missing`);
});

test.each([
  ['single quotes', "{'account_id': 'ACCT123'}", /double quotes/],
  ['nothing', '', /not JSON/],
  ['null', 'null', /body: must be an object/],
  ['a list', '[]', /body: must be an object/],
  ['deep nesting', '['.repeat(30_000), /not JSON/],
  ['bytes that are no text', '\uFFFD\u0000', /not JSON/],
])('a body of %s is refused', async (_name, body, words) => {
  expect(await setup().post(body)).toMatchObject({
    status: 400,
    body: { error_message: expect.stringMatching(words) as string },
  });
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
  'content type "%s" is refused',
  async (type) => {
    expect(await setup().post(BODY, { 'content-type': type })).toMatchObject({
      status: 400,
      body: { error_message: 'Content-Type must be application/json.' },
    });
  },
);

test.each([
  'application/json ; charset=utf-8',
  'application/json;',
  'Application/JSON;charset="utf-8"',
  'application/json; a',
])('content type "%s" is taken as JSON', async (type) => {
  expect(await setup().post(BODY, { 'content-type': type })).toMatchObject({ status: 201 });
  expect(await setup().post({}, { 'content-type': type })).toMatchObject({ status: 400 });
});

test.each([
  '',
  'Basic',
  'Basic !!!',
  'Bearer abc',
  `Basic ${btoa('no colon')}`,
  `Basic ${btoa(':secret')}`,
  `Basic ${btoa(`ACCT123:${'x'.repeat(300)}`)}`,
])('a login of "%s" is refused before the body is looked at', async (authorization) => {
  const answer = await setup().post('not JSON', { authorization });
  expect(answer).toMatchObject({ status: 401, body: { error_message: expect.any(String) as string } });
  expect(answer.headers.get('www-authenticate')).toContain('Basic');
});

test('a body over 64 kB is refused', async () => {
  expect(await setup().post({ ...BODY, padding: 'x'.repeat(70_000) })).toMatchObject({ status: 413 });
});

test.each([
  ['conflict', new Failure('conflict', 'ats-order-differs'), 409, /another order/],
  [
    'refusal in the org’s words',
    new Failure('rejected', 'salesforce-x', { vendorWords: ['Fill in the region.'] }),
    422,
    /^Fill in the region\.$/,
  ],
  [
    'outage',
    new Failure('unavailable', 'salesforce-unreachable', { vendorWords: ['secret words'] }),
    503,
    /Send it again/,
  ],
  ['bug', new TypeError('something of ours'), 503, /Send it again/],
])('a %s is told as what it is', async (_name, failure, status, words) => {
  const { post } = setup(() => Promise.reject(failure));
  expect(await post(BODY)).toMatchObject({ status, body: { error_message: expect.stringMatching(words) as string } });
});

test('an org that does not answer within four seconds is an outage', async () => {
  vi.useFakeTimers();
  const { post } = setup(() => new Promise(() => undefined));
  const answer = post(BODY);
  await vi.advanceTimersByTimeAsync(4000);
  expect(await answer).toMatchObject({
    status: 503,
    body: { error_message: expect.stringContaining('again') as string },
  });
});

test('a login that is put off says until when', async () => {
  const { post } = setup(() =>
    Promise.reject(new Failure('rate-limited', 'ats-too-many-failed-logins', { retryAfterMs: 61_000 })),
  );
  const answer = await post(BODY);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '61']);
});

test('failed logins are counted by the address our own proxy saw, not by one the caller made up', async () => {
  const { post, addresses } = setup();
  await post(BODY, { 'x-forwarded-for': '10.9.9.9, 203.0.113.7' });
  expect(addresses).toEqual(['203.0.113.7']);
});

test('what is not there is said in the same shape', async () => {
  const answer = await setup().app.request('/ats/nowhere');
  expect([answer.status, await answer.json()]).toEqual([
    404,
    { error_message: expect.stringContaining('POST /ats/orders') as string },
  ]);
});
