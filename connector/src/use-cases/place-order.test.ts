import { describe, expect, test } from 'vitest';
import type { Check } from '../domain/check.ts';
import type { ConnectionProfile } from '../domain/connection.ts';
import { Failure } from '../domain/failure.ts';
import { createFakeRecords } from '../testing/fake-records.ts';
import {
  createFakeOrg,
  freeLock,
  someAnswers,
  someCheck,
  someConsentFiles,
  someInvitation,
  somePerson,
  someReport,
  testConnection,
} from '../testing/fakes.ts';
import { createFakeCheckr } from '../testing/fake-checkr.ts';
import { carryOutAction } from './carry-out-action.ts';

const HOUR_MS = 60 * 60 * 1000;
const NOW = Date.parse('2026-11-20T12:00:00Z');

function setup(
  check: Check = someCheck(),
  connection: Partial<ConnectionProfile> = {},
  { isTest = true, others = [] }: { isTest?: boolean; others?: Check[] } = {},
) {
  const records = createFakeRecords([check, ...others]);
  const fake = createFakeCheckr();
  const deps = {
    connection: { ...testConnection, ...connection },
    checkr: fake.checkr,
    records,
    consentFiles: someConsentFiles,
    org: createFakeOrg(isTest),
    lock: freeLock,
    now: () => NOW,
  };
  return {
    ...fake,
    records,
    written: () => records.written(check.id),
    order: () => carryOutAction(deps, { checkId: check.id }),
    of: (checkId: string) => carryOutAction(deps, { checkId }),
  };
}

test('candidate, then invitation, each written back at once', async () => {
  const { order, written, posts } = setup();
  expect(await order()).toBe('done');
  expect(posts.map(({ call }) => call)).toEqual(['createCandidate', 'createInvitation']);
  expect(written().map(({ status }) => status)).toEqual(['Candidate Created', 'Invited']);
  expect(written()[1]).toMatchObject({
    requestedAction: null,
    invitationUrl: 'https://apply.example.org/invite/1',
  });
});

test.each(['invitation', 'report'] as const)(
  'by %s: the default package is noted on a check that named none',
  async (ordering) => {
    const { order, written } = setup(someCheck({ packageSlug: null, person: { ...somePerson, direct: someAnswers } }), {
      ordering,
    });
    await order();
    expect(written()[1]).toMatchObject({ packageSlug: 'tasker_standard' });
  },
);

test('in direct-report mode: candidate, then the consent, then the report', async () => {
  const { order, written, posts } = setup(someCheck({ person: { ...somePerson, direct: someAnswers } }), {
    ordering: 'report',
  });
  expect(await order()).toBe('done');
  expect(posts.map(({ call }) => call)).toEqual(['createCandidate', 'uploadConsent', 'createReport']);
  expect(written()[1]).toMatchObject({
    status: 'In Progress',
    reportId: 'report1',
    reportUrl: 'https://dashboard.example.org/reports/report1',
  });
});

test.each([
  ['no consent is recorded', { consentAt: null }, 'No consent is recorded'],
  ['the signed consent is missing', { consentDocument: null }, 'Background Check Consent Document'],
])('in direct-report mode, while %s, Checkr hears nothing', async (_what, missing, help) => {
  const person = { ...somePerson, direct: { ...someAnswers, ...missing } };
  const { order, written, posts } = setup(someCheck({ person }), { ordering: 'report' });
  expect(await order()).toBe('refused');
  expect(posts).toEqual([]);
  expect(written().at(-1)).toMatchObject({ status: 'Error' });
  expect(written().at(-1)?.errorHelp).toContain(help);
});

test('a consent document that names no file is refused before a report is ordered', async () => {
  const person = { ...somePerson, direct: { ...someAnswers, consentDocument: 'in the drawer' } };
  const { order, written, posts } = setup(someCheck({ person }), { ordering: 'report' });
  expect(await order()).toBe('refused');
  expect(posts.map(({ call }) => call)).toEqual(['createCandidate']);
  expect(written().at(-1)?.errorHelp).toContain('does not name a file');
});

test('a direct order that died after the upload does not upload the consent again', async () => {
  const { order, posts, fail } = setup(someCheck({ person: { ...somePerson, direct: someAnswers } }), {
    ordering: 'report',
  });
  fail('createReport', new Failure('unavailable', 'checkr-timed-out'));
  await expect(order()).rejects.toThrow('checkr-timed-out');
  expect(await order()).toBe('done');
  expect(posts.map(({ call }) => call)).toEqual(['createCandidate', 'uploadConsent', 'createReport']);
});

