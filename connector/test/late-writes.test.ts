import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCheckRecords } from '../src/salesforce/check-records.ts';
import { servePackagedOrg, type PackagedOrg } from './packaged-org.ts';

let org: PackagedOrg;
beforeAll(async () => {
  org = await servePackagedOrg();
});
afterAll(() => org.close());

const newRecords = () => createCheckRecords({ session: org.connectorSession(), readsDirectAnswers: false });
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
