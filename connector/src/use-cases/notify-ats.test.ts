import { describe, expect, test } from 'vitest';
import { ATS_RESULT_WORDS, type AtsAccount, type AtsOutcome } from '../domain/ats-account.ts';
import { atsOutcome, nextAttemptAt, type AtsCallback, type FinalFacts } from '../domain/ats-callback.ts';
import type { CallbackMessage, CallbackOutcome } from '../domain/ats-ports.ts';
import { CHECK_STATUSES, isFinal } from '../domain/check.ts';
import { connectionKey } from '../domain/connection.ts';
import { Failure } from '../domain/failure.ts';
import { createFakeRecords } from '../testing/fake-records.ts';
import { freeLock, someCheck, testConnection } from '../testing/fakes.ts';
import { notifyAts } from './notify-ats.ts';

const HOUR_MS = 3_600_000;
const NOW = 1_795_000_000_000;
const CHECK = someCheck();
const OPEN = CHECK_STATUSES.filter((status) => !isFinal(status));
const cleared: FinalFacts = { status: 'Completed', result: 'Clear', adjudication: null, isCleared: true };

const someCallback = (overrides: Partial<AtsCallback> = {}): AtsCallback => ({
  ...{
    checkId: CHECK.id,
    connectionKey: connectionKey(testConnection),
    accountId: 'acme',
    backgroundCheckId: '224466',
  },
  ...{ webhookUrl: 'https://ats.example.com/hook', status: 'Pending', number: 3, attempts: 0, since: NOW },
  ...{ nextAt: null, told: null, check: cleared, ...overrides },
});

function setup(callback: AtsCallback | null, outcome: CallbackOutcome = { isTaken: true }, words = {}) {
  const sent: CallbackMessage[] = [];
  const records = createFakeRecords([CHECK]);
  const account: AtsAccount = {
    ...{ id: 'acme', connection: 'main', company: 'Acme', owner: 'owner@example.org', callbackHosts: [] },
    resultWords: { ...ATS_RESULT_WORDS, ...words },
  };
  const deps = {
    ...{ connection: testConnection, accounts: [account], records, lock: freeLock, firstGapMs: 60_000, now: () => NOW },
    callbacks: {
      find: () => Promise.resolve(callback),
      listDue: () => Promise.resolve([]),
      linkTo: (id: string) => Promise.resolve(`https://org.example.com/${id}`),
    },
    sender: {
      send: (_account: AtsAccount, message: CallbackMessage) => {
        sent.push(message);
        return Promise.resolve(outcome);
      },
    },
  };
  return {
    deps,
    sent,
    records,
    run: () => notifyAts(deps, { checkId: CHECK.id }),
    written: () => records.written(CHECK.id),
  };
}

test('the system is told under an id that stays the same, and the record says so', async () => {
  const { run, sent, written, records } = setup(someCallback());
  expect(await run()).toBe('delivered');
  expect(sent).toEqual([
    {
      id: `${CHECK.id}-3`,
      url: 'https://ats.example.com/hook',
      body: `{"background_check_id":"224466","status":"complete","result":"Pass","result_link_url":"https://org.example.com/${CHECK.id}"}`,
    },
  ]);
  expect(written()).toMatchObject([
    { atsCallbackStatus: 'Delivered', atsCallbackResult: 'Pass', atsCallbackNumber: 3 },
  ]);
  expect(records.noted).toMatchObject([
    { sourceEventId: `ats-${CHECK.id}-3-1`, outcome: 'Applied', direction: 'Outbound' },
  ]);
});

test('what is not taken is tried again later, and the audit says why', async () => {
  const { run, written, records } = setup(someCallback({ attempts: 2 }), {
    isTaken: false,
    reason: 'The address answered 500.',
  });
  expect(await run()).toBe('not-taken');
  const nextAt = new Date(NOW + 4 * 60_000).toISOString();
  expect(written()).toEqual([{ atsCallbackAttempts: 3, atsCallbackNextAt: nextAt, atsCallbackNumber: 3 }]);
  expect(records.noted).toMatchObject([{ outcome: 'Failed', reason: 'The address answered 500.', summary: null }]);
});

test('after three days a person has to look', async () => {
  const waiting = someCallback({ since: NOW - 72 * HOUR_MS, attempts: 20 });
  const { run, written } = setup(waiting, { isTaken: false, reason: 'No answer.' });
  expect(await run()).toBe('given-up');
  expect(written()).toMatchObject([{ atsCallbackStatus: 'Failed', atsCallbackAttempts: 21, atsCallbackNextAt: null }]);
});

test.each([
  ['a check no system ordered', null, 'nothing-to-do'],
  ['one that was told already', someCallback({ status: 'Delivered' }), 'nothing-to-do'],
  [
    'one that is being reviewed',
    someCallback({ check: { ...cleared, status: 'Review Required', isCleared: false } }),
    'nothing-to-do',
  ],
  ['one whose next try lies ahead', someCallback({ nextAt: NOW + 1 }), 'not-yet'],
  ['one copied from another org', someCallback({ connectionKey: 'elsewhere/live' }), 'quarantined'],
  ['one nobody has touched', someCallback({ connectionKey: null }), 'quarantined'],
])('of %s nothing is told', async (_name, callback, end) => {
  const { run, sent, written } = setup(callback);
  expect([await run(), sent, written()]).toEqual([end, [], []]);
});