describe('an order that died before it was written down, and is answered by what the first try was told', () => {
  const lost = new Failure('unavailable', 'salesforce-unreachable');
  const started = someCheck({ status: 'Candidate Created', candidateId: 'candidate1' });

  test('shows what its report says by now', async () => {
    const { order, written, reports, records } = setup(
      { ...started, person: { ...somePerson, direct: someAnswers } },
      { ordering: 'report' },
    );
    records.failWrites(lost);
    await expect(order()).rejects.toThrow('salesforce-unreachable');
    const now = { status: 'complete', result: 'clear', completedAt: '2026-11-20T11:59:00Z', readAt: NOW } as const;
    Object.assign(reports[0]!, now);
    expect(await order()).toBe('done');
    expect(written()).toMatchObject([{ status: 'Completed', result: 'Clear', sourceReadAt: NOW }]);
  });

  test('shows the report its invitation has led to', async () => {
    const { order, written, posts, reports, invitations, records } = setup(started);
    records.failWrites(lost);
    await expect(order()).rejects.toThrow('salesforce-unreachable');
    Object.assign(invitations[0]!, { status: 'completed', reportId: 'report1' });
    reports.push(someReport({ status: 'suspended' }));
    expect(await order()).toBe('done');
    expect(written()).toMatchObject([{ status: 'Suspended', invitationId: 'invitation1', reportId: 'report1' }]);
    expect(posts).toHaveLength(1);
  });

  test.each([
    ['Canceled', { isDeleted: true }],
    ['Expired', { status: 'expired' }],
  ] as const)('is %s when its invitation is', async (status, became) => {
    const { order, written, invitations, records } = setup(started);
    records.failWrites(lost);
    await expect(order()).rejects.toThrow('salesforce-unreachable');
    Object.assign(invitations[0]!, became);
    expect(await order()).toBe('done');
    expect(written()).toMatchObject([{ status, invitationId: 'invitation1', invitationUrl: null }]);
  });

  test('waits while Checkr does not find yet what it has just made', async () => {
    const { order, written, fail } = setup(started);
    fail('getInvitation', new Failure('not-found', 'checkr-404'));
    await expect(order()).rejects.toThrow('unavailable: checkr-read-lags');
    expect(written()).toEqual([]);
  });
});

test('the same order asked for twice is ordered once', async () => {
  const { order, posts } = setup();
  await order();
  expect(await order()).toBe('nothing-to-do');
  expect(posts).toHaveLength(2);
});

test('an order whose invitation timed out goes on with the same keys and makes nothing twice', async () => {
  const { order, posts, fail } = setup();
  fail('createInvitation', new Failure('unavailable', 'checkr-timed-out'));
  await expect(order()).rejects.toThrow('unavailable: checkr-timed-out');
  expect(await order()).toBe('done');
  expect(posts.map(({ call }) => call)).toEqual(['createCandidate', 'createInvitation']);
});

test('the next human request has other keys', async () => {
  const first = setup(someCheck({ operation: 1 }));
  const second = setup(someCheck({ operation: 2 }));
  await first.order();
  await second.order();
  expect(first.posts.map(({ key }) => key)).not.toEqual(second.posts.map(({ key }) => key));
});

test.each([
  ['errorCreateCandidate', 'createCandidate'],
  ['errorCreateInvitation', 'createInvitation'],
] as const)('a refusal is kept in %s in the words of Checkr, with help', async (field, call) => {
  const { order, written, fail } = setup();
  fail(call, new Failure('rejected', 'checkr-400', { vendorWords: ['SSN is invalid', 'Zipcode is invalid'] }));
  expect(await order()).toBe('refused');
  expect(written().at(-1)).toMatchObject({
    status: 'Error',
    requestedAction: null,
    [field]: 'SSN is invalid; Zipcode is invalid',
  });
  expect(written().at(-1)?.errorHelp).toContain('Correct Social Security Number');
});

test('a person without e-mail is an error that names the field, and costs no call', async () => {
  const { order, written, posts } = setup(someCheck({ person: { ...somePerson, email: null } }));
  expect(await order()).toBe('refused');
  expect(posts).toEqual([]);
  expect(written()).toMatchObject([{ status: 'Error', errorHelp: expect.stringContaining('Fill in Email') as string }]);
});

