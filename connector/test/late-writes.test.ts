import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCheckRecords } from '../src/salesforce/check-records.ts';
import { servePackagedOrg, type PackagedOrg } from './packaged-org.ts';

let org: PackagedOrg;
beforeAll(async () => {
  org = await servePackagedOrg();
});
afterAll(() => org.close());

const newRecords = (session = org.connectorSession()) => createCheckRecords({ session, readsDirectAnswers: false });
const read = (sourceReadAt: number) => ({ status: 'In Progress', connectionKey: 'org/test', sourceReadAt }) as const;

test('a write read before what the record shows is late, alone or among others, and theirs are made', async () => {
  const records = newRecords();
  const [older, newer] = [org.createCheck('Lead'), org.createCheck('Lead')];
  await Promise.all([records.write(older, read(2000)), records.write(newer, read(2000))]);
  await expect(records.write(older, read(1999))).rejects.toMatchObject({ kind: 'late' });
  const together = await Promise.allSettled([
    records.write(older, { ...read(1999), status: 'Suspended' }),
    records.write(newer, { ...read(2001), status: 'Suspended' }),
  ]);
  expect(together.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  const statuses = await Promise.all([older, newer].map(async (id) => (await records.findById(id))?.status));
  expect(statuses).toEqual(['In Progress', 'Suspended']);
});

test('a check that became final after it was read is read again: to open it takes its reason', async () => {
  const records = newRecords();
  const id = org.createCheck('Lead');
  await records.write(id, { ...read(2000), status: 'Completed', requestedAction: null });
  const disputed = { ...read(3000), status: 'Disputed' } as const;
  await expect(records.write(id, disputed)).rejects.toMatchObject({ message: 'unavailable: check-became-final' });
  await records.write(id, { ...disputed, reopenReason: 'Dispute' });
  expect((await records.findById(id))?.status).toBe('Disputed');
});

test('a worker that took up an order again after others had finished it is late', async () => {
  const records = newRecords();
  const id = org.createCheck('Lead');
  await records.write(id, { ...read(2000), status: 'Review Required', reportId: 'report-late', requestedAction: null });
  for (const status of ['Candidate Created', 'Invited'] as const)
    await expect(records.write(id, { status, requestedAction: null })).rejects.toMatchObject({ kind: 'late' });
  expect((await records.findById(id))?.status).toBe('Review Required');
});

test('a package the org does not list holds up neither a check that knows it nor one that begins with it', async () => {
  const records = newRecords();
  const id = org.createCheck('Lead');
  const unlisted = { packageSlug: 'continuous_criminal', connectionKey: 'org/test', status: 'In Progress' } as const;
  await records.write(id, unlisted);
  const person = await records.findById(id);
  const change = { ...unlisted, reportId: 'report-of-package' };
  await records.createUnordered({ leadId: person?.leadId ?? null, contactId: null, source: 'Continuous', change });
  const [made] = await records.listByReportOrCandidate('report-of-package', null);
  expect([person?.status, made?.status]).toEqual(['In Progress', 'In Progress']);
});

const itemsOf = (checkId: string) =>
  org.org.database.store
    .rows('Background_Check_Adverse_Item__c')
    .filter((row) => row['Background_Check__c'] === checkId)
    .map((row) => row['External_Id__c']);

test('what a reviewer may cite comes and goes with the write it belongs to, and not with one that is refused', async () => {
  const records = newRecords();
  const id = org.createCheck('Lead');
  const found = ['one', 'two'].map((item) => ({ id: `${item}-of-${id}`, text: 'something found' }));
  await records.write(id, { ...read(2000), status: 'Review Required' }, { adverseItems: found });
  expect(itemsOf(id)).toEqual(found.map((item) => `Checkr:${item.id}`));
  for (const adverseItems of [[], found.slice(1), [{ id: `three-of-${id}`, text: 'something else' }]])
    await expect(records.write(id, read(1999), { adverseItems })).rejects.toMatchObject({ kind: 'late' });
  expect(itemsOf(id)).toHaveLength(2);
  await records.write(id, read(2001), { adverseItems: found.slice(1) });
  expect(itemsOf(id)).toEqual([`Checkr:two-of-${id}`]);
  await records.write(id, { ...read(2002), status: 'Completed' }, { adverseItems: [] });
  expect(itemsOf(id)).toEqual([]);
});

test('items somebody else takes away in the same moment refuse neither write', async () => {
  const session = org.connectorSession();
  const id = org.createCheck('Lead');
  const found = [{ id: `item-of-${id}`, text: 'something found' }];
  await newRecords().write(id, { ...read(2000), status: 'Review Required' }, { adverseItems: found });
  let others = 0;
  const overtaken = newRecords({
    ...session,
    async request(method, path, body) {
      if (method === 'POST' && (others += 1) === 1)
        await newRecords().write(id, { ...read(2001), status: 'Completed' }, { adverseItems: [] });
      return session.request(method, path, body);
    },
  });
  await overtaken.write(id, { ...read(2002), status: 'Completed' }, { adverseItems: [] });
  expect([itemsOf(id), (await overtaken.findById(id))?.status, others]).toEqual([[], 'Completed', 2]);
});
