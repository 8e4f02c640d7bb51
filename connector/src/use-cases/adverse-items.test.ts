import { expect, test } from 'vitest';
import type { Check } from '../domain/check.ts';
import { Failure } from '../domain/failure.ts';
import type { Report } from '../domain/report.ts';
import { createFakeCheckr } from '../testing/fake-checkr.ts';
import { createFakeRecords } from '../testing/fake-records.ts';
import {
  createFakeOrg,
  freeLock,
  someCheck,
  someConsentFiles,
  someInvitation,
  someReport,
  testConnection,
} from '../testing/fakes.ts';
import { carryOutAction } from './carry-out-action.ts';

const COMPLETED_AT = '2026-11-20T12:00:00Z';
const SEEN = Date.parse(COMPLETED_AT) + 60_000;
const consider: Partial<Report> = { status: 'complete', result: 'consider', completedAt: COMPLETED_AT };
const known = { candidateId: 'candidate1', connectionKey: `${testConnection.orgId}/test` };

/** A check for which something is asked, and what a reviewer sees of it to cite. */
async function setup(asked: Partial<Check>, report: Partial<Report>, items: string[] = []) {
  const check = someCheck({ ...known, ...asked });
  const records = createFakeRecords([check]);
  records.citing(...items);
  const invitations = [someInvitation({ reportId: 'report1', status: 'completed', tags: [`bc-${check.id}-1`] })];
  const { checkr, reports } = createFakeCheckr({ reports: [someReport(report)], invitations });
  const deps = {
    ...{ connection: testConnection, checkr, records, consentFiles: someConsentFiles },
    ...{ org: createFakeOrg(), lock: freeLock, now: Date.now },
  };
  const status = async () => (await records.findById(check.id))?.status;
  return {
    ...{ checkr, records, reports, status, itemIds: () => records.listCitedItems(check.id) },
    carryOut: () => carryOutAction(deps, { checkId: check.id }),
  };
}

const inReview = { status: 'Review Required', reportId: 'report1', reviewedRevision: SEEN } as const;

test('what was found is gone once a reviewer cleared the check', async () => {
  const asked = { ...inReview, requestedAction: 'Finalize Clear', reviewDecision: 'Finalize Clear' } as const;
  const { carryOut, itemIds, status } = await setup(asked, consider, ['item1']);
  expect(await carryOut()).toBe('done');
  expect(await status()).toBe('Completed');
  expect(await itemIds()).toEqual([]);
});

test('it is gone once a check in review is upgraded, for the review is over', async () => {
  const asked = { ...inReview, requestedAction: 'Upgrade', upgradePackageSlug: 'driver_pro' } as const;
  const { carryOut, itemIds, status } = await setup(asked, consider, ['item1']);
  expect(await carryOut()).toBe('done');
  expect(await status()).toBe('In Progress');
  expect(await itemIds()).toEqual([]);
});

test('it stays while the write that ends the review is refused or fails: the review goes on', async () => {
  const asked = { ...inReview, requestedAction: 'Finalize Clear', reviewDecision: 'Finalize Clear' } as const;
  for (const kind of ['late', 'unavailable'] as const) {
    const { carryOut, itemIds, records, status } = await setup(asked, consider, ['item1']);
    records.failWrites(new Failure(kind, 'refused'));
    await expect(carryOut()).rejects.toThrow(Failure);
    expect([await status(), await itemIds()]).toEqual(['Review Required', ['item1']]);
    expect(await carryOut()).toBe('done');
    expect(await itemIds()).toEqual([]);
  }
});

test('it stays for another decision when this one is refused, and while an adverse action runs', async () => {
  const withdrawn = { ...inReview, requestedAction: 'Finalize Clear', reviewDecision: null } as const;
  const refused = await setup(withdrawn, consider, ['item1']);
  expect(await refused.carryOut()).toBe('refused');
  expect(await refused.itemIds()).toEqual(['item1']);
  const adverse = {
    ...inReview,
    requestedAction: 'Initiate Adverse Action',
    reviewDecision: 'Initiate Adverse Action',
  } as const;
  const sent = await setup(adverse, consider, ['item1']);
  expect(await sent.carryOut()).toBe('done');
  expect(await sent.itemIds()).toEqual(['item1']);
});

test('what was found is there to cite when a check that was to be stopped ends in review', async () => {
  const { checkr, reports, carryOut, itemIds, status } = await setup(
    { status: 'In Progress', reportId: 'report1', requestedAction: 'Cancel' },
    {},
  );
  const complete = checkr.completeReport;
  checkr.completeReport = async (...args) => {
    await complete(...args);
    Object.assign(reports[0] ?? {}, consider);
  };
  expect(await carryOut()).toBe('done');
  expect(await status()).toBe('Review Required');
  expect(await itemIds()).toEqual(['item1']);
});

test('it is there when an order finds that an earlier try has led to a report', async () => {
  const tries = { operation: 2, operationStartedAt: Date.parse(COMPLETED_AT) };
  const { carryOut, itemIds, status } = await setup({ ...tries, requestedAction: 'Resume' }, consider);
  expect(await carryOut()).toBe('done');
  expect(await status()).toBe('Review Required');
  expect(await itemIds()).toEqual(['item1']);
});