test('a passing trouble leaves the record as it is, for the queue to try again', async () => {
  const { order, written, fail } = setup();
  fail('createCandidate', new Failure('unavailable', 'checkr-503'));
  await expect(order()).rejects.toThrow('checkr-503');
  expect(written()).toEqual([]);
});

test.each([
  ['a sandbox', 'live', true],
  ['a production org', 'test', false],
] as const)('%s with a %s account orders nothing and says why', async (_org, mode, isTest) => {
  const { order, written, posts } = setup(someCheck(), { mode }, { isTest });
  expect(await order()).toBe('refused');
  expect(posts).toEqual([]);
  expect(written()[0]?.errorHelp).toContain('nothing was ordered');
});

test('a record copied from another org is left alone', async () => {
  const { order, written, posts } = setup(someCheck({ connectionKey: '00DXX0000000009EAA/live' }));
  expect(await order()).toBe('quarantined');
  expect([...written(), ...posts]).toEqual([]);
});

test("another vendor's check is never ordered here, and says where it is", async () => {
  const { order, written, posts } = setup(someCheck({ vendor: 'Acme Screening' }));
  expect(await order()).toBe('refused');
  expect(posts).toEqual([]);
  expect(written()[0]).toMatchObject({
    status: 'Error',
    errorHelp: expect.stringContaining('Order it from the vendor'),
  });
});

test('an org the connector is not configured for orders nothing and says why', async () => {
  const { order, written, posts } = setup(someCheck(), { orgId: '00DBC0000000009EAA' });
  expect(await order()).toBe('refused');
  expect(posts).toEqual([]);
  expect(written()[0]?.errorHelp).toContain('SALESFORCE_ORG_ID');
});

test('a deleted record and one without a request are none of our business', async () => {
  expect(await setup(someCheck({ requestedAction: null })).order()).toBe('nothing-to-do');
  expect(await setup().of('a00BC0000000009AAA')).toBe('nothing-to-do');
});

test('without a package the default of the connection is ordered; without a default the record says what to do', async () => {
  const byDefault = setup(someCheck({ packageSlug: null }));
  await byDefault.order();
  expect(byDefault.written()[1]).toMatchObject({ packageSlug: 'tasker_standard' });
  const without = setup(someCheck({ packageSlug: null }), { defaultPackage: null });
  expect(await without.order()).toBe('refused');
  expect(without.written()[0]?.errorHelp).toContain('Choose a package');
});

test('a second check of the same person uses the candidate of the first again', async () => {
  const key = `${testConnection.orgId}/test`;
  const first = someCheck({
    id: 'a00BC0000000009AAA',
    status: 'Completed',
    candidateId: 'candidate-of-old',
    connectionKey: key,
  });
  const { order, written, posts } = setup(someCheck(), {}, { others: [first] });
  expect(await order()).toBe('done');
  expect(posts.map(({ call }) => call)).toEqual(['createInvitation']);
  expect(written()[0]).toMatchObject({ candidateId: 'candidate-of-old' });
});

test('a record that was given to somebody else orders about them, not about who it was before', async () => {
  const first = someCheck({
    id: 'a00BC0000000009AAA',
    status: 'Completed',
    candidateId: 'candidate-of-old',
    connectionKey: `${testConnection.orgId}/test`,
  });
  const { order, posts, names } = setup(someCheck(), {}, { others: [first] });
  names.set('candidate-of-old', { firstName: 'Grace', lastName: 'Sample' });
  expect(await order()).toBe('done');
  expect(posts.map(({ call }) => call)).toEqual(['createCandidate', 'createInvitation']);
});

test('a candidate Checkr no longer lets be used is made anew', async () => {
  const key = `${testConnection.orgId}/test`;
  const first = someCheck({
    id: 'a00BC0000000009AAA',
    status: 'Completed',
    candidateId: 'candidate-of-old',
    connectionKey: key,
  });
  const { order, posts, fail } = setup(someCheck(), {}, { others: [first] });
  fail(
    'updateCandidate',
    new Failure('rejected', 'checkr-403', { vendorWords: ['Candidate has requested that their PII be removed'] }),
  );
  await order();
  expect(posts.map(({ call }) => call)).toEqual(['createCandidate', 'createInvitation']);
});

