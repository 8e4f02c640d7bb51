import { afterEach, describe, expect, test } from 'vitest';
import { notRun, packageOrg, type Person } from './package-org.ts';

const coverage = { executed: new Set<string>(), places: new Set<string>() };
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const CHECK = 'Background_Check__c';

function setup() {
  const org = packageOrg(coverage);
  stops.push(org.stop);
  const told = (name: Person) => org.notifications.of(org.user(name).id).map(({ title }) => title);
  const inDays = (days: number) => new Date(org.clock.now().getTime() + days * DAY).toISOString();
  return { ...org, told, inDays };
}

test.each([
  ['Completed', 'Background check completed: not cleared', []],
  ['Error', 'Background check needs your help', []],
  ['Review Required', 'Background check needs a review', ['Background check needs a review']],
  ['Canceled', 'Background check canceled', []],
  ['Expired', 'Invitation has expired', []],
])('%s: who asked is told, and the reviewers where they decide', async (status, title, reviewers) => {
  const { newCheck, settled, told, move } = setup();
  const id = newCheck({ Status__c: 'In Progress' });
  await settled();
  expect(told('requester')).toEqual([]);
  move(id, { Status__c: status });
  await settled();
  expect(told('requester')).toEqual([title]);
  expect(told('reviewer')).toEqual(reviewers);
  expect(told('connector')).toEqual([]);
});

test('the alert names the person and says whether they are cleared', async () => {
  const { newCheck, newLead, move, settled, notifications, user, check } = setup();
  const told = () => notifications.of(user('requester').id).map(({ title, body }) => [title, body]);
  const asked = { Lead__c: newLead({ FirstName: 'Ada' }) };
  const id = newCheck({ Status__c: 'In Progress' }, asked);
  move(id, { Status__c: 'Completed', Result__c: 'Clear' });
  await settled();
  const body = `Ada Sample, ${String(check(id)?.['Name'])}: The report is complete. Open the check to see it.`;
  expect(told()).toEqual([['Background check completed: cleared', body]]);
});

test('a check the connector found by itself, or of somebody who left, is told to the reviewers', async () => {
  const { insert, newLead, newCheck, move, update, user, settled, told } = setup();
  const { id } = insert('connector', CHECK, { Lead__c: newLead(), Source__c: 'Continuous', Status__c: 'Completed' });
  expect(id).not.toBe('');
  await settled();
  expect(told('reviewer')).toEqual(['Background check completed']);
  const left = newCheck({ Status__c: 'In Progress' });
  expect(update('admin', 'User', { Id: user('requester').id, IsActive: false })).toBeNull();
  move(left, { Status__c: 'Completed' });
  await settled();
  expect(told('reviewer')).toHaveLength(2);
  expect(told('connector')).toEqual([]);
});

test('an alert that cannot be sent says so on the check, unless the check says something already', async () => {
  const { newCheck, move, check, settled, automation } = setup();
  automation.engine().failAt({ 'Send_Check_Alert.Tell_Them': 'Refused by a test.' });
  const [quiet, mended] = [newCheck({ Status__c: 'In Progress' }), newCheck({ Status__c: 'In Progress' })];
  move(quiet, { Status__c: 'Completed' });
  move(mended, { Status__c: 'Error', Error_Help__c: 'Mend the address.' });
  await settled();
  expect(check(quiet)?.['Error_Help__c']).toMatch(/nobody could be told.*Refused by a test\./);
  expect(check(mended)).toMatchObject({ Error_Help__c: 'Mend the address.' });
});

test('an alert about the audit trail that cannot be sent is another row of it', async () => {
  const { insert, rows, settled, automation } = setup();
  automation.engine().failAt({ 'Send_Check_Alert.Tell_Them': 'Refused by a test.' });
  const row = { Source__c: 'Connector', Outcome__c: 'Failed', Type__c: 'events.unmatched', Reason__c: 'Two messages.' };
  const { id } = insert('connector', 'Background_Check_Event__c', { ...row, Source_Event_Id__c: 'unmatched-1' });
  await settled();
  expect(rows('Background_Check_Event__c').filter((one) => one['Id'] !== id)).toMatchObject([
    {
      ...{ Type__c: 'alert.failed', Outcome__c: 'Failed', Source_Event_Id__c: `alert-${id}` },
      Reason__c: expect.stringMatching(/^Nobody could be told about this: .*Refused by a test\./) as string,
    },
  ]);
  expect(automation.failures).toEqual([]);
});

describe('a request nobody takes up', () => {
  test('is told to the admins after half an hour', async () => {
    const { insert, newLead, join, clock, automation, settled, told } = setup();
    join('admin', 'Background_Check_Admins');
    insert('requester', CHECK, { Lead__c: newLead() });
    await settled();
    clock.set({ advanceMs: 29 * MINUTE });
    automation.engine().runDue(clock.now());
    expect(told('admin')).toEqual([]);
    clock.set({ advanceMs: 2 * MINUTE });
    automation.engine().runDue(clock.now());
    await settled();
    expect(told('admin')).toEqual(['Background check request not taken up']);
  });

  test('is not told once it was taken up', async () => {
    const { newCheck, join, clock, automation, settled, told } = setup();
    join('admin', 'Background_Check_Admins');
    newCheck({ Status__c: 'Invited' });
    await settled();
    clock.set({ advanceMs: 31 * MINUTE });
    automation.engine().runDue(clock.now());
    await settled();
    expect(told('admin')).toEqual([]);
  });
});