test('the same word is not told twice in a row', async () => {
  const { run, sent, written } = setup(someCallback({ told: 'Pass' }));
  expect([await run(), sent]).toEqual(['not-needed', []]);
  expect(written()).toMatchObject([{ atsCallbackStatus: 'Delivered' }]);
});

test('it is, where an administrator asks for that', async () => {
  const { run, sent } = setup(someCallback({ told: 'Pass', attempts: 1 }));
  expect([await run(), sent.length]).toEqual(['delivered', 1]);
});

test('an outcome without a word is not told', async () => {
  const expired = someCallback({ check: { ...cleared, status: 'Expired', isCleared: false } });
  const { run, sent, written } = setup(expired, { isTaken: true }, { expired: '' });
  expect([await run(), sent]).toEqual(['not-needed', []]);
  expect(written()).toMatchObject([{ atsCallbackStatus: 'Not Needed' }]);
});

test('an account that is no longer configured is waited for', async () => {
  const { run, sent, records } = setup(someCallback({ accountId: 'gone' }));
  expect([await run(), sent]).toEqual(['not-taken', []]);
  expect(records.noted).toMatchObject([{ reason: 'The account is not configured.' }]);
});

test('a result that became another one while it was told is told anew, and the record knows what the system believes', async () => {
  const { run, records, written } = setup(someCallback());
  records.failWrites(new Failure('late', 'read-before-what-is-shown'));
  expect(await run()).toBe('superseded');
  expect(records.noted).toMatchObject([{ outcome: 'Applied' }]);
  expect(written()).toEqual([{ atsCallbackResult: 'Pass' }]);
});

describe('a pass that was told and holds no more', () => {
  const reopened: FinalFacts = { ...cleared, status: 'Review Required', result: 'Consider', isCleared: false };

  test('is taken back at once, while the check is open again', async () => {
    const { run, sent, written } = setup(someCallback({ told: 'Pass', check: reopened }));
    expect(await run()).toBe('delivered');
    expect(sent[0]?.body).toContain('"result":"Review"');
    expect(written()).toMatchObject([{ atsCallbackStatus: 'Delivered', atsCallbackResult: 'Review' }]);
  });

  test.each([reopened, { ...reopened, status: 'Completed' as const }])(
    'is taken back in our word where the account has none',
    async (check) => {
      const { run, sent } = setup(
        someCallback({ told: 'OK', check }),
        { isTaken: true },
        { cleared: 'OK', 'not-cleared': '' },
      );
      expect(await run()).toBe('delivered');
      expect(sent[0]?.body).toContain('"result":"Review"');
    },
  );

  test('is taken back where it was sent in vain: the system may have taken it although the answer was lost', async () => {
    for (const told of [null, 'Review']) {
      const { run, sent, written } = setup(someCallback({ told, attempts: 1, check: reopened }));
      expect(await run()).toBe('delivered');
      expect(sent[0]?.body).toContain('"result":"Review"');
      expect(written()).toMatchObject([{ atsCallbackStatus: 'Delivered', atsCallbackResult: 'Review' }]);
    }
  });

  test('has nothing to be taken back where something else was told', async () => {
    const { run, sent, written } = setup(someCallback({ told: 'Review', check: reopened }));
    expect([await run(), sent]).toEqual(['not-needed', []]);
    expect(written()).toMatchObject([{ atsCallbackStatus: 'Not Needed' }]);
  });
});

test('an org that is away is no reason to forget', async () => {
  const { deps, records } = setup(someCallback());
  const away = { ...records, write: () => Promise.reject(new Failure('unavailable', 'salesforce-unreachable')) };
  await expect(notifyAts({ ...deps, records: away }, { checkId: CHECK.id })).rejects.toThrow('unavailable');
});

describe('only what the org calls cleared is a pass', () => {
  const facts = (overrides: Partial<FinalFacts>): FinalFacts => ({ ...cleared, isCleared: false, ...overrides });
  const ends: [FinalFacts, AtsOutcome | null][] = [
    [facts({ isCleared: true }), 'cleared'],
    [facts({ result: 'Clear' }), 'not-cleared'],
    [facts({ result: 'Consider' }), 'not-cleared'],
    [facts({ result: null }), 'not-cleared'],
    [facts({ result: 'Adverse' }), 'adverse'],
    [facts({ adjudication: 'Post-Adverse Action' }), 'adverse'],
    [facts({ status: 'Canceled', isCleared: true }), 'canceled'],
    [facts({ status: 'Expired' }), 'expired'],
    [facts({ status: 'Error' }), 'error'],
    ...OPEN.map((status): [FinalFacts, null] => [facts({ status, isCleared: true }), null]),
  ];
  test.each(ends)('%o is %s', (given, outcome) => {
    expect(atsOutcome(given)).toBe(outcome);
  });
});

test('the gaps double from the first to six hours', () => {
  const gaps = [1, 2, 3, 9, 10, 20, 500].map((attempts) => nextAttemptAt(0, attempts, 60_000) / 60_000);
  expect(gaps).toEqual([1, 2, 4, 256, 360, 360, 360]);
});
