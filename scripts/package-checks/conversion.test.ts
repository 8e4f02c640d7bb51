import { afterEach, expect, test } from 'vitest';
import { conversionOrg } from './conversion-org.ts';
import { notRun } from './package-org.ts';

const coverage = { executed: new Set<string>(), places: new Set<string>() };
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

function setup() {
  const org = conversionOrg(coverage);
  stops.push(org.stop);
  return org;
}

test('a converted Lead hands its checks to the Contact and stays on them', () => {
  const { newLead, newCheck, convert, check } = setup();
  const lead = newLead();
  const done = newCheck({ Status__c: 'Canceled' }, { Lead__c: lead });
  const open = newCheck({ Status__c: 'Invited' }, { Lead__c: lead });
  const { contact, refusal } = convert(lead);
  expect(refusal).toBeNull();
  for (const id of [done, open]) expect(check(id)).toMatchObject({ Lead__c: lead, Contact__c: contact });
});

test('a check that completes after the conversion shows on the Contact', async () => {
  const { newLead, newCheck, convert, check, row, move, settled } = setup();
  const lead = newLead();
  const id = newCheck({ Status__c: 'Invited' }, { Lead__c: lead });
  const { contact } = convert(lead);
  expect(move(id, { Status__c: 'Completed', Result__c: 'Clear', Source_Read_At__c: 1 })).toBeNull();
  await settled();
  expect(check(id)).toMatchObject({ Contact__c: contact, Cleared__c: true });
  expect(row('Contact', contact)).toMatchObject({ Background_Check_Status__c: 'Completed' });
});

test('a check never moves to somebody else', () => {
  const { newLead, newCheck, insert, ask } = setup();
  const id = newCheck({ Status__c: 'Invited' });
  const stranger = insert('requester', 'Contact', { LastName: 'Stranger' }).id;
  expect(ask('requester', id, { Contact__c: stranger })).toMatch(/stays with the person/);
  expect(ask('requester', id, { Lead__c: newLead() })).toMatch(/stays with the person/);
});

test.each(['requester', 'admin', 'connector'] as const)(
  'nobody takes a check from its person, or an older pass would count again: the %s',
  (name) => {
    const { newLead, newCheck, newContact, convert, ask, check } = setup();
    const lead = newLead();
    const outcome = { Status__c: 'Completed', Result__c: 'Adverse' };
    const [ofLead, ofContact] = [newCheck(outcome), newCheck(outcome, { Lead__c: null, Contact__c: newContact() })];
    const converted = newCheck(outcome, { Lead__c: lead });
    const { contact } = convert(lead);
    expect(ask(name, ofLead, { Lead__c: null })).toMatch(/stays with the person/);
    expect(ask(name, ofContact, { Contact__c: null })).toMatch(/stays with the person/);
    expect(ask(name, converted, { Lead__c: null })).toMatch(/stays with the person/);
    ask(name, converted, { Contact__c: null });
    expect(check(converted)).toMatchObject({ Lead__c: lead, Contact__c: contact });
  },
);

test('a check whose Contact was deleted goes to nobody but that Contact', () => {
  const { newLead, newCheck, newContact, convert, convertInto, check, ask, move, remove } = setup();
  const lead = newLead();
  const id = newCheck({ Status__c: 'Invited' }, { Lead__c: lead });
  const { contact } = convert(lead);
  expect(move(id, { Status__c: 'Completed', Result__c: 'Clear', Source_Read_At__c: 1 })).toBeNull();
  expect(ask('requester', id, { Contact__c: newContact() })).toMatch(/stays with the person/);
  expect(remove('admin', 'Contact', contact)).toBeNull();
  expect(check(id)).toMatchObject({ Contact__c: null });
  expect(move(id, { Result_Summary__c: 'Nothing found.', Source_Read_At__c: 2 })).toBeNull();
  expect(ask('requester', id, { Contact__c: newContact() })).toMatch(/stays with the person/);
  const never = newCheck({ Status__c: 'Invited' });
  expect(ask('requester', never, { Contact__c: newContact() })).toMatch(/stays with the person/);
  const [other, own] = [newLead(), newContact()];
  const carried = newCheck({ Status__c: 'Invited' }, { Lead__c: other });
  expect(convertInto(other, own)).toBeNull();
  expect(check(carried)).toMatchObject({ Contact__c: own });
});

test('a Lead whose checks cannot be carried over is not converted, and the reason is told', () => {
  const { newLead, newCheck, convert, row, automation } = setup();
  const lead = newLead();
  newCheck({ Status__c: 'Invited' }, { Lead__c: lead });
  automation.engine().failAt({ 'Follow_Lead_Conversion.Carry_Checks_Over': 'Refused by a test.' });
  expect(convert(lead).refusal).toMatch(/was not converted.*Refused by a test\./);
  expect(row('Lead', lead)).toMatchObject({ IsConverted: false });
});

test('every element, outcome and fault path of these flows was run', () => {
  expect(coverage.places.size).toBeGreaterThan(0);
  expect(notRun(coverage, ['Follow_Lead_Conversion'])).toEqual([]);
});
