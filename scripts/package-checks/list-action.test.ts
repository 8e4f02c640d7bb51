import { afterEach, expect, test } from 'vitest';
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

test('a check that is refused leaves nothing requested, and the reason is told', () => {
  const { start, choose, next, lead, checks, automation } = setup();
  automation.engine().failAt({ 'Request_Background_Checks.Request_Checks': 'Refused by a test.' });
  const failed = next(choose(start([lead('One')])));
  expect(read(failed)).toContain('Nothing was requested');
  expect(read(failed)).toContain('Refused by a test.');
  expect(checks()).toEqual([]);
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
  expect(notRun(coverage, ['Request_Background_Checks'])).toEqual([]);
});
