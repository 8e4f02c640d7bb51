import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCheckRecords } from '../src/salesforce/check-records.ts';
import { servePackagedOrg, type PackagedOrg } from './packaged-org.ts';

const MINUTE_MS = 60_000;
const NOW = Date.parse('2026-11-20T12:00:00Z');
const minutesAgo = (minutes: number) => NOW - minutes * MINUTE_MS;

let org: PackagedOrg;
beforeAll(async () => {
  org = await servePackagedOrg();
});
afterAll(() => org.close());

test('reports that wait for an assessment are listed by when they were completed, the newest first', async () => {
  const records = createCheckRecords({ session: org.connectorSession(), readsDirectAnswers: false });
  const complete = async (reportId: string, minutes: number, fields = {}) => {
    const id = org.createCheck('Lead');
    const shown = { status: 'In Progress', connectionKey: 'org/test', requestedAction: null } as const;
    await records.write(id, {
      ...{ ...shown, reportId, completedAt: new Date(minutesAgo(minutes)).toISOString() },
      ...fields,
    });
  };
  await complete('older', 50);
  await complete('overdue', 32);
  await complete('fresh', 30);
  await complete('of-yesterday', 24 * 60);
  await complete('of-others', 40, { connectionKey: 'another/test' });
  await complete('in-review', 40, { status: 'Review Required' });
  await records.write(org.createCheck('Lead'), { status: 'In Progress', connectionKey: 'org/test' });
  const span = { completedSince: minutesAgo(360), completedUntil: minutesAgo(31) };
  const query = { connectionKey: 'org/test', ...span };
  expect(await records.listUnassessed({ ...query, limit: 10 })).toEqual(['overdue', 'older']);
  expect(await records.listUnassessed({ ...query, limit: 1 })).toEqual(['overdue']);
});