describe('a direct report on a candidate of an earlier check', () => {
  const key = `${testConnection.orgId}/test`;
  const first = someCheck({ id: 'a00BC0000000009AAA', status: 'Completed', candidateId: 'of-old', connectionKey: key });
  const again = () =>
    setup(someCheck({ person: { ...somePerson, direct: someAnswers } }), { ordering: 'report' }, { others: [first] });

  test('is ordered on the number and the birth date of the record, not on those of then', async () => {
    const { order, updates, posts } = again();
    expect(await order()).toBe('done');
    expect(updates).toMatchObject([
      { id: 'of-old', draft: { ssn: someAnswers.ssn, birthDate: someAnswers.birthDate } },
    ]);
    expect(updates).toMatchObject([{ contactOnly: false }]);
    expect(posts.map(({ call }) => call)).toEqual(['uploadConsent', 'createReport']);
  });

  test('ends in words where an earlier report keeps Checkr from changing them', async () => {
    const { order, fail, posts, written } = again();
    const vendorWords = ['Candidate SSN can not be updated because it has reports'];
    fail('updateCandidate', new Failure('rejected', 'checkr-400', { vendorWords }));
    expect(await order()).toBe('refused');
    expect(posts).toEqual([]);
    expect(written()).toMatchObject([{ status: 'Error', errorCreateCandidate: vendorWords[0] }]);
    expect(written()[0]?.errorHelp).toContain('Checkr keeps what an earlier report');
  });
});

describe('an order that failed although Checkr had made it, and is resumed', () => {
  const resumed = someCheck({
    ...{ requestedAction: 'Resume', operation: 2, operationStartedAt: NOW, candidateId: 'candidate1' },
  });
  const tags = [`bc-${resumed.id}-1`];

  test('takes the invitation of then', async () => {
    const { order, posts, invitations, written } = setup(resumed);
    invitations.push(someInvitation({ id: 'made-before', tags }));
    expect(await order()).toBe('done');
    expect(posts).toEqual([]);
    expect(written().at(-1)).toMatchObject({ status: 'Invited', invitationId: 'made-before' });
  });

  test.each(['invitation', 'report'] as const)('takes the report of then, ordering by %s', async (ordering) => {
    const { order, posts, reports, written } = setup(
      { ...resumed, person: { ...somePerson, direct: someAnswers } },
      { ordering },
    );
    reports.push(someReport({ tags }));
    expect(await order()).toBe('done');
    expect(posts).toEqual([]);
    expect(written().at(-1)).toMatchObject({ status: 'In Progress', reportId: 'report1' });
  });

  test('is ordered where what was made is of no use any more, or of another check', async () => {
    const { order, posts, invitations, reports } = setup(resumed);
    invitations.push(someInvitation({ status: 'expired', tags }), someInvitation({ tags: ['bc-another-1'] }));
    reports.push(someReport({ status: 'canceled', tags }));
    expect(await order()).toBe('done');
    expect(posts.map(({ call }) => call)).toEqual(['createInvitation']);
  });

  test('is confirmed by a person where Checkr never lists the applicant, unless nothing can have been ordered', async () => {
    const abroad = { person: { ...somePerson, country: 'India' } };
    const { order, posts, written } = setup({ ...resumed, ...abroad });
    expect(await order()).toBe('refused');
    expect(posts).toEqual([]);
    expect(written().at(-1)?.errorHelp).toContain('Checkr dashboard');
    const withoutCandidate = setup({ ...resumed, ...abroad, candidateId: null });
    expect(await withoutCandidate.order()).toBe('done');
    expect(withoutCandidate.posts.map(({ call }) => call)).toEqual(['createCandidate', 'createInvitation']);
  });
});

test('a mended order is resumed on the same record: the candidate is brought up to date, then ordered', async () => {
  const mended = someCheck({ requestedAction: 'Resume', operation: 2, candidateId: 'candidate9' });
  const { order, posts, written } = setup(mended);
  expect(await order()).toBe('done');
  expect(posts.map(({ call }) => call)).toEqual(['createInvitation']);
  expect(written().at(-1)).toMatchObject({ status: 'Invited', errorHelp: null });
});

test('by invitation, a resumed order keeps its candidate although Checkr changes no name of it any more, but its contact', async () => {
  const mended = someCheck({ requestedAction: 'Resume', operation: 2, candidateId: 'candidate9' });
  const { order, posts, updates, fail } = setup(mended);
  fail('updateCandidate', new Failure('rejected', 'checkr-400', { vendorWords: ['first name can not be updated'] }));
  expect(await order()).toBe('done');
  expect(posts.map(({ call }) => call)).toEqual(['createInvitation']);
  expect(updates).toMatchObject([{ id: 'candidate9', contactOnly: true }]);
});

