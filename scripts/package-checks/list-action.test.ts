import { afterEach, describe, expect, test } from 'vitest';
import type { InterviewView } from '../../simulators/salesforce/flows/screens/interview-view.ts';
import { notRun, packageOrg } from './package-org.ts';

const coverage = { executed: new Set<string>(), places: new Set<string>() };
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

const HOME = { State: 'IL', Country: 'US' };

function setup() {
  const org = packageOrg(coverage);
  stops.push(org.stop);
  const fields = { Name: 'Standard', Slug__c: 'standard', Price__c: 35, Price_Currency__c: 'USD' };
  const pack = org.insert('admin', 'Background_Check_Package__c', fields).id;
  org.insert('admin', 'Background_Check_Package__c', { Name: 'Drug screening', Slug__c: 'drug', Add_On__c: true });
  const { screens } = org.automation.engine();
  const user = org.user('requester');
  const start = (ids: string[]) => screens.startInterview(user, 'Request_Background_Checks', { ids });
  const next = ({ id }: InterviewView, answers = {}) => screens.next(user, id, { action: 'NEXT', answers });
  /** @param ticks `Include_Cleared`, `Include_Warned` */
  const choose = (view: InterviewView, ...ticks: string[]) =>
    next(view, {
      Package_Choice: pack,
      Include_Cleared: ticks.includes('Include_Cleared'),
      Include_Warned: ticks.includes('Include_Warned'),
    });
  const lead = (name: string, more = {}) =>
    org.newLead({ ...HOME, LastName: name, Email: `${name.toLowerCase()}@example.com`, ...more });
  const contact = (name: string, more = {}) => {
    const given = {
      LastName: name,
      Email: `${name.toLowerCase()}@example.com`,
      MailingState: 'IL',
      MailingCountry: 'US',
    };
    return org.insert('requester', 'Contact', { ...given, ...more }).id;
  };
  const checks = () => org.rows('Background_Check__c').filter((row) => row['Source__c'] === 'Bulk');
  return { ...org, pack, start, choose, next, lead, contact, checks };
}

/** What the user reads on a screen. */
const read = (view: InterviewView) => JSON.stringify(view.screen ?? view);

test('only packages that can be ordered alone are offered', () => {
  const { start, lead } = setup();
  const words = read(start([lead('One')]));
  expect(words).toContain('Standard');
  expect(words).not.toContain('Drug screening');
});

test('everybody selected gets a check, after the total price was shown', () => {
  const { start, choose, next, lead, checks, pack, user } = setup();
  const people = [lead('One'), lead('Two')];
  const confirm = choose(start(people));
  expect(read(confirm)).toContain('USD 70.00');
  expect(read(confirm)).toMatch(/Invitations go to:.*One \(one@example\.com\);.*Two \(two@example\.com\)/);
  expect(checks()).toEqual([]);
  expect(read(next(confirm))).toContain('Background checks requested: 2');
  expect(checks().map((row) => row['Lead__c'])).toEqual(people);
  expect(checks()[0]).toMatchObject({
    Package__c: pack,
    Requested_By__c: user('requester').id,
    Requested_Action__c: 'Order',
  });
});

test('works the same for Contacts', () => {
  const { start, choose, next, contact, checks } = setup();
  const people = [contact('One'), contact('Two')];
  next(choose(start(people)));
  expect(checks().map((row) => row['Contact__c'])).toEqual(people);
});

test('who cannot be invited, or has a check running, is left out with the reason', () => {
  const { start, choose, next, lead, insert, checks } = setup();
  const [silent, busy, fine] = [lead('Silent', { Email: null }), lead('Busy'), lead('Fine')];
  insert('requester', 'Background_Check__c', { Lead__c: busy });
  const confirm = choose(start([silent, busy, fine]), 'Include_Warned');
  expect(read(confirm)).toContain('Silent has no e-mail address');
  expect(read(confirm)).toContain('Busy already has an open check');
  next(confirm);
  expect(checks().map((row) => row['Lead__c'])).toEqual([fine]);
});