describe('each morning', () => {
  test.each([
    [-0.5, 0],
    [0.5, 1],
    [1.5, 1],
    [2.5, 0],
  ])('an invitation that ends in %d days is told %d times', async (days, times) => {
    const { newCheck, inDays, automation, settled, told } = setup();
    newCheck({ Status__c: 'Invited', Invitation_Expires_At__c: inDays(days) });
    automation.engine().runNow('Warn_Before_Invitation_Ends');
    await settled();
    expect(told('requester')).toEqual(Array<string>(times).fill('Invitation is about to expire'));
  });

  test.each([
    [26.5, 0],
    [27.5, 1],
    [28.5, 1],
    [30.5, 0],
  ])('a report suspended for %d days is told %d times', async (days, times) => {
    const { newCheck, clock, automation, settled, told } = setup();
    newCheck({ Status__c: 'Suspended' });
    clock.set({ advanceMs: days * DAY });
    automation.engine().runNow('Warn_Before_Suspended_Is_Canceled');
    await settled();
    expect(told('requester')).toEqual(Array<string>(times).fill('Suspended report is about to be canceled'));
  });

  test.each([
    ['Clear', 30, 1],
    ['Clear', 12, 1],
    ['Consider', 30, 0],
  ])('a check that says %s and ends in %d days is told %d times', async (result, days, times) => {
    const { insert, newCheck, clock, automation, settled, told } = setup();
    const fields = { Name: 'Standard', Slug__c: 'standard', Validity_Months__c: 1 };
    const Package__c = insert('admin', 'Background_Check_Package__c', fields).id;
    const done = { Status__c: 'Completed', Result__c: result, Completed_At__c: '2026-05-31T10:00:00.000Z' };
    newCheck(done, { Package__c });
    await settled();
    clock.set({ now: new Date(Date.parse('2026-06-30T06:00:00Z') - days * DAY) });
    automation.engine().runNow('Warn_Before_Validity_Ends');
    await settled();
    expect(told('requester').filter((title) => title === 'Background check is about to end')).toHaveLength(times);
  });
});

describe('of one end', () => {
  test('nobody is warned twice, of a later one again', async () => {
    const { newCheck, inDays, move, clock, automation, settled, told, check } = setup();
    const morning = async () => {
      automation.engine().runNow('Warn_Before_Invitation_Ends');
      await settled();
      return told('requester').length;
    };
    const id = newCheck({ Status__c: 'Invited', Invitation_Expires_At__c: inDays(2.5) });
    const missed = await morning();
    clock.set({ advanceMs: 2 * DAY });
    expect([missed, await morning(), await morning()]).toEqual([0, 1, 1]);
    expect(check(id)).toMatchObject({ Warned_Of_End__c: inDays(0.5).slice(0, 10) });
    move(id, { Invitation_Expires_At__c: inDays(7) });
    expect(await morning()).toBe(1);
    clock.set({ advanceMs: 5.5 * DAY });
    expect(await morning()).toBe(2);
  });

  test.each([
    ['Warn_Before_Invitation_Ends', { Status__c: 'Invited' }, 0],
    ['Warn_Before_Suspended_Is_Canceled', { Status__c: 'Suspended' }, 27.5],
    ['Warn_Before_Validity_Ends', { Status__c: 'Completed', Result__c: 'Clear' }, 9],
  ])('who asked is warned also where %s cannot note it', async (flow, moved, days) => {
    const { insert, newCheck, inDays, clock, automation, settled, told } = setup();
    const months = { Name: 'Month', Slug__c: 'month', Validity_Months__c: 1 };
    const Package__c = insert('admin', 'Background_Check_Package__c', months).id;
    newCheck({ ...moved, Invitation_Expires_At__c: inDays(1) }, { Package__c });
    clock.set({ advanceMs: days * DAY + MINUTE });
    automation.engine().failAt({ [`${flow}.Note_Warning`]: 'Refused by a test.' });
    await settled();
    const before = told('requester').length;
    automation.engine().runNow(flow);
    await settled();
    expect(told('requester')).toHaveLength(before + 1);
  });
});

