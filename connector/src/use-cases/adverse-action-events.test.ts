import { expect, test } from 'vitest';
import type { AdverseAction } from '../domain/adverse-action.ts';
import type { Check } from '../domain/check.ts';
import { createFakeCheckr } from '../testing/fake-checkr.ts';
import { createFakeRecords } from '../testing/fake-records.ts';
import { freeLock, someCheck, testConnection } from '../testing/fakes.ts';
import { applyEvent } from './apply-event.ts';

/** A check in review, and the event of an adverse action that now says this. */
async function tell(shown: Partial<Check>, status: AdverseAction['status'], id = 'action1') {
  const check = someCheck({
    ...{ status: 'Review Required', reportId: 'report1', requestedAction: null },
    ...{ connectionKey: `${testConnection.orgId}/test`, ...shown },
  });
  const records = createFakeRecords([check]);
  const { checkr, actions } = createFakeCheckr();
  actions.push({ id, reportId: 'report1', status, postNoticeAt: '2026-12-04T12:00:00Z' });
  const event = {
    eventId: 'evt1',
    type: 'adverse_action.updated',
    objectType: 'adverse_action',
    objectId: id,
  } as const;
  const deps = { connection: testConnection, checkr, records, lock: freeLock, now: Date.now };
  const became = await applyEvent(deps, event);
  return { became, written: records.written(check.id), noted: records.noted };
}

test.each<[string, Partial<Check>]>([
  ['runs', { adverseActionId: 'action2' }],
  ['is on its way', { requestedAction: 'Initiate Adverse Action' }],
])('a late event of a canceled adverse action says nothing of the one that %s', async (_how, shown) => {
  const { became, written, noted } = await tell(shown, 'Canceled');
  expect(became).toBe('no-change');
  expect(written).toEqual([]);
  expect(noted).toMatchObject([{ outcome: 'Ignored', checkId: someCheck().id }]);
});

test.each<[string, Partial<Check>, AdverseAction['status']]>([
  ['the action the check shows is canceled', { adverseActionId: 'action1' }, 'Canceled'],
  ['one it never heard of is', {}, 'Canceled'],
  ['another one runs', { adverseActionId: 'action0' }, 'Pending'],
])('it is shown when %s', async (_what, shown, status) => {
  const { became, written } = await tell(shown, status);
  expect(became).toBe('applied');
  expect(written).toMatchObject([{ adverseActionId: 'action1', adverseActionStatus: status }]);
});