test('a resumed order whose candidate Checkr no longer knows is placed on a new one', async () => {
  const mended = someCheck({ requestedAction: 'Resume', operation: 2, candidateId: 'candidate9' });
  const { order, posts, fail } = setup(mended);
  const gone = new Failure('not-found', 'checkr-404');
  fail('listReports', gone);
  fail('updateCandidate', gone);
  expect(await order()).toBe('done');
  expect(posts.map(({ call }) => call)).toEqual(['createCandidate', 'createInvitation']);
});

describe('23 hours after the request its key no longer protects from ordering twice', () => {
  const late = { operationStartedAt: NOW - 24 * HOUR_MS, candidateId: 'candidate1' };

  test('an invitation that was made is found by its tag', async () => {
    const check = someCheck(late);
    const { order, posts, invitations, written } = setup(check);
    invitations.push(someInvitation({ id: 'made-before', tags: [`bc-${check.id}-1`] }));
    expect(await order()).toBe('done');
    expect(posts).toEqual([]);
    expect(written()[0]).toMatchObject({ status: 'Invited', invitationId: 'made-before' });
  });

  test('where nothing was made it is ordered', async () => {
    const { order, posts, invitations } = setup(someCheck(late));
    invitations.push(someInvitation({ tags: ['bc-another-1'] }));
    expect(await order()).toBe('done');
    expect(posts.map(({ call }) => call)).toEqual(['createInvitation']);
  });

  test('for people Checkr never lists a person has to look', async () => {
    const { order, posts, written } = setup(someCheck({ ...late, person: { ...somePerson, country: 'India' } }));
    expect(await order()).toBe('refused');
    expect(posts).toEqual([]);
    expect(written()[0]).toMatchObject({
      status: 'Error',
      errorHelp: expect.stringContaining('Checkr dashboard') as string,
    });
  });
});

test('a package with add-ons is ordered as the package that stands for them', async () => {
  const check = someCheck({ addOns: ['z_drug', 'a_mvr'] });
  const { order, written } = setup(check, { addOns: { 'driver_standard+a_mvr+z_drug': 'driver_everything' } });
  expect(await order()).toBe('done');
  expect(written().every((change) => change.packageSlug === undefined)).toBe(true);
});

test('add-ons nobody mapped are refused before anything is paid for', async () => {
  const { order, posts, written } = setup(someCheck({ addOns: ['a_mvr'] }));
  expect(await order()).toBe('refused');
  expect(posts).toEqual([]);
  expect(written()[0]?.errorHelp).toContain('CHECKR_ADD_ONS');
});

describe('while Checkr refuses our key', () => {
  const refused = () => new Failure('unauthorized', 'checkr-401', { vendorWords: ['Bad authentication error'] });

  test('an order waits where it is: its record says why, the admins are told, and it goes on as the one order it was', async () => {
    const { order, written, fail, posts, records } = setup();
    fail('createInvitation', refused());
    await expect(order()).rejects.toThrow('checkr-401');
    expect(written().at(-1)).toEqual({ errorHelp: expect.stringMatching(/API key.*goes on by itself/) as string });
    expect(records.noted).toMatchObject([
      { type: 'checkr.refuses', sourceEventId: 'checkr-refuses-2026-11-20', outcome: 'Failed', checkId: null },
    ]);
    expect(await order()).toBe('done');
    expect(written().at(-1)).toMatchObject({ status: 'Invited', errorHelp: null });
    expect(posts.map(({ call }) => call)).toEqual(['createCandidate', 'createInvitation']);
  });

  test('what the record says already is not written with every try', async () => {
    const { order, written, fail } = setup(someCheck({ candidateId: 'candidate1', status: 'Candidate Created' }));
    fail('createInvitation', refused(), refused());
    await expect(order()).rejects.toThrow('checkr-401');
    await expect(order()).rejects.toThrow('checkr-401');
    expect(written()).toHaveLength(1);
  });

  test('an org that takes no word of it does not keep the order from being tried again', async () => {
    const { order, fail, records } = setup();
    fail('createCandidate', refused());
    records.failWrites(new Failure('unavailable', 'salesforce-unreachable'));
    await expect(order()).rejects.toThrow('checkr-401');
  });
});