test.each([
  ['is still cleared', 'Include_Cleared', {}],
  ['has no state or country', 'Include_Warned', { State: null }],
  ['has the e-mail address of another', 'Include_Warned', { Email: 'fine@example.com' }],
])('who %s is spared unless the user says just that', (reason, tick, fields) => {
  const cleared = tick === 'Include_Cleared';
  const { start, choose, next, lead, move, insert, checks } = setup();
  const [fine, doubtful] = [lead('Fine'), lead('Odd', fields)];
  if (cleared) {
    const { id } = insert('requester', 'Background_Check__c', { Lead__c: doubtful });
    move(id, { Requested_Action__c: null, Status__c: 'Completed', Result__c: 'Clear' });
  }
  const spared = choose(start([fine, doubtful]));
  expect(read(spared)).toContain(`Odd ${reason}`);
  expect(read(spared)).toContain('USD 35.00');
  const other = cleared ? 'Include_Warned' : 'Include_Cleared';
  expect(read(choose(start([fine, doubtful]), other))).toContain('Checks to request: 1 ');
  next(choose(start([fine, doubtful]), tick));
  expect(checks()).toHaveLength(2);
});

test.each([
  ['was passed once, but has failed since', '2026-02-01', 'Adverse', false],
  ['failed once, but has passed since', '2025-12-01', 'Adverse', true],
  ['passed twice', '2026-02-01', 'Clear', true],
])('who %s is told to be still cleared only where the newest word says so', (_who, day, Result__c, isCleared) => {
  const { start, choose, lead, contact, newCheck } = setup();
  const finished = (on: string, result: string) => ({
    Status__c: 'Completed',
    Result__c: result,
    Completed_At__c: `${on}T10:00:00Z`,
  });
  const people = { Lead__c: lead('One'), Contact__c: contact('Two') };
  for (const [lookup, person] of Object.entries(people)) {
    const asked = { Lead__c: null, [lookup]: person };
    newCheck(finished('2026-01-01', 'Clear'), asked);
    newCheck(finished(day, Result__c), asked);
    const words = read(choose(start([person])));
    expect(words.includes('is still cleared')).toBe(isCleared);
    expect(words.includes('Invitations go to')).toBe(!isCleared);
  }
});

test('a Contact under 18 is spared', () => {
  const { start, choose, contact } = setup();
  const young = contact('Young', { Birthdate: '2015-01-01' });
  expect(read(choose(start([young])))).toContain('Young is under 18');
});

test('nobody selected, and nobody left, is said in words', () => {
  const { start, choose, lead } = setup();
  expect(read(start([]))).toContain('Nobody is selected');
  expect(read(choose(start([lead('Silent', { Email: null })])))).toContain('nothing to request');
});

describe('when a check is refused', () => {
  test('the others of a few are requested, and who is not is named with the reason', () => {
    const { start, choose, next, lead, contact, insert, checks, pack } = setup();
    const [fine, busy] = [lead('Fine'), lead('Busy')];
    const confirm = choose(start([fine, busy]));
    insert('requester', 'Background_Check__c', { Lead__c: busy, Package__c: pack });
    const done = read(next(confirm));
    expect(done).toContain('Background checks requested: 1 (Standard), USD 35.00');
    expect(done).toMatch(/Refused, and not paid for:\\nBusy: This person already has an open background check/);
    expect(done).not.toContain('Fine:');
    expect(checks().map((row) => row['Lead__c'])).toEqual([fine]);
    const two = contact('Two');
    const again = choose(start([two]));
    insert('requester', 'Background_Check__c', { Contact__c: two, Package__c: pack });
    expect(read(next(again))).toMatch(/requested: 0 .*not paid for:\\nTwo: /);
  });

  test('nothing is requested of many, and it is told how to go on', () => {
    const { start, choose, next, lead, insert, checks, pack } = setup();
    const people = Array.from({ length: 11 }, (_, index) => lead(`Person${index}`));
    const confirm = choose(start(people));
    insert('requester', 'Background_Check__c', { Lead__c: people[3] ?? null, Package__c: pack });
    const failed = read(next(confirm));
    expect(failed).toContain('Nothing was requested');
    expect(failed).toMatch(/ten people at a time.*already has an open background check/);
    expect(checks()).toEqual([]);
  });
});

