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
