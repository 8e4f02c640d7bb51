import { expect, test } from 'vitest';
import type { Check } from '../domain/check.ts';
import { Failure } from '../domain/failure.ts';
import type { Report } from '../domain/report.ts';
import { createFakeRecords } from '../testing/fake-records.ts';
import { createFakeOrg, freeLock, someCheck, someConsentFiles, someReport, testConnection } from '../testing/fakes.ts';
import { createFakeCheckr } from '../testing/fake-checkr.ts';
import { carryOutAction } from './carry-out-action.ts';

const completed: Partial<Check> = {
  status: 'Completed',
  requestedAction: 'Upgrade',
  operation: 2,
  candidateId: 'candidate1',
  reportId: 'report1',
  packageSlug: 'driver_standard',
  upgradePackageSlug: 'driver_pro',
};
const clear = someReport({ status: 'complete', result: 'clear', completedAt: '2026-11-20T12:00:00Z' });

function setup(overrides: Partial<Check> = {}, report: Report = clear) {
  const check = someCheck({ ...completed, ...overrides });
  const records = createFakeRecords([check]);
  const fake = createFakeCheckr({ reports: [{ ...report }] });
  const deps = {
    ...{ connection: testConnection, checkr: fake.checkr, records, consentFiles: someConsentFiles },
    ...{ org: createFakeOrg(), lock: freeLock, now: Date.now },
  };
  return {
    ...fake,
    written: () => records.written(check.id),
    upgrade: () => carryOutAction(deps, { checkId: check.id }),
  };
}

test('an upgraded check is open again with its reason, the new package and no result, and is no pass meanwhile', async () => {
  const { upgrade, written, posts } = setup();
  expect(await upgrade()).toBe('done');
  expect(posts.map(({ call }) => call)).toEqual(['upgradeReport']);
  expect(written()).toMatchObject([
    {
      ...{ status: 'In Progress', reopenReason: 'Upgrade', packageSlug: 'driver_pro' },
      ...{ result: null, completedAt: null, requestedAction: null },
    },
  ]);
});

test('an upgrade that timed out although Checkr did it is not ordered twice, however late the next try', async () => {
  const { upgrade, written, posts, checkr } = setup();
  await checkr.upgradeReport('report1', 'driver_pro', 'the-key-of-a-try-long-ago');
  expect(await upgrade()).toBe('done');
  expect(posts).toHaveLength(1);
  expect(written()).toMatchObject([{ status: 'In Progress', requestedAction: null }]);
});

test('tried again after a time-out it goes on with the same key', async () => {
  const { upgrade, fail, posts } = setup();
  fail('upgradeReport', new Failure('unavailable', 'checkr-timed-out'));
  await expect(upgrade()).rejects.toThrow('checkr-timed-out');
  expect(await upgrade()).toBe('done');
  expect(posts).toHaveLength(1);
});

test('a refusal leaves the check as it is, with the words of Checkr and help', async () => {
  const { upgrade, fail, written } = setup();
  fail('upgradeReport', new Failure('rejected', 'checkr-400', { vendorWords: ['Report is too old to upgrade'] }));
  expect(await upgrade()).toBe('refused');
  expect(written()).toEqual([
    {
      requestedAction: null,
      errorCreateReport: 'Report is too old to upgrade',
      errorHelp: 'A report can be upgraded for 30 days only. Request a new check with the higher package.',
    },
  ]);
});

test.each([
  ['without a report', { reportId: null }, 'no report to upgrade'],
  ['without a package', { upgradePackageSlug: null }, 'Choose a higher package'],
])('%s nothing is sent to Checkr', async (_what, missing, help) => {
  const { upgrade, posts, written } = setup(missing);
  expect(await upgrade()).toBe('refused');
  expect(posts).toEqual([]);
  expect(written()[0]?.errorHelp).toContain(help);
});