describe('an e-mail address that somebody else has', () => {
  /** Who has it is not selected; `more` may say otherwise. */
  function shared(lookup: 'Lead__c' | 'Contact__c', status: string | null) {
    const org = setup();
    const Email = 'Twin@Example.com';
    const twin = lookup === 'Lead__c' ? org.lead('Twin', { Email }) : org.contact('Twin', { Email });
    if (status) org.newCheck({ Status__c: status }, { Lead__c: null, [lookup]: twin });
    const people = [org.lead('One', { Email: 'twin@example.com' }), org.contact('Two')];
    return { ...org, words: (ids = people) => read(org.choose(org.start(ids))), people, twin };
  }

  test.each(['Lead__c', 'Contact__c'] as const)('is warned of while a check of theirs is open: %s', (lookup) => {
    const { words, contact } = shared(lookup, 'Invited');
    expect(words()).toContain('One has the e-mail address of somebody else with an open check');
    expect(words()).not.toContain('Two has');
    expect(words([contact('Three', { Email: 'TWIN@example.com' })])).toContain('Three has the e-mail address of');
  });

  test.each([null, 'Completed'])('is not warned of when their check is %s', (status) => {
    expect(shared('Lead__c', status).words()).not.toContain('somebody else');
  });

  test.each(['Find_Other_Leads', 'Find_Other_Contacts', 'Find_Open_Checks'])(
    'cannot be looked up: nothing is requested (%s)',
    (element) => {
      const { words, automation } = shared('Lead__c', 'Invited');
      automation.engine().failAt({ [`Find_Emails_In_Use.${element}`]: 'Refused by a test.' });
      expect(words()).toMatch(/Nothing was requested.*Refused by a test\./);
    },
  );
});

test.each(['Find_Leads', 'Find_Contacts'])('when %s fails nothing is asked, and the reason is told', (element) => {
  const { start, lead, automation } = setup();
  automation.engine().failAt({ [`Request_Background_Checks.${element}`]: 'Refused by a test.' });
  expect(read(start([lead('One')]))).toContain('Refused by a test.');
});

test.each(['Find_Package', 'Find_Open_Checks', 'Find_Valid_Checks', 'Find_Checks_Against'])(
  'when %s fails nothing is requested',
  (element) => {
    const { start, choose, lead, checks, automation } = setup();
    automation.engine().failAt({ [`Request_Background_Checks.${element}`]: 'Refused by a test.' });
    expect(read(choose(start([lead('One')])))).toContain('Refused by a test.');
    expect(checks()).toEqual([]);
  },
);

test('Contacts too are left out for a reason, or asked for with a warning', () => {
  const { start, choose, contact, checks, next } = setup();
  const people = [contact('Silent', { Email: null }), contact('Nowhere', { MailingState: null })];
  const confirm = choose(start(people), 'Include_Warned');
  expect(read(confirm)).toContain('Silent has no e-mail address');
  expect(read(confirm)).toContain('Nowhere has no state or country');
  next(confirm);
  expect(checks().map((row) => row['Contact__c'])).toEqual([people[1]]);
});

test('every element, outcome and fault path of these flows was run', () => {
  expect(coverage.places.size).toBeGreaterThan(0);
  expect(notRun(coverage, ['Find_Emails_In_Use', 'Request_Background_Checks'])).toEqual([]);
});