describe('a pass that is about to end', () => {
  const DONE = { Status__c: 'Completed', Completed_At__c: '2026-05-31T10:00:00.000Z' };

  /** A pass of that morning thirty days before its end, and what `others` did to it. */
  async function warned(others: (org: ReturnType<typeof setup>, asked: Record<string, string>) => unknown) {
    const org = setup();
    const pack = (Slug__c: string, Validity_Months__c: number) =>
      org.insert('admin', 'Background_Check_Package__c', { Name: Slug__c, Slug__c, Validity_Months__c }).id;
    const asked = { Lead__c: org.newLead(), Package__c: pack('month', 1) };
    org.clock.set({ now: new Date('2026-05-31T14:00:00Z') });
    org.newCheck({ ...DONE, Result__c: 'Clear' }, asked);
    others(org, { Lead__c: asked.Lead__c, Package__c: pack('year', 12) });
    await org.settled();
    org.automation.engine().runNow('Warn_Before_Validity_Ends');
    await org.settled();
    return org.told('requester').filter((title) => title === 'Background check is about to end').length;
  }

  test('is told about while it is what the person passes by', async () => {
    expect(await warned(() => undefined)).toBe(1);
    expect(await warned(({ newCheck }) => newCheck({ ...DONE, Result__c: 'Adverse' }))).toBe(1);
  });

  test.each([
    ['a later check that is no pass', { ...DONE, Completed_At__c: '2026-05-31T12:00:00.000Z', Result__c: 'Adverse' }],
    ['a check in review', { Status__c: 'Review Required', Result__c: 'Consider' }],
    ['a pass that lasts longer', { ...DONE, Result__c: 'Clear' }],
  ])('is not after %s', async (_what, moved) => {
    expect(await warned(({ newCheck }, asked) => newCheck(moved, asked))).toBe(0);
  });

  test('is told about where nobody can say', async () => {
    const failing = (org: ReturnType<typeof setup>) =>
      org.automation.engine().failAt({ 'Warn_Before_Validity_Ends.Find_What_Replaces_It': 'Refused by a test.' });
    expect(await warned(failing)).toBe(1);
  });
});

test.each(['Find_Type', 'Find_Group', 'Find_Requester'])('when %s fails the check says so', async (element) => {
  const { newCheck, check, settled, automation } = setup();
  automation.engine().failAt({ [`Send_Check_Alert.${element}`]: 'Refused by a test.' });
  const id = newCheck({ Status__c: 'Completed' });
  await settled();
  expect(check(id)?.['Error_Help__c']).toMatch(/nobody could be told.*Background check completed.*Refused by a test\./);
});

test('without the group of reviewers the check says what is missing', async () => {
  const { newCheck, check, settled, rows, org } = setup();
  const group = rows('Group').find((row) => row['DeveloperName'] === 'Background_Check_Reviewers');
  org.asAutomatedProcess((work) => work.remove('Group', [String(group?.['Id'])]));
  const id = newCheck({ Status__c: 'Completed' });
  await settled();
  expect(check(id)?.['Error_Help__c']).toMatch(/groups Background Check Reviewers/);
});

test('a check that moved on before anybody could be told is told about as it is then', async () => {
  const { newCheck, move, settled, told } = setup();
  const id = newCheck({ Status__c: 'In Progress' });
  move(id, { Status__c: 'Completed' });
  move(id, { Status__c: 'Disputed', Reopen_Reason__c: 'Dispute' });
  await settled();
  expect(told('requester')).toEqual(['Background check is open again']);
});

test.each([
  ['In Progress', 'Revision', ['Background check is open again']],
  ['Suspended', 'Upgrade', ['Background check is open again']],
  ['Disputed', 'Dispute', ['Background check is open again']],
  ['Review Required', 'Revision', ['Background check needs a review']],
])('a completed check that is %s again is told about, once', async (status, reason, titles) => {
  const { newCheck, move, settled, notifications, user } = setup();
  const id = newCheck({ Status__c: 'Completed' });
  await settled();
  move(id, { Status__c: status, Reopen_Reason__c: reason });
  await settled();
  if (status !== 'Review Required') move(id, { Status__c: status === 'Disputed' ? 'In Progress' : 'Disputed' });
  await settled();
  const told = notifications.of(user('requester').id).map(({ title }) => title);
  expect(told.filter((title) => title !== 'Background check completed: not cleared')).toEqual(titles);
});

test('a canceled check whose report goes on is told about', async () => {
  const { newCheck, move, settled, told } = setup();
  const id = newCheck({ Status__c: 'Canceled' });
  move(id, { Status__c: 'In Progress', Reopen_Reason__c: 'Revision' });
  await settled();
  expect(told('requester')).toContain('Background check is open again');
});

test('a failed order that is resumed is told to nobody', async () => {
  const { newCheck, ask, settled, told } = setup();
  const id = newCheck({ Status__c: 'Error' });
  await settled();
  expect(ask('requester', id, { Requested_Action__c: 'Resume' })).toBeNull();
  await settled();
  expect(told('requester')).toEqual(['Background check needs your help']);
});

test('every element, outcome and fault path of these flows was run', () => {
  expect(coverage.places.size).toBeGreaterThan(0);
  expect(
    notRun(coverage, [
      'Send_Check_Alert',
      'Tell_About_Check',
      'Tell_About_New_Check',
      'Tell_Opened_Again',
      'Tell_Outcome',
      'Watch_Unanswered_Request',
      'Warn_Before_Invitation_Ends',
      'Warn_Before_Suspended_Is_Canceled',
      'Warn_Before_Validity_Ends',
    ]),
  ).toEqual([]);
});
