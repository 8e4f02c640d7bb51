import { expect, test } from 'vitest';
import { ATS_RESULT_WORDS, type AtsAccount } from '../domain/ats-account.ts';
import type { AtsOrder, OfferedPackage, PlacedAtsOrder } from '../domain/ats-order.ts';
import type { KnownForOrder, NewAtsOrder } from '../domain/ats-ports.ts';
import { Failure } from '../domain/failure.ts';
import { testConnection } from '../testing/fakes.ts';
import { createOfferedPackages } from './offered-packages.ts';
import { placeAtsOrder } from './place-ats-order.ts';

const account: AtsAccount = {
  ...{ id: 'acme', connection: 'main', company: 'Acme', owner: 'owner@example.org' },
  ...{ callbackHosts: ['ats.example.com'], resultWords: ATS_RESULT_WORDS },
};
const order: AtsOrder = {
  ...{ backgroundCheckId: '224466', packageId: 'standard', addOnIds: [], hash: 'hash' },
  webhookUrl: 'https://ats.example.com/hook',
  applicant: {
    ...{ firstName: 'John', lastName: 'Doe', email: 'john@example.org', phone: null },
    ...{ street: null, city: null, state: null, postalCode: null },
  },
};
const placed: PlacedAtsOrder = { checkId: 'check1', trackingId: 'BC-000001', hash: 'hash' };
const offer = (slug: string, isAddOn = false): OfferedPackage => ({
  ...{ slug, isAddOn, name: slug, price: null, description: null, screenings: [] },
});

function setup(known: Partial<KnownForOrder> = {}) {
  const made: NewAtsOrder[] = [];
  const enqueued: string[] = [];
  const deps = {
    connection: { ...testConnection, addOns: { 'standard+drugs+dental': 'big', 'standard+drugs': 'bigger' } },
    orders: {
      read: () => Promise.resolve({ placed: null, contactIds: [], leadIds: [], ...known }),
      place: (wanted: NewAtsOrder) => {
        made.push(wanted);
        return Promise.resolve({ ...placed, hash: wanted.hash });
      },
    },
    offer: { listOffered: () => Promise.resolve([offer('standard'), offer('drugs', true), offer('dental', true)]) },
    enqueue: (id: string) => Promise.resolve(void enqueued.push(id)),
  };
  return {
    run: (given: Partial<AtsOrder> = {}) => placeAtsOrder(deps, account, { ...order, ...given }),
    made,
    enqueued,
  };
}

test('an order is made a check, then asked for', async () => {
  const { run, made, enqueued } = setup();
  expect(await run()).toEqual(placed);
  expect(made).toMatchObject([
    {
      ...{
        key: 'acme:224466',
        packageSlug: 'standard',
        owner: 'owner@example.org',
        connectionKey: '00DBC0000000001EAA/test',
      },
      person: { company: 'Acme', applicant: { email: 'john@example.org' } },
    },
  ]);
  expect(enqueued).toEqual(['check1']);
});

test('an order that is a check already is asked for once more and made no second time, whatever is offered by now', async () => {
  const { run, made, enqueued } = setup({ placed });
  expect(await run({ packageId: 'gone', webhookUrl: 'https://gone.example.com/' })).toEqual(placed);
  expect([made, enqueued]).toEqual([[], ['check1']]);
});

test('another order under its id is a conflict, and nothing is asked for', async () => {
  const { run, enqueued } = setup({ placed });
  await expect(run({ hash: 'other' })).rejects.toThrow('conflict: ats-order-differs');
  expect(enqueued).toEqual([]);
});

test.each([
  ['the only Contact', { contactIds: ['c1'], leadIds: ['l1', 'l2'] }, { contactId: 'c1' }],
  ['the only Lead', { leadIds: ['l1'] }, { leadId: 'l1' }],
  ['the only Lead beside two Contacts', { contactIds: ['c1', 'c2'], leadIds: ['l1'] }, { leadId: 'l1' }],
])('%s is the person', async (_name, known, person) => {
  const { run, made } = setup(known);
  await run();
  expect(made[0]?.person).toEqual(person);
});

test.each([
  ['two Leads', { leadIds: ['l1', 'l2'] }],
  ['two Contacts', { contactIds: ['c1', 'c2'] }],
  ['nobody', {}],
])('with %s a new Lead is made', async (_name, known) => {
  const { run, made } = setup(known);
  await run();
  expect(made[0]?.person).toHaveProperty('applicant');
});

test.each([
  [{ packageId: 'drugs' }, /^package_id: "drugs"/],
  [{ addOnIds: ['standard'] }, /^add_on_package_ids: "standard"/],
  [{ addOnIds: ['dental'] }, /together/],
  [{ webhookUrl: 'https://elsewhere.example.com/' }, /^webhook_url/],
])('%o is refused in words, before anything is made', async (given, words) => {
  const { run, made } = setup();
  const failure = await run(given).catch((error: unknown) => error as Failure);
  expect(failure).toBeInstanceOf(Failure);
  expect((failure as Failure).vendorWords.join()).toMatch(words);
  expect(made).toEqual([]);
});

test('a combination of add-ons is known in whatever order it is sent', async () => {
  const { run, made } = setup();
  await expect(run({ addOnIds: ['drugs', 'dental'] })).rejects.toThrow('rejected');
  await run({ addOnIds: ['drugs'] });
  expect(made).toHaveLength(1);
});

test('what is offered is read once a minute, and is good for an hour while the org is away', async () => {
  let now = 0;
  let reads = 0;
  let isAway = false;
  const offered = createOfferedPackages({
    now: () => now,
    offer: {
      listOffered: () => {
        reads += 1;
        return isAway ? Promise.reject(new Failure('unavailable', 'away')) : Promise.resolve([offer(`read-${reads}`)]);
      },
    },
  });
  const slug = async () => (await offered.listOffered())[0]?.slug;
  expect(await Promise.all([slug(), slug(), slug()])).toEqual(['read-1', 'read-1', 'read-1']);
  now = 59_000;
  expect(await slug()).toBe('read-1');
  now = 61_000;
  expect(await slug()).toBe('read-2');
  isAway = true;
  now = 61_000 + 59 * 60_000;
  expect(await slug()).toBe('read-2');
  now = 61_000 + 61 * 60_000;
  await expect(slug()).rejects.toThrow('unavailable');
});
